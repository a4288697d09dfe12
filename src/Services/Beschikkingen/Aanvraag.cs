using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// The signed verslag as an aanvraag: received, decided, made known. It has one beschikking, with an outcome per voorziening.
/// </summary>
public sealed class Aanvraag : Aggregate
{
    private Aanvraag()
    {
    }

    /// <summary>The onderzoek that the verslag belongs to.</summary>
    public Guid OnderzoekId { get; private set; }
    public Guid PersoonId { get; private set; }

    /// <summary>Not sealed, because the database finds a resident's own beschikking by it. All other personal data are sealed.</summary>
    public string Bsn { get; private set; } = "";

    /// <summary>The personal data as they stood in the verslag, or were announced since, sealed by <see cref="Vault"/>.</summary>
    public Sealed VerzegeldePersoon { get; private set; }

    /// <summary>The state of the person that these data are of (<see cref="IOverPersoon.Persoonstand"/>).</summary>
    public int Persoonstand { get; private set; }
    public bool GeenBerichtenverkeer { get; private set; }

    /// <summary>What the BRP said after the verslag was signed.</summary>
    public IReadOnlyList<Brpsignaal> Brpsignalen { get; private set; } = [];
    public string Wijkteam { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    public Aanvraagstatus Status { get; private set; }

    /// <summary>The requested voorzieningen. Empty when there was no indicatie and the resident still wants a decision.</summary>
    public IReadOnlyList<GekozenVoorziening> Voorzieningen { get; private set; } = [];

    /// <summary>The last day under the law (Wmo 2015 art. 2.3.5 lid 2). An announced delay does not move it.</summary>
    public DateOnly Uiterlijk { get; private set; }

    /// <summary>The day promised in an announcement of delay (Awb 4:14).</summary>
    public DateOnly? ToegezegdeDatum { get; private set; }
    public string? RedenUitstel { get; private set; }

    public string? Beschikkingnummer { get; private set; }
    public IReadOnlyList<Voorzieningbesluit> Besluiten { get; private set; } = [];
    public DateOnly? BeslotenOp { get; private set; }

    /// <summary>The user who decided (the <c>sub</c> of their token).</summary>
    public string? BeslotenDoor { get; private set; }

    public DateOnly? BekendgemaaktOp { get; private set; }

    /// <summary>The municipality that got the aanvraag (Awb 2:3); null when it stayed here.</summary>
    public string? DoorgezondenNaar { get; private set; }
    public DateOnly? DoorgezondenOp { get; private set; }
    public string? RedenDoorzending { get; private set; }
    public DateOnly? BezwaarUiterlijk { get; private set; }

    /// <summary>Whether the term of the law was kept or, until bekendmaking, can still be kept.</summary>
    public bool IsTijdig(DateOnly vandaag) => (BekendgemaaktOp ?? DoorgezondenOp ?? vandaag) <= Uiterlijk;

    private Seat VanPersoon => Seat(nameof(VerzegeldePersoon));

    public static Aanvraag Ontvang(VerslagOndertekend verslag, Vault kluis, DateTimeOffset nu)
    {
        var termijn = Termijnen.Beschikking(verslag.OntvangenOp).AlsTermijn();
        var aanvraag = new Aanvraag
        {
            Dossiernummer = verslag.Dossiernummer,
            OnderzoekId = verslag.AggregaatId,
            PersoonId = verslag.PersoonId,
            Bsn = verslag.Persoon.Waarde.Bsn,
            Persoonstand = verslag.Persoonstand,
            GeenBerichtenverkeer = verslag.GeenBerichtenverkeer,
            Wijkteam = verslag.Wijkteam,
            OntvangenOp = verslag.OntvangenOp,
            Status = Aanvraagstatus.Ontvangen,
            Voorzieningen = verslag.Voorzieningen,
            Uiterlijk = termijn.Uiterlijk,
        };
        aanvraag.VerzegeldePersoon = kluis.SealJson(verslag.Persoon.Waarde, aanvraag.VanPersoon);
        aanvraag.Announce(new AanvraagOntvangen(verslag.OntvangenOp, termijn), nu);
        return aanvraag;
    }

    /// <summary>
    /// Takes over what was announced about the person since. A beschikking that was made known is not sent again, but the resident still
    /// finds it by the BSN of today.
    /// </summary>
    public void NeemPersoon(Persoonsbeeld beeld, Vault kluis)
    {
        // The same state as that of the verslag has signs that the verslag did not carry.
        if (beeld.Stand < Persoonstand) return;
        var persoon = beeld.Persoon(kluis);
        (Persoonstand, Bsn, GeenBerichtenverkeer, Brpsignalen) = (beeld.Stand, persoon.Bsn, beeld.GeenBerichtenverkeer, beeld.Signalen);
        VerzegeldePersoon = kluis.SealJson(persoon, VanPersoon);
    }

    /// <summary>
    /// Announces, once and in time, that the decision takes longer. The promised day does not replace the day of the law (Awb 4:14).
    /// </summary>
    public void StelUit(int weken, string reden, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (ToegezegdeDatum is not null)
            throw Weigering.Toestand("uitstel-al-aangekondigd", "Voor deze aanvraag is al uitstel aangekondigd. Dat kan één keer.",
                UitstelIsKortEnOpTijd.Grondslag);
        var dag = nu.Dag();
        ToegezegdeDatum = UitstelIsKortEnOpTijd.ToegezegdeDatum(Termijnen.Beschikking(OntvangenOp), dag, weken);
        RedenUitstel = reden;
        Announce(new UitstelAangekondigd(ToegezegdeDatum.Value, dag), nu);
    }

    /// <summary>
    /// Passes it on to the municipality where the resident lives, which decides on it (Awb 2:3). The resident is told by letter.
    /// </summary>
    public void ZendDoor(string gemeente, string reden, DateTimeOffset nu)
    {
        MoetNogBekend();
        (DoorgezondenNaar, DoorgezondenOp, RedenDoorzending, Status) = (gemeente, nu.Dag(), reden, Aanvraagstatus.Doorgezonden);
        Announce(new AanvraagDoorgezonden(gemeente, nu.Dag()), nu);
    }

    /// <summary>Decides on every requested voorziening. Until bekendmaking, a later decision replaces it under the same number.</summary>
    /// <param name="besluiten">One per voorziening, or one without voorziening when there was no indicatie.</param>
    /// <param name="toetsen">For each voorziening with a finished pgb-toets: whether a pgb can be granted.</param>
    /// <param name="beslisser">The user who decides.</param>
    /// <param name="beschikkingnummer">Number for the first decision; a later decision keeps that one.</param>
    /// <param name="nu">The present moment.</param>
    public void Beslis(
        IReadOnlyList<Voorzieningbesluit> besluiten, IReadOnlyDictionary<Guid, bool> toetsen, Gebruiker beslisser, string beschikkingnummer,
        DateTimeOffset nu)
    {
        MoetNogBekend();
        BeslisserIsNietDeAanvrager.Eis(beslisser, Bsn);
        ElkeVoorzieningEenUitkomst.Eis(besluiten, Voorzieningen);
        EisBevoegd(besluiten);
        foreach (var (gevraagd, besluit) in Paren(besluiten))
        {
            ToekenningBinnenDeIndicatie.Eis(besluit, gevraagd);
            BudgetHoortBijPgb.Eis(besluit, gevraagd);
            PgbNaPositieveToets.Eis(besluit, gevraagd, toetsen);
        }
        Besluiten = besluiten;
        Beschikkingnummer ??= beschikkingnummer;
        BeslotenOp = nu.Dag();
        BeslotenDoor = beslisser.Id;
        Status = Aanvraagstatus.Besloten;
        Announce(new BesluitGenomen(Beschikkingnummer, BeslotenOp.Value, Paren(besluiten)
            .ToDictionary(p => p.Gevraagd.VoorzieningId, p => p.Besluit.Uitkomst)), nu);
    }

    /// <summary>Makes the beschikking known: it takes effect, and bezwaar becomes possible (Awb 3:40, 3:41, 6:8).</summary>
    /// <param name="dag">The day of bekendmaking.</param>
    /// <param name="toetsen">As in <see cref="Beslis"/>. A toets that was repeated since the decision counts.</param>
    /// <param name="kluis">Opens the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public void MaakBekend(DateOnly dag,
        IReadOnlyDictionary<Guid, bool> toetsen, Vault kluis, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (BeslotenOp is not { } beslotenOp)
            throw Weigering.Toestand("nog-geen-besluit", "Over deze aanvraag is nog niet beslist. Neem eerst een besluit.");
        BekendmakingNaBesluit.Eis(dag, beslotenOp, nu.Dag());
        EisBevoegd(Besluiten);
        foreach (var (gevraagd, besluit) in Paren(Besluiten)) PgbNaPositieveToets.Eis(besluit, gevraagd, toetsen);

        var bezwaar = Termijnen.Bezwaar(dag).AlsTermijn();
        BekendgemaaktOp = dag;
        BezwaarUiterlijk = bezwaar.Uiterlijk;
        Status = Aanvraagstatus.Bekendgemaakt;
        Announce(new BeschikkingBekendgemaakt(Id, Beschikkingnummer!, dag, bezwaar, PersoonId, Wijkteam,
            [.. Paren(Besluiten).Select(p => p.Besluit.Op(p.Gevraagd))], GeenBerichtenverkeer,
            new(kluis.UnsealJson<Persoonsgegevens>(VerzegeldePersoon, VanPersoon)))
        {
            Persoonstand = Persoonstand,
        }, nu);
    }

    /// <summary>Only help that is granted needs a person who lives, and lives here.</summary>
    private void EisBevoegd(IReadOnlyList<Voorzieningbesluit> besluiten)
    {
        List<Product> toegekend = [.. Paren(besluiten).Where(p => p.Besluit.IsToegekend).Select(p => p.Gevraagd.Product)];
        if (toegekend.Count > 0) GemeenteIsBevoegd.Eis(Brpsignalen, toegekend);
    }

    private void MoetNogBekend()
    {
        if (Status == Aanvraagstatus.Doorgezonden)
            throw Weigering.Toestand("aanvraag-doorgezonden",
                "Deze aanvraag is doorgestuurd naar de gemeente waar de inwoner woont. Die gemeente beslist erover.", "Awb 2:3");
        if (Status == Aanvraagstatus.Bekendgemaakt)
            throw Weigering.Toestand("al-bekendgemaakt",
                "De beschikking is al bekendgemaakt en verandert hier niet meer. Tegen de beschikking kan bezwaar worden gemaakt.");
    }

    /// <summary>Pairs each requested voorziening with its decision. Empty when the aanvraag as a whole was refused.</summary>
    private IEnumerable<(GekozenVoorziening Gevraagd, Voorzieningbesluit Besluit)> Paren(IReadOnlyList<Voorzieningbesluit> besluiten) =>
        Voorzieningen.Select(v => (v, besluiten.Single(b => b.VoorzieningId == v.VoorzieningId)));
}

/// <summary>A beslisser's decision on one voorziening.</summary>
/// <param name="Uitkomst">Toekennen, gedeeltelijk toekennen, afwijzen of buiten behandeling laten.</param>
/// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt (Awb 3:46).</param>
/// <param name="VoorzieningId">De voorziening; weglaten als er niets is geïndiceerd en de aanvraag als geheel wordt afgewezen.</param>
/// <param name="Periode">De toegekende periode, als die korter is dan gevraagd.</param>
/// <param name="Omvang">De toegekende omvang, als die kleiner is dan gevraagd.</param>
/// <param name="Budget">Euro's over de hele periode, bij een toegekend pgb.</param>
public sealed record Voorzieningbesluit(
    Uitkomst Uitkomst, string Motivering, Guid? VoorzieningId = null, Periode? Periode = null, Omvang? Omvang = null,
        decimal? Budget = null)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsToegekend => Uitkomst is Uitkomst.Toekennen or Uitkomst.GedeeltelijkToekennen;

    /// <summary>The voorziening as decided. Anything the decision leaves open stays as requested.</summary>
    public BeschikteVoorziening Op(GekozenVoorziening gevraagd) => new(
        gevraagd.VoorzieningId, Uitkomst, gevraagd.Product, Omvang ?? gevraagd.Omvang, Periode ?? gevraagd.Periode, gevraagd.Leveringsvorm,
            gevraagd.Agb, Budget);
}

public enum Aanvraagstatus
{
    Ontvangen,
    Besloten,
    Bekendgemaakt,
    /// <summary>Another municipality decides on it (Awb 2:3).</summary>
    Doorgezonden,
}
