using System.Xml.Linq;
using WmoPlatform.Keten.Berichten;
using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Post;
using static WmoPlatform.Keten.Post.Controle;

namespace WmoPlatform.Keten.Svb;

/// <summary>
/// The SVB: receives WMO501, reserves budgets and answers with WMO502. A WMO507 of the SVB reports the amount spent of a budget.
/// </summary>
internal sealed class Betaalinstantie(Persoonslijsten personen) : IPartner
{
    private static readonly DateOnly Vroegst = new(2018, 1, 1);

    private sealed record Sleutelwaarden(string Gemeente, string Bsn, string Budget);

    private readonly Dictionary<Sleutelwaarden, Bericht> _budgetten = [];
    private readonly Dictionary<string, (Bericht Bericht, IReadOnlyList<string>? Antwoord)> _afsluitingen = [];

    public string Naam => "svb";
    public string Pad => "/pgb/v1/ipgb/berichten";

    public IReadOnlySet<string> Neemt { get; } = new HashSet<string> { "WMO501", "WMO508" };

    public string Sleutel(Bericht bericht) => bericht.Soort.Naam switch
    {
        "WMO501" => bericht.Lichaam.Tekst("Budget/BudgetIdentificatie")!,
        "WMO507" => Besteed(bericht).First().Tekst("BudgetIdentificatie")!,
        _ => bericht.Antwoordt!,
    };

    public Oordeel Beoordeel(Bericht heen, DateOnly vandaag, Func<string, bool> onbeantwoord) =>
        Oordeel.Van(heen, vandaag, Regels(heen), () => Bevindingen(heen, onbeantwoord));

    public Oordeel Afkeur(Bericht heen) => Oordeel.Afgekeurd(heen.Lichaam!.Element("Budget")!, Svbcode.BudgetNietUniek);

    private static IEnumerable<string> Regels(Bericht heen)
    {
        var (client, budget) = (heen.Lichaam!, heen.Lichaam!.Element("Budget")!);
        var (delen, relaties) = (Functiebudgetten(heen).ToList(), client.Alle("Relaties/Relatie").ToList());
        var (begin, einde) = (budget.Datum("BudgetPeriode/Begindatum"), budget.Datum("BudgetPeriode/Einddatum"));
        return
        [
            .. Breekt(
                ("CS002", Elfproef(client.Tekst("Bsn")!)),
                ("CS023", (budget.Datum("Afgiftedatum") ?? DateOnly.MinValue) <= heen.Dagtekening),
                ("CS003", Loopt(begin, einde)),
                ("TR511", (begin ?? Vroegst) >= Vroegst),
                ("TR101", Uniek(relaties, r => r.Tekst("Nummer")) && Uniek(delen, d => (d.Tekst("Zorgfunctie"), Begin(d), Einde(d))))),
            .. delen.SelectMany(deel => Breekt(
                ("CS003", Loopt(Begin(deel), Einde(deel))),
                ("TR511", Begin(deel) >= Vroegst),
                ("TR016", Begin(deel) >= (begin ?? DateOnly.MinValue) && Einde(deel) <= (einde ?? DateOnly.MaxValue)),
                ("CD505", !IsIngetrokken(deel) || Begin(deel) == Einde(deel)),
                ("TR503", (deel.Getal("VerantwoordingsvrijBedrag") ?? 0) <= deel.Getal("FunctieBudgetBedrag")))),
            .. relaties.SelectMany(Relatie),
            .. Adres(client.Op("Contact/Adres")),
            .. Volledig(client.Op("Contact/Adres")),
        ];
    }

    private static IEnumerable<string> Relatie(XElement relatie)
    {
        var isOrganisatie = relatie.Element("KvkNummer") is not null || relatie.Op("Contact/Organisatie") is not null;
        var isMens = relatie.Element("Bsn") is not null || relatie.Element("Naam") is not null;
        return
        [
            .. Breekt(
                ("CS502", relatie.Tekst("Soort") != "4"),
                ("CS002", relatie.Tekst("Bsn") is not { } bsn || Elfproef(bsn)),
                ("CD504", !(isOrganisatie && isMens)),
                ("TR515", isOrganisatie || isMens)),
            .. Post.Controle.Naam(relatie.Element("Naam")),
            .. Adres(relatie.Op("Contact/Adres")),
            .. Volledig(relatie.Op("Contact/Adres")),
        ];
    }

    private static IEnumerable<string> Volledig(XElement? adres) => Breekt(
        ("TR506", adres is null || (adres.Element("Huis") is not null && adres.Element("Postcode") is not null)));

    private IEnumerable<Bevinding> Bevindingen(Bericht heen, Func<string, bool> onbeantwoord)
    {
        var (client, budget, eigen) = (heen.Lichaam!, heen.Lichaam!.Element("Budget")!, Van(heen));
        if (personen.Zoek(eigen.Bsn) is null) yield return new(client, Svbcode.NietInBrp);
        foreach (var relatie in client.Alle("Relaties/Relatie"))
            if (relatie.Tekst("Bsn") is { } bsn && personen.Zoek(bsn) is null) yield return new(relatie, Svbcode.NietInBrp);
        if (_budgetten.ContainsKey(eigen)) yield return new(budget, Svbcode.BudgetNietUniek);

        var delen = Functiebudgetten(heen).ToList();
        var oud = budget.Tekst("BudgetIdentificatieOud");
        foreach (var deel in delen)
            if (!IsIngetrokken(deel)
                && (delen.Any(ander => ander != deel && Botst(deel, ander)) || Geldend(eigen, oud).Any(ander => Botst(deel, ander))))
                yield return new(deel, Svbcode.Overlap);

        if (oud is null)
        {
            foreach (var deel in delen.Where(IsIngetrokken)) yield return new(deel, Svbcode.IntrekkingOnjuist);
            yield break;
        }
        if (!_budgetten.TryGetValue(eigen with { Budget = oud }, out var vorige))
        {
            yield return new(budget, Svbcode.GeenEerderBudget);
            yield break;
        }
        if (onbeantwoord(vorige.Identificatie)) yield return new(budget, Svbcode.WachtOpRetour);
        // TR514: a withdrawal repeats the first day from the earlier message.
        var begonnen = Functiebudgetten(vorige).Select(deel => (deel.Tekst("Zorgfunctie"), Begin(deel))).ToHashSet();
        foreach (var deel in delen)
            if (IsIngetrokken(deel) && !begonnen.Contains((deel.Tekst("Zorgfunctie"), Begin(deel))))
                yield return new(deel, Svbcode.IntrekkingOnjuist);
    }

    /// <summary>
    /// The functiebudgetten that this person now has from this gemeente. A budget that another one replaced does not count, and neither
    /// does the budget that this message replaces.
    /// </summary>
    private IEnumerable<XElement> Geldend(Sleutelwaarden eigen, string? vervangt)
    {
        var vervangen = _budgetten.Values
            .Where(b => Van(b) with { Budget = "" } == eigen with { Budget = "" })
            .Select(b => b.Lichaam.Tekst("Budget/BudgetIdentificatieOud"))
            .Append(vervangt)
            .ToHashSet();
        return _budgetten
            .Where(b => b.Key with { Budget = "" } == eigen with { Budget = "" } && b.Key != eigen && !vervangen.Contains(b.Key.Budget))
            .SelectMany(b => Functiebudgetten(b.Value));
    }

    private static bool Botst(XElement een, XElement ander) =>
        !IsIngetrokken(ander)
        && een.Tekst("Zorgfunctie") == ander.Tekst("Zorgfunctie")
        && Overlapt((Begin(een), Einde(een)), (Begin(ander), Einde(ander)));

    /// <summary>
    /// Closes a budget, or a year of a budget (OP521, OP522). Without <see cref="Afsluiting.Delen"/> every functiebudget closes with
    /// nothing spent.
    /// </summary>
    public Uitkomst Sluit(Afsluiting opdracht, DateOnly vandaag)
    {
        var budgetten = _budgetten.Where(b => b.Key.Budget == opdracht.BudgetIdentificatie).Select(b => b.Value).ToList();
        if (budgetten is not [var budget])
            return budgetten.Count == 0
                ? Uitkomst.Onbekend($"De SVB heeft geen budget {opdracht.BudgetIdentificatie}.")
                : Uitkomst.KanNiet("Meer mensen hebben een budget met deze naam.");
        var functies = Functiebudgetten(budget).ToList();
        var besteed = new List<XElement>();
        foreach (var deel in opdracht.Delen ?? [.. functies.Select(f => new Bestedingsdeel(f.Tekst("Zorgfunctie")!, 0))])
        {
            // TR510, OP528: a closing names an existing functiebudget and covers its whole period.
            var functie = functies.FirstOrDefault(f =>
                f.Tekst("Zorgfunctie") == deel.Zorgfunctie && (deel.Begindatum is null || Begin(f) == deel.Begindatum));
            if (functie is null) return Uitkomst.Onbekend($"In dit budget is er geen functiebudget {deel.Zorgfunctie}.");
            if (deel.Besteed > functie.Getal("FunctieBudgetBedrag") && opdracht.Reden != "3")
                return Uitkomst.KanNiet("Er is meer besteed dan toegekend. Dat is een bestedingsconflict: reden 3 (TR512).");
            if (Gesloten().Any(al =>
                al.Tekst("BudgetIdentificatie") == opdracht.BudgetIdentificatie
                && al.Tekst("Zorgfunctie") == deel.Zorgfunctie
                && X.Gelijk(
                    new XElement("P", al.Element("BestedingsPeriode")!.Elements()),
                    new XElement("P", functie.Element("FunctieBudgetPeriode")!.Elements()))
                && al.Tekst("RedenBudgetafsluiting") == opdracht.Reden))
                return Uitkomst.KanNiet($"Functiebudget {deel.Zorgfunctie} is al afgesloten met deze reden.");
            besteed.Add(new("FunctieBudgetBesteed",
                X.Element("BudgetIdentificatie", opdracht.BudgetIdentificatie),
                X.Element("Zorgfunctie", deel.Zorgfunctie),
                new XElement("BestedingsPeriode", functie.Element("FunctieBudgetPeriode")!.Elements()),
                X.Element("FunctieBudgetBesteed", deel.Besteed),
                X.Element("ZiekengeldBesteed", deel.Ziekengeld),
                X.Element("RedenBudgetafsluiting", opdracht.Reden)));
        }
        return Bericht.Maak("WMO507", null, budget.Gemeente, Postkamer.NieuweIdentificatie(), vandaag,
            new XElement("Client", new XElement(budget.Lichaam!.Element("Bsn")!), new XElement("FunctieBudgettenBesteed", besteed)));
    }

    /// <summary>Shows budgets and closings, never a person.</summary>
    public object Overzicht() => new
    {
        Budgetten = _budgetten.Values.Select(b => new
        {
            b.Gemeente,
            BudgetIdentificatie = b.Lichaam.Tekst("Budget/BudgetIdentificatie"),
            BudgetIdentificatieOud = b.Lichaam.Tekst("Budget/BudgetIdentificatieOud"),
            Functiebudgetten = Functiebudgetten(b).Select(d => new
            {
                Zorgfunctie = d.Tekst("Zorgfunctie"),
                Begindatum = Begin(d),
                Einddatum = Einde(d),
                Centen = d.Getal("FunctieBudgetBedrag"),
                Ingetrokken = IsIngetrokken(d),
            }),
        }).ToList(),
        Afsluitingen = _afsluitingen.Values.SelectMany(a => Besteed(a.Bericht).Select(d => new
        {
            a.Bericht.Identificatie,
            BudgetIdentificatie = d.Tekst("BudgetIdentificatie"),
            Zorgfunctie = d.Tekst("Zorgfunctie"),
            Centen = d.Getal("FunctieBudgetBesteed"),
            Reden = d.Tekst("RedenBudgetafsluiting"),
            Codes = a.Antwoord,
        })).ToList(),
    };

    public void Onthoud(Bericht bericht)
    {
        switch (bericht.Soort.Naam)
        {
            case "WMO501":
                _budgetten[Van(bericht)] = bericht;
                break;
            case "WMO507":
                _afsluitingen[bericht.Identificatie] = (bericht, null);
                break;
            case "WMO508" when _afsluitingen.TryGetValue(bericht.Antwoordt!, out var afsluiting):
                _afsluitingen[bericht.Antwoordt!] = (afsluiting.Bericht, bericht.Afkeurcodes);
                break;
        }
    }

    private IEnumerable<XElement> Gesloten() =>
        _afsluitingen.Values.Where(a => a.Antwoord is null or []).SelectMany(a => Besteed(a.Bericht));
    private static Sleutelwaarden Van(Bericht b) =>
        new(b.Gemeente, b.Lichaam.Tekst("Bsn")!, b.Lichaam.Tekst("Budget/BudgetIdentificatie")!);
    private static IEnumerable<XElement> Functiebudgetten(Bericht b) => b.Lichaam.Alle("Budget/FunctieBudgetten/FunctieBudget");
    private static IEnumerable<XElement> Besteed(Bericht b) => b.Lichaam.Alle("FunctieBudgettenBesteed/FunctieBudgetBesteed");
    private static DateOnly Begin(XElement deel) => deel.Datum("FunctieBudgetPeriode/Begindatum")!.Value;
    private static DateOnly Einde(XElement deel) => deel.Datum("FunctieBudgetPeriode/Einddatum")!.Value;
    private static bool IsIngetrokken(XElement deel) => deel.Getal("FunctieBudgetBedrag") == 0;
}

/// <summary>
/// Return codes of the SVB. The real list is not public; these codes follow the pattern of iWmo, a 9 and the number of the rule.
/// </summary>
internal static class Svbcode
{
    /// <summary>TR502: the same zorgfunctie twice in overlapping periods.</summary>
    public const string Overlap = "9502";
    /// <summary>TR504: the BSN is not in the BRP.</summary>
    public const string NietInBrp = "9504";
    /// <summary>TR507: a message about a budget came before the answer to the previous one had left.</summary>
    public const string WachtOpRetour = "9507";
    /// <summary>TR514: no earlier message has the withdrawn functiebudget with this first day.</summary>
    public const string IntrekkingOnjuist = "9514";
    /// <summary>TR562: BudgetIdentificatieOud is not known.</summary>
    public const string GeenEerderBudget = "9562";
    /// <summary>TR574: BudgetIdentificatie has been used for this client.</summary>
    public const string BudgetNietUniek = "9574";
}
