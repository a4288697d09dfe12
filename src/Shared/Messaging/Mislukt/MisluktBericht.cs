namespace WmoPlatform.Messaging.Mislukt;

/// <summary>A message that kept failing: set aside for an operator, who replays or drops it.</summary>
public sealed class MisluktBericht
{
    /// <summary>The message.</summary>
    public Guid BerichtId { get; init; }

    /// <summary>The event's name, for instance <c>MeldingGedaan</c>.</summary>
    public string Gebeurtenis { get; init; } = "";

    /// <summary>The dossier it is about, if any.</summary>
    public string? Dossiernummer { get; init; }

    /// <summary>The complete body as it came in; personal data are sealed in it.</summary>
    public byte[] Inhoud { get; init; } = [];

    /// <summary>Type of the last exception; its text stays out, because it might quote personal data.</summary>
    public string Fout { get; init; } = "";

    /// <summary>Where it failed: the topmost methods of the stack, no values.</summary>
    public string? Plaats { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Pogingen { get; init; }

    /// <summary>When it was set aside (UTC).</summary>
    public DateTimeOffset MisluktOp { get; init; }

    /// <summary>W3C trace context of the last try.</summary>
    public string? Traceparent { get; init; }
}
