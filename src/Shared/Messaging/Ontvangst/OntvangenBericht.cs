using System.Text.Json;

namespace WmoPlatform.Messaging.Ontvangst;

/// <summary>
/// The message that is being handled, as it came. A reaction sees the event as this version of Contracts knows it; who keeps events for
/// longer than that, as the journal does, keeps what was said.
/// </summary>
public sealed class OntvangenBericht
{
    private Func<byte[]>? _envelop;

    /// <summary>The event's own JSON with everything that its announcer wrote, personal data sealed; null where there is no message.</summary>
    public string? Gebeurtenis()
    {
        if (_envelop is null) return null;
        using var envelop = JsonDocument.Parse(_envelop());
        return envelop.RootElement.GetProperty("message").GetRawText();
    }

    /// <summary>The event's name; null where there is no message.</summary>
    public string? Naam { get; private set; }

    /// <summary>Most reactions never ask for it: only then are the bytes copied.</summary>
    internal void Kwam(string naam, Func<byte[]> envelop) => (Naam, _envelop) = (naam, envelop);
}
