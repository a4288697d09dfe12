using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>Who must act from the aanvraag to the beschikking, and after a refusal.</summary>
internal static class Besluitstand
{
    /// <summary>Either fact suffices, because the two come from two services in any order.</summary>
    public static bool IsAanvraag(Feiten feiten) => feiten.Heeft<VerslagOndertekend>() || feiten.Heeft<AanvraagOntvangen>();

    public static Stand? TotBeschikking(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        if (!IsAanvraag(feiten)) return null;
        if (feiten.Heeft<AanvraagDoorgezonden>()) return Dwangsom(termijnen) ?? Onderzoeksstand.Doorgezonden;
        if (feiten.Alle<AanvraagIngetrokken>().Any(i => i.Geheel)) return Ingetrokken(termijnen);
        // Once a notice counts, a decision in its two weeks still prevents a dwangsom.
        var uiterlijk = termijnen.Loopt(Termijnen.Ingebrekestelling) ?? termijnen.Loopt(Termijnen.Beschikking);
        if (feiten.Laatste(g => g is BesluitGenomen or BesluitGoedgekeurd || IsNieuweVraag(g)) is BesluitGenomen { TweedeNodig: true })
            return new(Dossierstatus.Besloten, Wie.Beslisser, "Een tweede beslisser kijkt naar het besluit, en keurt het goed.", uiterlijk);
        if (feiten.Laatste(g => g is BesluitGenomen || IsNieuweVraag(g)) is BesluitGenomen)
            return new(Dossierstatus.Besloten, Wie.Backoffice, "De backoffice maakt de beschikking bekend aan de inwoner.", uiterlijk);
        if (termijnen.Loopt(Termijnen.Aanvulling) is { } aanvullen)
            return new(Dossierstatus.AanvullingGevraagd, Wie.Inwoner, "De inwoner vult de aanvraag aan met wat ontbreekt.", aanvullen);
        if (termijnen.Loopt(Termijnen.BuitenBehandeling) is { } buiten)
            return new(Dossierstatus.Aanvraag, Wie.Beslisser,
                "De aanvraag is niet aangevuld. De beslisser beslist inhoudelijk, of laat de aanvraag buiten behandeling: dat kan tot en "
                + $"met {Datumtekst.ZonderWeekdag(buiten)}.", uiterlijk);
        if (termijnen.Loopt(Termijnen.Zienswijze) is { } reageren)
            return new(Dossierstatus.Aanvraag, Wie.Inwoner, "De inwoner kan reageren op wat de gemeente wil weigeren.", reageren);
        // The resident withdrew the melding while the signed verslag was on its way. Only they can say what they mean.
        if (feiten.Heeft<MeldingIngetrokken>())
            return new(Dossierstatus.Aanvraag, Wie.Consulent,
                "De inwoner trok de melding in, maar had het verslag al ondertekend. "
                + "De consulent vraagt of de inwoner ook de aanvraag intrekt, en zegt dat tegen de beslisser.", uiterlijk);

        if (WachtOpOnderzoek(feiten))
            return new(Dossierstatus.Aanvraag, Wie.Consulent,
                "De aanvraag kwam zonder verslag. De consulent onderzoekt snel verder, en neemt de uitkomst over in de aanvraag. "
                + "De beslisser beslist ook zonder verslag.", uiterlijk);
        if (feiten.Laatste(g => g is ConceptOpgesteld or ConceptTeruggegeven) is { } concept)
            return concept is ConceptOpgesteld
                ? new(Dossierstatus.Aanvraag, Wie.Beslisser, "De beslisser leest het concept, en stelt het vast of geeft het terug.",
                    uiterlijk)
                : new(Dossierstatus.Aanvraag, Wie.Consulent, "De consulent verbetert het concept dat is teruggegeven.", uiterlijk);

        var toetsen = Toetsen(feiten);
        if (toetsen.Exists(t => t is { Akkoord: false }))
            return new(Dossierstatus.PgbPastNiet, Wie.Beslisser,
                feiten.Laatste<AanvraagOntvangen>() is { Wijziging: not null }
                    ? "De beslisser neemt een besluit. Het pgb kan niet worden toegekend. De zorg in natura loopt door."
                    : "De beslisser neemt een besluit. Het pgb kan niet worden toegekend. De consulent bespreekt zorg in natura met de "
                        + "inwoner.",
                    uiterlijk);
        if (toetsen.Contains(null))
            return new(Dossierstatus.Aanvraag, Wie.Consulent,
                "De consulent rondt de pgb-toets af: de documenten en het gesprek over het pgb.", uiterlijk);
        return new(Dossierstatus.Aanvraag, Wie.Beslisser, "De beslisser neemt een besluit over de aanvraag.", uiterlijk);
    }

    /// <summary>
    /// A decision that was not made known yet is taken again once the outcome of the onderzoek came in, or something else proves to be
    /// asked.
    /// </summary>
    private static bool IsNieuweVraag(Gebeurtenis g) => g is OnderzoeksuitkomstOvergenomen or GevraagdeHulpVastgelegd;

    /// <summary>The aanvraag came after the six weeks without a verslag, and there is no outcome yet (Wmo 2015 art. 2.3.2 lid 9).</summary>
    private static bool WachtOpOnderzoek(Feiten feiten) =>
        feiten.Laatste<AanvraagOntvangen>() is { Vorm: Aanvraagvorm.ZonderVerslag }
        && !feiten.Heeft<OnderzoeksuitkomstOvergenomen>() && !feiten.Heeft<VerslagOndertekend>() && !feiten.Heeft<VerslagVastgesteld>()
        && !feiten.Heeft<OnderzoekGestopt>()
        && feiten.Laatste(g => g is IndicatieGesteld or GeenIndicatieGesteld) is not GeenIndicatieGesteld;

    /// <summary>Nothing is left to decide on, but for a dwangsom that is still owed.</summary>
    private static Stand Ingetrokken(IReadOnlyList<Termijnstand> termijnen) => Dwangsom(termijnen)
        ?? new(Dossierstatus.Ingetrokken, Wie.Niemand, "De inwoner heeft de aanvraag ingetrokken.");

    /// <summary>The dwangsom that must be set or paid; null when there is none.</summary>
    public static Stand? Dwangsom(IReadOnlyList<Termijnstand> termijnen) =>
        termijnen.Loopt(Termijnen.Dwangsombesluit) is { } besluit
            ? new(Dossierstatus.Besloten, Wie.Beslisser, "De beslisser stelt de dwangsom vast.", besluit)
        : termijnen.Loopt(Termijnen.Betaling) is { } betaling
            ? new(Dossierstatus.Besloten, Wie.Backoffice, "De backoffice betaalt de dwangsom en legt dat vast.", betaling)
        : null;

    /// <summary>After a refusal or buiten behandeling: what the resident can do about it.</summary>
    public static Stand Geweigerd(BeschikkingBekendgemaakt beschikking) =>
        beschikking.Voorzieningen.Any() && beschikking.Voorzieningen.All(v => v.Uitkomst == Uitkomst.BuitenBehandeling)
            ? new(Dossierstatus.BuitenBehandeling, Wie.Inwoner,
                "De inwoner kan een nieuwe aanvraag doen met alle gegevens, of bezwaar maken.", beschikking.Bezwaartermijn.Uiterlijk)
            : new(Dossierstatus.Afgewezen, Wie.Inwoner, "De inwoner kan bezwaar maken tegen het besluit.",
                beschikking.Bezwaartermijn.Uiterlijk);

    /// <summary>The outcome of the pgb-toets of each requested pgb. Null for a toets that still runs, also when it started again.</summary>
    public static List<PgbToetsAfgerond?> Toetsen(Feiten feiten) =>
        [.. Pgbs(feiten).Select(id => feiten.Over(id).Laatste(g => g is PgbToetsGestart or PgbToetsAfgerond) as PgbToetsAfgerond)];

    /// <summary>
    /// The voorzieningen with a requested pgb: from an aanvraag to change help, the signed verslag or, before that, the last choice.
    /// </summary>
    private static IEnumerable<Guid> Pgbs(Feiten feiten) => feiten.Laatste<AanvraagOntvangen>() is { Wijziging: { } wijziging }
        ? wijziging.Leveringsvorm == Leveringsvorm.Pgb ? [wijziging.VoorzieningId] : []
        : feiten.Laatste<VerslagOndertekend>() is { } verslag
        ? verslag.Voorzieningen.Where(v => v.Leveringsvorm == Leveringsvorm.Pgb).Select(v => v.VoorzieningId)
            .Except(feiten.Alle<AanvraagIngetrokken>().SelectMany(i => i.Voorzieningen))
        : feiten.Alle<LeveringsvormGekozen>().GroupBy(k => k.VoorzieningId).Where(k => k.Last().Leveringsvorm == Leveringsvorm.Pgb)
            .Select(k => k.Key).Except(feiten.Alle<IndicatieIngetrokken>().Select(i => i.VoorzieningId));
}
