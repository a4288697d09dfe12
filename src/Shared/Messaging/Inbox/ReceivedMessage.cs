using System.Text.Json;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// The message that is being handled, as it came. A reaction sees the event as this version of Contracts knows it; who keeps events for
/// longer than that, as the journal does, keeps what was said.
/// </summary>
public sealed class ReceivedMessage
{
    private Func<byte[]>? _envelope;

    /// <summary>The event's own JSON with everything that its announcer wrote, personal data sealed; null where there is no message.</summary>
    public string? Gebeurtenis()
    {
        if (_envelope is null) return null;
        using var envelope = JsonDocument.Parse(_envelope());
        return envelope.RootElement.GetProperty("message").GetRawText();
    }

    /// <summary>The event's name; null where there is no message.</summary>
    public string? Name { get; private set; }

    /// <summary>Most reactions never ask for it: only then are the bytes copied.</summary>
    internal void Arrived(string name, Func<byte[]> envelope) => (Name, _envelope) = (name, envelope);
}
