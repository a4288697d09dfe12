using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// What an aanvraag is, as simply as it can be said: some facts, and for each act the code of its refusal, or null when it is done. It
/// counts days by itself and knows nothing of the aggregate.
/// </summary>
internal sealed class AanvraagModel(DateOnly ontvangenOp, DateOnly verslagVan, int voorzieningen)
{
    public enum Stand
    {
        Ontvangen,
        Besloten,
        Bekendgemaakt,
        Ingetrokken,
        Doorgezonden,
    }

    public sealed record Verzoek(DateOnly Op, DateOnly Uiterlijk, DateOnly?[] Binnen)
    {
        public bool Compleet => Binnen.All(b => b is not null);
        public bool Gemeld { get; set; }
    }

    public sealed record Stilte(Opschortingsgrond Grond, DateOnly Van)
    {
        public DateOnly? Afgesproken { get; set; }
        public DateOnly? Voorbij { get; set; }
        public bool Onbekend => Voorbij is null && Afgesproken is null;

        public DateOnly? Einde => Voorbij ?? Afgesproken;
    }

    public sealed record Brief(DateOnly Op, int Aanvragers, bool OnredelijkLaat);

    public DateOnly Vandaag { get; set; } = ontvangenOp;
    public DateOnly OntvangenOp { get; private set; } = ontvangenOp;
    public Stand Status { get; private set; }
    public List<Verzoek> Verzoeken { get; } = [];
    public List<Stilte> Stiltes { get; } = [];
    public (DateOnly Op, int Weken)? Uitstel { get; private set; }
    public int Voorzieningen { get; private set; } = voorzieningen;
    public List<DateOnly> Intrekkingen { get; } = [];
    public List<Brief> Brieven { get; } = [];
    public (DateOnly Op, decimal Bedrag)? Dwangsombesluit { get; private set; }
    public DateOnly? BetaaldOp { get; private set; }
    public decimal Teruggevorderd { get; private set; }
    private bool IsBuitenBehandeling { get; set; }
    private DateOnly? BeslotenOp { get; set; }
    private DateOnly? Klaar { get; set; }

    // ------------------------------------------------------------------------------------------ days

    /// <summary>Fourteen days, and every day on which it stood still, each once (Wmo 2015 art. 2.3.5 lid 2, Awb 4:15).</summary>
    private DateOnly EindeVoorHetWeekend => Reken().Einde;

    private DateOnly? StilSinds => Reken().Stil;

    private (DateOnly Einde, DateOnly? Stil) Reken()
    {
        var stil = new HashSet<DateOnly>();
        DateOnly? onbekend = null;
        var perioden = Verzoeken
            .Select(v => (Van: v.Op, Tot: v.Compleet && v.Binnen.Max() < v.Uiterlijk ? v.Binnen.Max() : v.Uiterlijk))
            .Concat(Stiltes.Select(s => (s.Van, Tot: s.Einde)));
        foreach (var (van, tot) in perioden.OrderBy(p => p.Van))
        {
            // What begins after the last day comes too late, but no day is the last one while nobody knows how long it stands still.
            if (onbekend is null && van >= Modelkalender.Gewoon(OntvangenOp.AddDays(14 + stil.Count))) continue;
            if (tot is null) onbekend ??= van;
            for (var dag = van.AddDays(1); dag <= tot; dag = dag.AddDays(1)) stil.Add(dag);
        }
        return (OntvangenOp.AddDays(14 + stil.Count), onbekend);
    }

    public DateOnly Uiterlijk => Modelkalender.Gewoon(EindeVoorHetWeekend);

    /// <summary>While it stands still, the promise counts as if it runs again from the announcement on.</summary>
    public DateOnly? Toegezegd => Uitstel is not { } u ? null
        : StilSinds < u.Op ? Modelkalender.Gewoon(EindeVoorHetWeekend.AddDays(u.Op.DayNumber - StilSinds.Value.DayNumber + 7 * u.Weken))
        : u.Op <= Uiterlijk ? Modelkalender.Gewoon(EindeVoorHetWeekend.AddDays(7 * u.Weken)) : null;

    public IEnumerable<(Brief Brief, Ingebrekestellingsoordeel Oordeel)> Oordelen()
    {
        var geldig = false;
        foreach (var brief in Brieven.OrderBy(b => b.Op))
        {
            var teVroeg = brief.Op <= Uiterlijk || brief.Op > StilSinds;
            var oordeel = geldig ? Ingebrekestellingsoordeel.AlOntvangen : teVroeg ? Ingebrekestellingsoordeel.TeVroeg
                : brief.OnredelijkLaat ? Ingebrekestellingsoordeel.OnredelijkLaat : Ingebrekestellingsoordeel.Geldig;
            geldig |= oordeel == Ingebrekestellingsoordeel.Geldig;
            yield return (brief, oordeel);
        }
    }

    /// <summary>The dwangsom of today: two weeks after the notice, then 14 days of 23 euro, 14 of 35 and 14 of 45 (Awb 4:17).</summary>
    public (int Dagen, decimal Bedrag, DateOnly LaatsteDag)? Dwangsom()
    {
        if (Oordelen().FirstOrDefault(o => o.Oordeel == Ingebrekestellingsoordeel.Geldig).Brief is not { } brief) return null;
        var (dag, laatste, dagen, bedrag) = (Modelkalender.Gewoon(brief.Op.AddDays(14)).AddDays(1), default(DateOnly), 0, 0m);
        for (var nr = 1; nr <= 42; nr++, dag = dag.AddDays(1))
        {
            laatste = dag;
            if (dag > Vandaag || dag >= Klaar) continue;
            (dagen, bedrag) = (nr, bedrag + (nr <= 14 ? 23 : nr <= 28 ? 35 : 45));
        }
        return (dagen, bedrag, laatste);
    }

    // ------------------------------------------------------------------------------------------ acts

    private string? Af => Status switch
    {
        Stand.Ingetrokken => "aanvraag-ingetrokken",
        Stand.Doorgezonden => "aanvraag-doorgezonden",
        Stand.Bekendgemaakt => "al-bekendgemaakt",
        _ => null,
    };

    private string? AfOfBesloten => Af ?? (Status == Stand.Besloten ? "al-besloten" : null);

    private string? Gebeurd(DateOnly dag, DateOnly vanaf) => dag > Vandaag ? "dag-in-de-toekomst" : dag < vanaf ? "dag-te-vroeg" : null;

    public string? StelUit(int weken) => Doe(
        Af ?? (Toegezegd is not null ? "uitstel-al-aangekondigd" : weken > 2 ? "uitstel-te-lang"
            : Vandaag > Uiterlijk && !(StilSinds < Vandaag) ? "uitstel-te-laat" : null),
        () => Uitstel = (Vandaag, weken));

    public string? VraagAanvulling(DateOnly uiterlijk, int stukken, bool ookHetVerslag) => Doe(
        AfOfBesloten ?? (uiterlijk <= Vandaag ? "termijn-te-kort" : uiterlijk.Year > Vandaag.Year + 1 ? "dag-te-ver"
            : ookHetVerslag ? "werk-van-de-gemeente"
            : Ongebruikt(Vandaag) is { } einde && Vandaag > Modelkalender.Gewoon(einde.AddDays(28)) ? "aanvullen-voorbij" : null),
        () => Verzoeken.Add(new(Vandaag, uiterlijk, new DateOnly?[stukken])));

    public string? VulAan(int verzoek, int stuk, DateOnly op) => Doe(
        Af ?? (verzoek >= Verzoeken.Count ? "niet-gevonden" : stuk > Verzoeken[verzoek].Binnen.Length ? "stuk-niet-gevraagd"
            : Verzoeken[verzoek].Binnen[stuk - 1] is not null ? "stuk-al-ontvangen" : Gebeurd(op, Verzoeken[verzoek].Op)),
        () => Verzoeken[verzoek].Binnen[stuk - 1] = op);

    public string? SchortOp(Opschortingsgrond grond, DateOnly van, DateOnly? afgesproken) => Doe(
        AfOfBesloten ?? Gebeurd(van, OntvangenOp) ?? (van >= Uiterlijk && StilSinds is null ? "opschorting-te-laat"
            : grond != Opschortingsgrond.Instemming && Vandaag > Uiterlijk && (StilSinds is null || van < Vandaag) ? "opschorting-achteraf"
            : grond == Opschortingsgrond.Buitenland && van != Vandaag ? "begint-met-de-brief"
            : grond == Opschortingsgrond.Instemming && afgesproken is null ? "instemming-zonder-einde"
            : afgesproken?.Year > Vandaag.Year + 1 ? "dag-te-ver"
            : afgesproken < van ? "einde-voor-begin" : null),
        () => Stiltes.Add(new(grond, van) { Afgesproken = afgesproken }));

    public string? BeeindigOpschorting(int nr, DateOnly tot) => Doe(
        Af ?? (nr >= Stiltes.Count ? "niet-gevonden" : Stiltes[nr].Voorbij is not null ? "opschorting-al-beeindigd"
            : Gebeurd(tot, Stiltes[nr].Van)
                ?? (!(tot > Stiltes[nr].Afgesproken) ? null
                    : Stiltes[nr].Grond == Opschortingsgrond.Instemming ? "langer-dan-afgesproken" : "langer-dan-verwacht")),
        () => Stiltes[nr].Voorbij = tot);

    public string? Verwacht(int nr, DateOnly tot) => Doe(
        AfOfBesloten ?? (nr >= Stiltes.Count ? "niet-gevonden" : Stiltes[nr].Voorbij is not null ? "opschorting-al-beeindigd"
            : Stiltes[nr].Grond == Opschortingsgrond.Instemming ? "nieuwe-instemming-nodig"
            : Stiltes[nr].Afgesproken < Vandaag ? "opschorting-al-beeindigd" : tot < Vandaag ? "dag-voorbij"
            : tot == Stiltes[nr].Afgesproken ? "niets-gewijzigd" : null),
        () => Stiltes[nr].Afgesproken = tot);

    public string? Corrigeer(DateOnly dag) => Doe(
        Af ?? (dag == OntvangenOp ? "niets-gewijzigd" : dag < verslagVan ? "ontvangst-voor-verslag"
            : dag > Feiten().Min() ? "ontvangst-te-laat" : null),
        () => OntvangenOp = dag);

    private IEnumerable<DateOnly> Feiten() =>
    [
        Vandaag, .. Verzoeken.Select(v => v.Op), .. Stiltes.Select(s => s.Van), Uitstel?.Op ?? Vandaag, BeslotenOp ?? Vandaag,
        .. Intrekkingen, .. Brieven.Select(b => b.Op),
    ];

    public string? TrekIn(bool geheel, DateOnly op) => Doe(Af ?? Gebeurd(op, OntvangenOp), () =>
    {
        Intrekkingen.Add(op);
        if (!geheel && Voorzieningen > 1) Voorzieningen--;
        else (Status, Klaar) = (Stand.Ingetrokken, op);
    });

    public string? StelInGebreke(DateOnly op, int aanvragers, bool onredelijkLaat) => Doe(
        Dwangsombesluit is not null ? "dwangsom-al-vastgesteld" : Klaar < op ? "al-beslist" : Gebeurd(op, OntvangenOp),
        () => Brieven.Add(new(op, aanvragers, onredelijkLaat)));

    public string? VindOnredelijkLaat(int nr)
    {
        var oordelen = Oordelen().ToList();
        return Doe(Dwangsombesluit is not null ? "dwangsom-al-vastgesteld" : nr >= oordelen.Count ? "niet-gevonden"
            : oordelen[nr].Oordeel != Ingebrekestellingsoordeel.Geldig ? "brief-telt-niet" : null,
            () => Brieven[Brieven.IndexOf(oordelen[nr].Brief)] = oordelen[nr].Brief with { OnredelijkLaat = true });
    }

    public string? StelDwangsomVast(bool geen)
    {
        var telt = Oordelen().Any(o => o.Oordeel is Ingebrekestellingsoordeel.Geldig or Ingebrekestellingsoordeel.OnredelijkLaat);
        var dwangsom = Dwangsom();
        return Doe(Dwangsombesluit is not null ? "dwangsom-al-vastgesteld" : !telt ? "geen-ingebrekestelling"
            : geen ? (dwangsom is null ? null : "grond-niet-vastgelegd")
            : dwangsom is not { } d ? "grond-vereist" : Klaar is null && d.LaatsteDag >= Vandaag ? "dwangsom-loopt-nog"
            : d.Dagen == 0 ? "geen-dwangsom" : null,
            () => Dwangsombesluit = (Vandaag, geen ? 0 : dwangsom!.Value.Bedrag));
    }

    public string? Betaal(DateOnly op) => Doe(Dwangsombesluit is not { Bedrag: > 0 } b ? "geen-dwangsom"
        : BetaaldOp is not null ? "dwangsom-al-betaald" : Gebeurd(op, b.Op), () => BetaaldOp = op);

    public string? VorderTerug(decimal bedrag)
    {
        var over = BetaaldOp is null ? 0 : Dwangsombesluit!.Value.Bedrag - Teruggevorderd;
        return Doe(over == 0 ? "niets-betaald" : bedrag > over ? "meer-dan-betaald" : null, () => Teruggevorderd += bedrag);
    }

    public string? ZendDoor() => Doe(Af, () => (Status, Klaar) = (Stand.Doorgezonden, Vandaag));

    public string? Beslis(bool buitenBehandeling) => Doe(Af ?? (buitenBehandeling ? BuitenBehandeling(Vandaag) : null),
        () => (Status, BeslotenOp, IsBuitenBehandeling) = (Stand.Besloten, Vandaag, buitenBehandeling));

    public string? MaakBekend(DateOnly op) => Doe(
        Af ?? (BeslotenOp is null ? "nog-geen-besluit" : op > Vandaag ? "bekendmaking-in-de-toekomst"
            : op < BeslotenOp ? "bekendmaking-voor-besluit" : IsBuitenBehandeling ? BuitenBehandeling(op) : null),
        () => (Status, Klaar) = (Stand.Bekendgemaakt, op));

    /// <summary>The end of the first term to complete it that passed, while something of it is still missing.</summary>
    private DateOnly? Ongebruikt(DateOnly dag) =>
        Verzoeken.Where(v => !v.Compleet && v.Uiterlijk < dag).Select(v => (DateOnly?)v.Uiterlijk).Min();

    /// <summary>Only after a term to complete it that passed unused, and in the four weeks after it (Awb 4:5 lid 4).</summary>
    private string? BuitenBehandeling(DateOnly dag) =>
        Ongebruikt(dag) is not { } einde
            ? "eerst-laten-aanvullen"
            : dag > Modelkalender.Gewoon(einde.AddDays(28)) ? "buiten-behandeling-te-laat" : null;

    /// <summary>What was expected to end ended; that changes no term.</summary>
    public string? HoudBij()
    {
        foreach (var stilte in Klaar is null ? Stiltes : [])
            if (stilte.Voorbij is null && stilte.Grond != Opschortingsgrond.Instemming && stilte.Afgesproken < Vandaag)
                stilte.Voorbij = stilte.Afgesproken;
        return null;
    }

    private static string? Doe(string? geweigerd, Action doe)
    {
        if (geweigerd is null) doe();
        return geweigerd;
    }
}
