using WmoPlatform.IStandaarden;

namespace WmoPlatform.Keten.Post;

/// <summary>A chain partner: what it takes, what it checks, what it answers. Its knowledge follows from the messages alone.</summary>
internal interface IPartner
{
    /// <summary>svb, cak, or a provider's AGB code.</summary>
    string Naam { get; }

    /// <summary>Where the platform takes this partner's messages.</summary>
    string Pad { get; }

    /// <summary>The code with which it rejects when it is told to.</summary>
    string Afkeurcode { get; }

    /// <summary>What the message is about: assignment numbers, a budget, a start number; never a person. Null when it takes no such message.</summary>
    string? Sleutel(Ketenbericht bericht);

    /// <summary>The codes that reject it; none when it is fine.</summary>
    /// <param name="bericht">What came in.</param>
    /// <param name="vandaag">Today in Europe/Amsterdam.</param>
    /// <param name="onbeantwoord">Whether the answer to an earlier message, by its identification, has not left yet.</param>
    IReadOnlyList<string> Beoordeel(Heenbericht bericht, DateOnly vandaag, Func<string, bool> onbeantwoord);

    /// <summary>The retour to it.</summary>
    Retourbericht Antwoord(Heenbericht bericht, IReadOnlyList<string> codes, string identificatie, DateOnly vandaag);

    /// <summary>What the partner sends by itself once it accepted the message.</summary>
    IEnumerable<Heenbericht> Daarna(Heenbericht bericht, DateOnly vandaag);

    /// <summary>Remembers a message: an accepted one, an answer to its own, or its own.</summary>
    void Onthoud(Ketenbericht bericht);
}

/// <summary>Checks that every partner makes.</summary>
internal static class Controle
{
    /// <summary>CS002. The simulator's own, so that a mistake in the platform's is not made twice.</summary>
    public static bool Elfproef(string bsn)
    {
        var som = -(bsn[8] - '0');
        for (var i = 0; i < 8; i++) som += (bsn[i] - '0') * (9 - i);
        return som % 11 == 0 && bsn != "000000000";
    }

    /// <summary>8848: a message from tomorrow.</summary>
    public static IEnumerable<string> Dagtekening(Heenbericht bericht, DateOnly vandaag)
    {
        if (bericht.Header.BerichtIdentificatie.Dagtekening > vandaag) yield return Retourcode.DagtekeningInToekomst;
    }

    /// <summary>Level 2 wins: the message goes back as a whole with 0001.</summary>
    public static IReadOnlyList<string> Uitkomst(bool technischJuist, IEnumerable<string> codes) =>
        technischJuist ? [.. codes.Distinct()] : [Retourcode.TechnischOnjuist];
}
