using WmoPlatform.Keten.Berichten;

namespace WmoPlatform.Keten.Post;

/// <summary>A chain partner: its messages, its checks and its answers. A partner knows only what follows from messages.</summary>
internal interface IPartner
{
    /// <summary>svb, cak, or a provider's AGB code.</summary>
    string Naam { get; }

    /// <summary>The path at which the platform receives this partner's messages.</summary>
    string Pad { get; }

    /// <summary>Whether this partner's messages go over the GGk, and may travel in an envelope.</summary>
    bool ViaGgk => false;

    /// <summary>The kinds of message that this partner takes.</summary>
    IReadOnlySet<string> Neemt { get; }

    /// <summary>The subject of a message to or from this partner: assignment numbers, a budget or a start number, never a person.</summary>
    string Sleutel(Bericht bericht);

    /// <summary>Judges a message.</summary>
    /// <param name="heen">The message that came in.</param>
    /// <param name="vandaag">Today in Europe/Amsterdam.</param>
    /// <param name="onbeantwoord">Whether the answer to an earlier message, by its identification, has still to leave.</param>
    Oordeel Beoordeel(Bericht heen, DateOnly vandaag, Func<string, bool> onbeantwoord);

    /// <summary>The rejection of a good message, for <see cref="Modus.Afkeuren"/>.</summary>
    Oordeel Afkeur(Bericht heen);

    /// <summary>The messages that the partner sends of its own accord after it accepted this one.</summary>
    IEnumerable<Bericht> Daarna(Bericht heen, DateOnly vandaag) => [];

    /// <summary>Remembers a message: one that the partner accepted or sent, or the answer to one that it sent.</summary>
    void Onthoud(Bericht bericht);
}

/// <summary>The outcome of a command: a message that leaves, or the reason why none does.</summary>
internal sealed record Uitkomst(Bericht? Bericht, int Status = 202, string Waarom = "")
{
    public static implicit operator Uitkomst(Bericht bericht) => new(bericht);
    public static Uitkomst Onbekend(string waarom) => new(null, 404, waarom);
    public static Uitkomst Ongeldig(string waarom) => new(null, 400, waarom);
    public static Uitkomst KanNiet(string waarom) => new(null, 409, waarom);
}
