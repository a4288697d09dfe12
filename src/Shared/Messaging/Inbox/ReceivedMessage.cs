using System.Text;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// The message that is being handled, as it came. A reaction gets the event as this version of Contracts knows it. The journal outlives
/// that version, so it keeps the event as it was sent.
/// </summary>
public sealed class ReceivedMessage
{
    private Func<byte[]>? _envelope;

    /// <summary>
    /// The event's own JSON with everything that its announcer wrote, personal data sealed. Null where no message is handled.
    /// </summary>
    public string? Gebeurtenis()
    {
        if (_envelope is null) return null;
        return Encoding.UTF8.GetString(Envelope.Open(_envelope()).Message.Span);
    }

    /// <summary>The event's name; null where no message is handled.</summary>
    public string? Name { get; private set; }

    /// <summary>Takes a function for the envelope, because it copies bytes that most reactions never read.</summary>
    internal void Arrived(string name, Func<byte[]> envelope) => (Name, _envelope) = (name, envelope);
}
