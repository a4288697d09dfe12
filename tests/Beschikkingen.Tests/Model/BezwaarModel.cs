using WmoPlatform.Contracts;
using WmoPlatform.Beschikkingen.Bezwaren;

namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>
/// What a bezwaar is, as simply as it can be said: some facts, and for each act the code of its refusal, or null when it is done. It counts
/// days by itself and knows nothing of the aggregate.
/// </summary>
internal sealed class BezwaarModel(DateOnly bekend, DateOnly ontvangen)
{
    public sealed record Verzoek(DateOnly Op, DateOnly Uiterlijk)
    {
        public DateOnly? HersteldOp { get; set; }
    }

    public DateOnly Vandaag { get; set; } = ontvangen;
    private DateOnly OntvangenOp { get; } = ontvangen;
    public Bezwaarstatus Status { get; private set; }
    public List<Verzoek> Verzoeken { get; } = [];
    public List<DateOnly> Brieven { get; } = [];
    public DateOnly? BekendgemaaktOp { get; private set; }
    private DateOnly? CommissieOp { get; set; }
    private DateOnly? AdviesOp { get; set; }
    private int? Verdaagd { get; set; }
    private DateOnly? Afgesproken { get; set; }
    private bool? Verschoonbaar { get; set; }
    private Geenhoorgrond? GeenHoren { get; set; }
    private DateOnly? BeslotenOp { get; set; }
    private DateOnly? IngetrokkenOp { get; set; }
    private (DateOnly Op, int Weken)? Rechter { get; set; }

    // ------------------------------------------------------------------------------------------ days

    private DateOnly IndienenUiterlijk => Modelkalender.Gewoon(bekend.AddDays(42));

    private bool KwamTeLaat => OntvangenOp > IndienenUiterlijk;

    private bool IsTeLaat => KwamTeLaat && Verschoonbaar != true;

    /// <summary>
    /// Six or twelve weeks after the term to object, six more, and each day of it on which it stood still (Awb 7:10); or a court's weeks.
    /// </summary>
    public DateOnly Uiterlijk
    {
        get
        {
            if (Rechter is { } rechter) return rechter.Op.AddDays(7 * rechter.Weken);
            var (einde, stil) = (IndienenUiterlijk.AddDays((CommissieOp is null ? 42 : 84) + 7 * (Verdaagd ?? 0)), new HashSet<DateOnly>());
            foreach (var (van, tot) in Verzoeken.Select(v => (v.Op, Tot: v.HersteldOp < v.Uiterlijk ? v.HersteldOp.Value : v.Uiterlijk))
                .OrderBy(p => p.Op))
                if (van < Modelkalender.Gewoon(einde.AddDays(stil.Count)))
                    for (var dag = van.AddDays(1); dag <= tot; dag = dag.AddDays(1))
                        if (dag > IndienenUiterlijk) stil.Add(dag);
            einde = Modelkalender.Gewoon(einde.AddDays(stil.Count));
            return Afgesproken > einde ? Afgesproken.Value : einde;
        }
    }

    public DateOnly? BeroepUiterlijk => BekendgemaaktOp is { } dag ? Modelkalender.Gewoon(dag.AddDays(42)) : null;

    public IEnumerable<Ingebrekestellingsoordeel> Oordelen() => Oordelen(Brieven, Uiterlijk);

    /// <summary>A decision that was annulled: its last day, the day on which it was made known, and the notices of before it.</summary>
    public List<(DateOnly Uiterlijk, DateOnly Bekend, List<DateOnly> Brieven)> Vernietigd { get; } = [];

    public static IEnumerable<Ingebrekestellingsoordeel> Oordelen(IEnumerable<DateOnly> brieven, DateOnly uiterlijk)
    {
        var geldig = false;
        foreach (var brief in brieven.Order())
        {
            var oordeel = geldig ? Ingebrekestellingsoordeel.AlOntvangen : brief <= uiterlijk ? Ingebrekestellingsoordeel.TeVroeg
                : Ingebrekestellingsoordeel.Geldig;
            geldig |= oordeel == Ingebrekestellingsoordeel.Geldig;
            yield return oordeel;
        }
    }

    // ------------------------------------------------------------------------------------------ acts

    private string? Af => Status switch
    {
        Bezwaarstatus.Ingetrokken => "bezwaar-ingetrokken",
        Bezwaarstatus.Bekendgemaakt => "al-bekendgemaakt",
        _ => null,
    };

    private string? AfOfBeslist => Af ?? (Status == Bezwaarstatus.Beslist ? "al-beslist" : null);

    private string? Gebeurd(DateOnly dag, DateOnly vanaf) => dag > Vandaag ? "dag-in-de-toekomst" : dag < vanaf ? "dag-te-vroeg" : null;

    public string? VraagHerstel(DateOnly uiterlijk) => Doe(
        AfOfBeslist ?? (uiterlijk <= Vandaag ? "termijn-te-kort" : uiterlijk.Year > Vandaag.Year + 1 ? "dag-te-ver" : null),
        () => Verzoeken.Add(new(Vandaag, uiterlijk)));

    public string? Herstel(int nr, DateOnly op) => Doe(
        Af ?? (nr >= Verzoeken.Count ? "niet-gevonden" : Verzoeken[nr].HersteldOp is not null ? "verzuim-al-hersteld"
            : Gebeurd(op, Verzoeken[nr].Op)),
        () => Verzoeken[nr].HersteldOp = op);

    public string? SchakelCommissieIn() => Doe(
        AfOfBeslist ?? (CommissieOp is not null ? "commissie-al-gemeld" : Uiterlijk < Vandaag ? "commissie-te-laat" : null),
        () => CommissieOp = Vandaag);

    public string? NeemAdvies(DateOnly op) => Doe(
        AfOfBeslist ?? (CommissieOp is not { } gemeld ? "geen-commissie" : AdviesOp is not null ? "advies-al-ontvangen"
            : Gebeurd(op, gemeld)),
        () => AdviesOp = op);

    public string? Verdaag(int weken) => Doe(
        Af ?? (Rechter is not null ? "termijn-van-de-rechter" : Verdaagd is not null ? "al-verdaagd" : weken > 6 ? "verdaging-te-lang"
            : Uiterlijk < Vandaag ? "verdaging-te-laat" : null),
        () => Verdaagd = weken);

    public string? StelVerderUit(DateOnly tot) => Doe(
        Af ?? (Rechter is not null ? "termijn-van-de-rechter" : Uiterlijk < Vandaag ? "uitstel-te-laat"
            : tot <= Uiterlijk ? "uitstel-zonder-gevolg"
            : tot.Year > Vandaag.Year + 1 ? "dag-te-ver" : null),
        () => Afgesproken = tot);

    public string? Beoordeel(bool verschoonbaar) => Doe(Af ?? (KwamTeLaat ? null : "niet-te-laat"), () => Verschoonbaar = verschoonbaar);

    public string? ZieAf(Geenhoorgrond grond) => Doe(AfOfBeslist, () => GeenHoren = grond);

    public string? TrekIn(DateOnly op) => Doe(Af ?? Gebeurd(op, OntvangenOp),
        () => (Status, IngetrokkenOp) = (Bezwaarstatus.Ingetrokken, op));

    public string? StelInGebreke(DateOnly op) => Vernietigd.Find(v => op <= v.Bekend) is { Brieven: { } eerder }
        ? Doe(Gebeurd(op, OntvangenOp), () => eerder.Add(op))
        : Doe((BekendgemaaktOp ?? IngetrokkenOp) < op ? "al-beslist" : Gebeurd(op, OntvangenOp), () => Brieven.Add(op));

    public string? Beslis(Bezwaaruitkomst uitkomst, Nietontvankelijkgrond? grond, bool kennelijk, bool nieuweBeslisser,
        bool uitgelegd) => Doe(
        Af ?? (nieuweBeslisser ? null : "zelfde-beslisser") ?? Ontvankelijk(uitkomst == Bezwaaruitkomst.NietOntvankelijk, grond)
            ?? (uitkomst == Bezwaaruitkomst.Gegrond && kennelijk ? "kennelijk-past-niet" : null)
            ?? (GeenHoren is not { } horen ? "niet-gehoord" : Draagt(horen, uitkomst, kennelijk) ? null : "horen-toch-nodig")
            ?? (CommissieOp is not null && AdviesOp is null ? "advies-ontbreekt" : AdviesOp is null && uitgelegd ? "geen-advies"
                : AdviesOp is not null && uitkomst != Bezwaaruitkomst.Ongegrond && !uitgelegd ? "afwijking-niet-uitgelegd" : null),
        () => (Status, BeslotenOp) = (Bezwaarstatus.Beslist, Vandaag));

    private string? Ontvankelijk(bool nietOntvankelijk, Nietontvankelijkgrond? grond) =>
        nietOntvankelijk != grond is not null ? "grond-past-niet"
        : grond == Nietontvankelijkgrond.TeLaat && !IsTeLaat ? "niet-te-laat"
        : grond == Nietontvankelijkgrond.TeLaat && Verschoonbaar is null ? "reden-niet-beoordeeld"
        : !nietOntvankelijk && IsTeLaat ? "te-laat"
        : grond == Nietontvankelijkgrond.VerzuimNietHersteld
            && !Verzoeken.Exists(v => v.Uiterlijk < Vandaag && !(v.HersteldOp <= v.Uiterlijk)) ? "herstel-niet-verstreken" : null;

    private static bool Draagt(Geenhoorgrond grond, Bezwaaruitkomst uitkomst, bool kennelijk) => grond switch
    {
        Geenhoorgrond.KennelijkNietOntvankelijk => uitkomst == Bezwaaruitkomst.NietOntvankelijk && kennelijk,
        Geenhoorgrond.KennelijkOngegrond => uitkomst == Bezwaaruitkomst.Ongegrond && kennelijk,
        _ => !kennelijk,
    };

    public string? MaakBekend(DateOnly op, bool buitenPlatform) => Doe(
        Af ?? (BeslotenOp is null ? "nog-geen-besluit" : op > Vandaag ? "bekendmaking-in-de-toekomst"
            : op < BeslotenOp ? "bekendmaking-voor-besluit" : !buitenPlatform && op != Vandaag ? "reden-ontbreekt" : null),
        () => (Status, BekendgemaaktOp) = (Bezwaarstatus.Bekendgemaakt, op));

    /// <summary>Only a decision that was made known can be annulled; otherwise nothing happens.</summary>
    public string? Heropen(int weken)
    {
        if (Status != Bezwaarstatus.Bekendgemaakt) return null;
        Vernietigd.Add((Uiterlijk, BekendgemaaktOp!.Value, [.. Brieven]));
        Brieven.Clear();
        (Status, BekendgemaaktOp, BeslotenOp, Rechter) = (Bezwaarstatus.Ontvangen, null, null, (Vandaag, weken));
        return null;
    }

    /// <summary>What falls due by itself changes no term.</summary>
    public static string? HoudBij() => null;

    private static string? Doe(string? geweigerd, Action doe)
    {
        if (geweigerd is null) doe();
        return geweigerd;
    }
}
