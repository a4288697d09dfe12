using MimeKit;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>Where e-mails come back to. A message that was handled goes; any other stays for a person, and is offered once.</summary>
public interface IRetourbus
{
    /// <summary>Offers each message that is new. One that fails holds up no other.</summary>
    /// <param name="neem">Says what is to become of it.</param>
    /// <param name="annulering">Stops it.</param>
    Task Leeg(Func<MimeMessage, Task<Retourlot>> neem, CancellationToken annulering);
}

/// <summary>The fate of a message that came back.</summary>
public enum Retourlot
{
    /// <summary>It was handled, and goes.</summary>
    Weg,
    /// <summary>It is offered again in the next round.</summary>
    Later,
    /// <summary>It is for a person.</summary>
    Bewaren,
}
