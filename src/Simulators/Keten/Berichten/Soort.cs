using System.Xml.Linq;

namespace WmoPlatform.Keten.Berichten;

/// <summary>An element of a message: its name, how often it may occur, and its content.</summary>
internal sealed record Veld(string Naam, bool Verplicht, bool Veel)
{
    /// <summary>The type of the text; null when the element holds elements.</summary>
    public Waarde? Waarde { get; init; }
    public IReadOnlyList<Veld> Delen { get; init; } = [];
    /// <summary>Whether the element has a composed type, whose elements belong to the basisschema.</summary>
    public bool IsCdt { get; init; }

    /// <summary>
    /// Whether the element is a class, which has return codes of its own in an answer. A value, a composed type and the list around a class
    /// are none.
    /// </summary>
    public bool IsKlasse => Waarde is null && !IsCdt && Delen is not [{ Veel: true }];
}

/// <summary>One of the standards.</summary>
/// <param name="Naam">iWmo, iPgb or iEb.</param>
/// <param name="Versie">BerichtVersie.</param>
/// <param name="Subversie">BerichtSubversie.</param>
/// <param name="Ruimte">The beginning of every namespace of the standard.</param>
internal sealed record Standaard(string Naam, string Versie, string Subversie, string Ruimte)
{
    public string Prefix => Naam.ToLowerInvariant();
    public XNamespace Basisschema => $"{Ruimte}/basisschema/schema";

    public static IReadOnlyDictionary<string, Standaard> Alle { get; } = new Standaard[]
    {
        new("iWmo", "3", "2", "http://www.istandaarden.nl/iwmo/3_2"),
        new("iPgb", "2", "1", "http://www.istandaarden.nl/ipgb/2_1"),
        new("iEb", "1", "0", "http://www.istandaarden.nl/ieb/1_0"),
    }.ToDictionary(standaard => standaard.Naam);
}

/// <summary>A kind of message, from <see cref="Tabellen.Berichten"/>.</summary>
internal sealed record Soort(string Naam, Standaard Standaard, string Code, Veld Wortel, Soort? Retour)
{
    private const string Declaratieantwoord = "WMO325";

    public string Prefix => Naam.ToLowerInvariant();
    public XNamespace Ruimte => $"{Standaard.Ruimte}/{Prefix}/schema";
    public bool IsRetour => Retour is null;
    /// <summary>The answer to a declaration has a header of its own, with the answering party as its sender.</summary>
    public bool IsDeclaratieantwoord => Naam == Declaratieantwoord;

    public override string ToString() => Naam;

    public static IReadOnlyDictionary<string, Soort> Alle { get; } = Lees();

    /// <summary>Finds a kind by the namespace of its root element.</summary>
    public static Soort? VanRuimte(string ruimte) => Alle.Values.FirstOrDefault(soort => soort.Ruimte.NamespaceName == ruimte);

    public static implicit operator Soort(string naam) => Alle[naam];

    private static Dictionary<string, Soort> Lees()
    {
        var typen = new Dictionary<string, IReadOnlyList<Veld>>();
        foreach (var (naam, regels) in Blokken(Tabellen.Typen)) typen[naam] = Velden(regels, typen);

        var alle = new Dictionary<string, Soort>();
        foreach (var (kop, regels) in Blokken(Tabellen.Berichten))
        {
            if (kop.Split(' ') is not [var naam, var code, var familie, var afzender, var ontvanger, var retour])
                throw new InvalidOperationException(kop);
            var standaard = Standaard.Alle[familie];
            var isDeclaratie = retour == Declaratieantwoord;
            var antwoordregels = isDeclaratie ? [.. Tabellen.Regels(Tabellen.Declaratieantwoord)] : regels;
            var antwoord = Maak(
                retour, standaard, $"{int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) + 1}", null,
                isDeclaratie ? (ontvanger, afzender) : (afzender, ontvanger),
                [.. Velden(antwoordregels, typen).Select(deel => MetCodes(deel, familie) with { Verplicht = false })],
                typen);
            alle[naam] = Maak(naam, standaard, code, antwoord, (afzender, ontvanger), Velden(regels, typen), typen);
            alle[retour] = antwoord;
        }
        return alle;
    }

    private static Soort Maak(
        string naam, Standaard standaard, string code, Soort? retour, (string Afzender, string Ontvanger) partijen,
        IReadOnlyList<Veld> lichaam, Dictionary<string, IReadOnlyList<Veld>> typen)
    {
        var header = new List<Veld>
        {
            Vast("BerichtCode", code),
            Vast("BerichtVersie", standaard.Versie),
            Vast("BerichtSubversie", standaard.Subversie),
        };
        if (partijen.Afzender != "-") header.Add(Een("Afzender", partijen.Afzender));
        if (partijen.Ontvanger != "-") header.Add(Een("Ontvanger", partijen.Ontvanger));
        header.AddRange([Een("BerichtIdentificatie", "CDT_BerichtIdentificatie"), Een("XsdVersie", "CDT_XsdVersie")]);
        if (naam == Declaratieantwoord)
            header.AddRange(
                [
                    Een("DeclaratieIdentificatie", "CDT_BerichtIdentificatie"),
                    Hoogstens("XsltVersie", "LDT_Versie"),
                    Een("XsdVersieDeclaratie", "CDT_XsdVersie"),
                    RetourCodes(standaard.Naam),
                ]);
        else if (retour is null)
            header.AddRange(
                [
                    Een("IdentificatieRetour", "LDT_IdentificatieBericht"),
                    Een("DagtekeningRetour", "LDT_Datum"),
                    Hoogstens("XsltVersie", "LDT_Versie"),
                    Een("XsdVersieRetour", "CDT_XsdVersie"),
                    RetourCodes(standaard.Naam) with { Verplicht = false },
                ]);
        var wortel = new Veld("Bericht", true, false) { Delen = [new("Header", true, false) { Delen = header }, .. lichaam] };
        return new(naam, standaard, code, wortel, retour);

        Veld Een(string element, string type) => Getypeerd(new(element, true, false), type, typen);
        Veld Hoogstens(string element, string type) => Getypeerd(new(element, false, false), type, typen);
        static Veld Vast(string element, string waarde) => new(element, true, false) { Waarde = Waarde.Vast(waarde) };
    }

    private static Veld RetourCodes(string familie) =>
        new("RetourCodes", true, false) { Delen = [new("RetourCode", true, true) { Waarde = Waarde.Alle[$"LDT_RetourCode_{familie}"] }] };

    /// <summary>The same element in an answer, where each of its classes has return codes.</summary>
    private static Veld MetCodes(Veld veld, string familie)
    {
        if (veld.Waarde is not null || veld.IsCdt) return veld;
        var delen = veld.Delen.Select(deel => MetCodes(deel, familie));
        return veld with { Delen = veld.IsKlasse ? [.. delen, RetourCodes(familie)] : [.. delen] };
    }

    private static Veld Getypeerd(Veld veld, string type, Dictionary<string, IReadOnlyList<Veld>> typen) =>
        typen.TryGetValue(type, out var delen) ? veld with { Delen = delen, IsCdt = true } : veld with { Waarde = Waarde.Alle[type] };

    /// <summary>Splits a table into blocks. A block is one line and the deeper lines under it.</summary>
    private static IEnumerable<(string Kop, IReadOnlyList<string> Regels)> Blokken(string tabel) => Blokken([.. Tabellen.Regels(tabel)]);

    private static IEnumerable<(string Kop, IReadOnlyList<string> Regels)> Blokken(IReadOnlyList<string> regels)
    {
        for (var i = 0; i < regels.Count;)
        {
            var kop = regels[i++];
            var binnen = regels.Skip(i).TakeWhile(regel => Diepte(regel) > Diepte(kop)).ToList();
            i += binnen.Count;
            yield return (kop.Trim(), binnen);
        }

        static int Diepte(string regel) => regel.Length - regel.TrimStart().Length;
    }

    private static IReadOnlyList<Veld> Velden(IReadOnlyList<string> regels, Dictionary<string, IReadOnlyList<Veld>> typen) => [..
        from blok in Blokken(regels)
        let woorden = blok.Kop.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let veld = new Veld(woorden[0].TrimEnd('?', '+'), !woorden[0].EndsWith('?'), woorden[0].EndsWith('+'))
        select woorden.Length > 1 ? Getypeerd(veld, woorden[1], typen) : veld with { Delen = Velden(blok.Regels, typen) }];
}
