using System.Text;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// The message that is being handled, as it came. A reaction gets the event as this version of Contracts knows it. The journal outlives
/// that version, so it keeps the event as it was sent.
/// </summary>
public sealed class ReceivedMessage
{
    private ReadOnlyMemory<byte> _message;

    /// <summary>The event's name; null where no message is handled.</summary>
    public string? Name { get; private set; }

    /// <summary>
    /// The event's own JSON with everything that its announcer wrote, personal data sealed. Null where no message is handled.
    /// </summary>
    public string? Gebeurtenis() => Name is null ? null : Encoding.UTF8.GetString(_message.Span);

    internal void Arrived(string name, ReadOnlyMemory<byte> message) => (Name, _message) = (name, message);
}
