namespace WmoPlatform.Messaging.Outbox;

/// <summary>A message on its way: a row of the transactional outbox. The relay deletes it once the broker has confirmed it.</summary>
public sealed class OutboxMessage
{
    /// <summary>The order of delivery within a <see cref="OrderKey"/>.</summary>
    public long Number { get; private set; }

    /// <summary>Identifies the message; the inbox recognises a second delivery by it.</summary>
    public Guid MessageId { get; init; }

    /// <summary>
    /// Rows with the same key are delivered one after the other. A row that fails holds back only its own key. Null: no order.
    /// </summary>
    public string? OrderKey { get; init; }

    /// <summary>The exchange to publish to: that of the event, or for another try that of the service itself.</summary>
    public string Exchange { get; init; } = "";

    /// <summary>The complete body, ready to publish.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>
    /// The announcer's signature over <see cref="Body"/>, in base64. A redelivery or a replay keeps it. Null for a message that came
    /// without one.
    /// </summary>
    public string? Signature { get; init; }

    /// <summary>W3C trace context of the unit of work that announced it.</summary>
    public string? Traceparent { get; init; }

    /// <summary>How often its consumer has already tried, when this is a redelivery.</summary>
    public int Attempt { get; init; }

    /// <summary>The relay does not deliver the row before this instant (UTC, the database's clock). Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often delivery to the broker has failed or been returned.</summary>
    public int Failures { get; init; }

    /// <summary>When it was stored (UTC, the database's clock).</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
