using WmoPlatform.Keten.Berichten;

namespace WmoPlatform.Keten.Post;

/// <summary>A chain partner: what it takes, what it checks, what it answers. Its knowledge follows from the messages alone.</summary>
internal interface IPartner
{
    /// <summary>svb, cak, or a provider's AGB code.</summary>
    string Naam { get; }

    /// <summary>Where the platform takes this partner's messages.</summary>
    string Pad { get; }

    /// <summary>Whether its messages go over the GGk, and so may travel in an envelope.</summary>
    bool ViaGgk => false;

    /// <summary>The kinds of message that it takes.</summary>
    IReadOnlySet<string> Neemt { get; }

    /// <summary>What a message, taken or its own, is about: assignment numbers, a budget, a start number; never a person.</summary>
    string Sleutel(Bericht bericht);

    /// <summary>What is wrong with it.</summary>
    /// <param name="heen">What came in.</param>
    /// <param name="vandaag">Today in Europe/Amsterdam.</param>
    /// <param name="onbeantwoord">Whether the answer to an earlier message, by its identification, has not left yet.</param>
    Oordeel Beoordeel(Bericht heen, DateOnly vandaag, Func<string, bool> onbeantwoord);

    /// <summary>How it rejects when it is told to.</summary>
    Oordeel Afkeur(Bericht heen);

    /// <summary>What the partner sends by itself once it accepted the message.</summary>
    IEnumerable<Bericht> Daarna(Bericht heen, DateOnly vandaag) => [];

    /// <summary>Remembers a message: an accepted one, an answer to its own, or its own.</summary>
    void Onthoud(Bericht bericht);
}

/// <summary>What came of a command: a message that leaves, or why not.</summary>
internal sealed record Uitkomst(Bericht? Bericht, int Status = 202, string Waarom = "")
{
    public static implicit operator Uitkomst(Bericht bericht) => new(bericht);
    public static Uitkomst Onbekend(string waarom) => new(null, 404, waarom);
    public static Uitkomst Ongeldig(string waarom) => new(null, 400, waarom);
    public static Uitkomst KanNiet(string waarom) => new(null, 409, waarom);
}
