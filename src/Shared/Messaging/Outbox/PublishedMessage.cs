namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// An event that this service announced and the broker took. It is kept for as long as back-ups go back, so that another service whose
/// database was restored can be fed what it has forgotten.
/// </summary>
public sealed class PublishedMessage
{
    /// <summary>Identifies the message; an inbox recognises by it what it has handled.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The name of the event.</summary>
    public string EventName { get; init; } = "";

    /// <summary>The dossier, or the aggregate when the event belongs to none.</summary>
    public string? OrderKey { get; init; }

    /// <summary>The complete body as it was published; personal data are sealed in it with the key of then.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The announcer's signature over <see cref="Body"/>, in base64.</summary>
    public string? Signature { get; init; }

    /// <summary>W3C trace context of the unit of work that announced it.</summary>
    public string? Traceparent { get; init; }

    /// <summary>When the broker had it (UTC, the database's clock).</summary>
    public DateTimeOffset PublishedAt { get; init; }
}
