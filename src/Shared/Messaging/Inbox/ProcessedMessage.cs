namespace WmoPlatform.Messaging.Inbox;

/// <summary>A message that has had its effect: a row of the inbox, stored in the same transaction as that effect.</summary>
public sealed class ProcessedMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>When the message was processed (UTC, the database's clock); rows older than the retention are removed.</summary>
    public DateTimeOffset ProcessedAt { get; init; }
}
