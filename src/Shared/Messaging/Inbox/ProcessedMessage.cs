namespace WmoPlatform.Messaging.Inbox;

/// <summary>A message that has had its effect: a row of the inbox, stored in the same transaction as that effect.</summary>
public sealed class ProcessedMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The aggregate that announced its event.</summary>
    public Guid AggregateId { get; init; }

    /// <summary>The position of its event among those of the aggregate. Another event with the same one is set aside.</summary>
    public int Version { get; init; }

    /// <summary>SHA-256 of its event without the sealed values: sealing gives another text every time.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>When the message was processed (UTC, the database's clock); rows older than the retention are removed.</summary>
    public DateTimeOffset ProcessedAt { get; init; }
}
