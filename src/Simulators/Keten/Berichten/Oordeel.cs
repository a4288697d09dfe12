using System.Xml.Linq;

namespace WmoPlatform.Keten.Berichten;

/// <summary>A fault at level 3 or 4: the class of the message that is wrong, and the return code.</summary>
internal sealed record Bevinding(XElement Klasse, string Code);

/// <summary>The judgement of a receiver about a message.</summary>
/// <param name="Regels">Level 2: the rules that the message breaks by itself. One broken rule rejects the whole message.</param>
/// <param name="Bevindingen">Levels 3 and 4.</param>
internal sealed record Oordeel(IReadOnlyList<string> Regels, IReadOnlyList<Bevinding> Bevindingen)
{
    public static Oordeel Goed { get; } = new([], []);
    public static Oordeel Afgekeurd(XElement klasse, string code) => new([], [new(klasse, code)]);

    public bool IsTechnischOnjuist => Regels.Count > 0;
    public bool IsGoed => Regels.Count == 0 && Bevindingen.Count == 0;
    public IReadOnlyList<string> Codes =>
        IsTechnischOnjuist ? [Retourcode.TechnischOnjuist] : [.. Bevindingen.Select(bevinding => bevinding.Code).Distinct()];
    public IReadOnlyList<string> CodesVan(XElement klasse) =>
        [.. Bevindingen.Where(bevinding => bevinding.Klasse == klasse).Select(bevinding => bevinding.Code).Distinct()];

    /// <summary>Judges level 2, and the rest only when level 2 holds. Every partner gives 8848 for a date in the future.</summary>
    public static Oordeel Van(Bericht bericht, DateOnly vandaag, IEnumerable<string> regels, Func<IEnumerable<Bevinding>> bevindingen)
    {
        string[] gebroken = [.. regels.Distinct()];
        if (gebroken.Length > 0) return new(gebroken, []);
        Bevinding[] dagtekening =
            bericht.Dagtekening > vandaag ? [new Bevinding(bericht.Header, Retourcode.DagtekeningInToekomst)] : Array.Empty<Bevinding>();
        return new([], [.. dagtekening, .. bevindingen()]);
    }
}
