using System.Xml.Linq;

namespace WmoPlatform.Keten.Berichten;

/// <summary>Something wrong at level 3 or 4: at which class of the message, and the code for it.</summary>
internal sealed record Bevinding(XElement Klasse, string Code);

/// <summary>What a receiver finds of a message.</summary>
/// <param name="Regels">Level 2: the rules that the message breaks by itself. One is enough to send it back as a whole.</param>
/// <param name="Bevindingen">Levels 3 and 4.</param>
internal sealed record Oordeel(IReadOnlyList<string> Regels, IReadOnlyList<Bevinding> Bevindingen)
{
    public static Oordeel Goed { get; } = new([], []);
    public static Oordeel Afgekeurd(XElement klasse, string code) => new([], [new(klasse, code)]);

    public bool IsTechnischOnjuist => Regels.Count > 0;
    public bool IsGoed => Regels.Count == 0 && Bevindingen.Count == 0;
    public IReadOnlyList<string> Codes => IsTechnischOnjuist ? [Retourcode.TechnischOnjuist] : [.. Bevindingen.Select(bevinding => bevinding.Code).Distinct()];
    public IReadOnlyList<string> CodesVan(XElement klasse) => [.. Bevindingen.Where(bevinding => bevinding.Klasse == klasse).Select(bevinding => bevinding.Code).Distinct()];

    /// <summary>Level 2 first; 8848 is everybody's; the rest is judged only of a message that holds by itself.</summary>
    public static Oordeel Van(Bericht bericht, DateOnly vandaag, IEnumerable<string> regels, Func<IEnumerable<Bevinding>> bevindingen)
    {
        string[] gebroken = [.. regels.Distinct()];
        if (gebroken.Length > 0) return new(gebroken, []);
        return new([], [.. bericht.Dagtekening > vandaag ? [new Bevinding(bericht.Header, Retourcode.DagtekeningInToekomst)] : Array.Empty<Bevinding>(), .. bevindingen()]);
    }
}
