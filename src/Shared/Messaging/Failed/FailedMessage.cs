namespace WmoPlatform.Messaging.Failed;

/// <summary>A message that kept failing: set aside for an operator, who replays or drops it.</summary>
public sealed class FailedMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The event's name, for instance <c>MeldingGedaan</c>.</summary>
    public string EventName { get; init; } = "";

    /// <summary>The dossier it is about, if any.</summary>
    public string? Dossiernummer { get; init; }

    /// <summary>The complete body as it came in; personal data are sealed in it.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The signature that it came with, in base64. A replay keeps it. Null without one.</summary>
    public string? Signature { get; init; }

    /// <summary>Type of the last exception; its text stays out, because it might quote personal data.</summary>
    public string Error { get; init; } = "";

    /// <summary>Where it failed: the topmost methods of the stack, no values.</summary>
    public string? Location { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was set aside (UTC).</summary>
    public DateTimeOffset FailedAt { get; init; }

    /// <summary>W3C trace context of the last try.</summary>
    public string? Traceparent { get; init; }
}
