using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// The beschikking: it is made known by sending this letter (Awb 3:41). It says per voorziening the outcome, the reasons, the conditions
/// and the contribution (3:46, 3:47), and how and until when to object (3:45).
/// </summary>
/// <param name="Beschikkingnummer">Its number.</param>
/// <param name="BekendgemaaktOp">The day on which it is made known.</param>
/// <param name="BezwaarUiterlijk">The last day for bezwaar.</param>
/// <param name="Onderdelen">Each voorziening, or the one refusal of an aanvraag without any.</param>
/// <param name="AanNabestaanden">Whether the person died, so that it goes to the heirs.</param>
public sealed record Beschikkingsbrief(
    string Beschikkingnummer, DateOnly BekendgemaaktOp, DateOnly BezwaarUiterlijk, IReadOnlyList<Beschikkingsonderdeel> Onderdelen,
    bool AanNabestaanden) : IBrief
{
    /// <summary>The letter of an event; null when the beschikking was not sent by the platform.</summary>
    public static Beschikkingsbrief? Van(BeschikkingBekendgemaakt beschikking)
    {
        ArgumentNullException.ThrowIfNull(beschikking);
        if (beschikking.Tekst is not { Waarde: { } tekst }) return null;
        return new(beschikking.Beschikkingnummer, beschikking.BekendgemaaktOp, beschikking.Bezwaartermijn.Uiterlijk,
            [.. tekst.Besluiten.Select(b => new Beschikkingsonderdeel(
                beschikking.Voorzieningen.FirstOrDefault(v => v.VoorzieningId == b.VoorzieningId), b)
            {
                AlleenVorm = beschikking.VanWijziging,
            })], tekst.VoorNabestaanden);
    }

    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Beschikkingsbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 3:41";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => BekendgemaaktOp;

    [JsonIgnore]
    public bool VoorNabestaanden => AanNabestaanden;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Beschikking;

    private bool AlleenVorm => Onderdelen.Any(o => o.AlleenVorm);

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        AlleenVorm ? $"Ons besluit op uw vraag om de hulp te veranderen ({Beschikkingnummer})"
            : $"Ons besluit op de aanvraag voor hulp ({Beschikkingnummer})",
        [
            new(null, AlleenVorm ? "Er is gevraagd om de hulp in een andere vorm. In deze brief leest u wat wij hebben besloten, en waarom."
                : "Er is hulp aangevraagd op grond van de Wmo 2015. In deze brief leest u wat wij hebben besloten, en waarom."),
            .. Onderdelen.Select(o => o.Schrijf(BekendgemaaktOp)),
            .. Onderdelen.Any(o => o.Voorziening is { IsToegekend: true })
                ? (Deel[])[new("Wat moet u ons laten weten?",
                    "Verandert er iets wat voor de hulp belangrijk kan zijn? Laat het ons dan meteen weten. Dat bent u verplicht "
                    + "(Wmo 2015 art. 2.3.8).")] : [],
            Rechtsmiddel.Bezwaar(BezwaarUiterlijk, Beschikkingnummer,
                "Het besluit geldt ook als u bezwaar maakt. Kunt u niet wachten op ons antwoord? Dan kunt u de rechtbank vragen om een "
                + "voorlopige voorziening."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}. Noem dan het dossiernummer {dossiernummer}."),
        ],
        $"Namens het college van burgemeester en wethouders, gemeente {gemeente.Naam}");
}

/// <summary>The decision on one voorziening, as the letter says it.</summary>
/// <param name="Voorziening">The voorziening as decided; null when an aanvraag without any is refused.</param>
/// <param name="Tekst">The words of the decision.</param>
public sealed record Beschikkingsonderdeel(BeschikteVoorziening? Voorziening, Besluittekst Tekst)
{
    /// <summary>Whether it decides only on the form of help that was granted before.</summary>
    public bool AlleenVorm { get; init; }

    /// <param name="dag">The day of the letter.</param>
    public Deel Schrijf(DateOnly dag) => Voorziening is not { } v
        ? new("Uw aanvraag", ["U krijgt geen hulp van de gemeente.", .. Reden()])
        : new(Hulpregels.Naam(v.Product, dag),
        [
            AlleenVorm ? Vormtekst(v) : Uitkomsttekst(v), .. v.IsToegekend ? Toegekend(v) : [], .. Gevraagd(), .. Reden(),
            .. Voorwaarden(), .. Bijdrage(),
        ]);

    private static string Uitkomsttekst(BeschikteVoorziening v) => v.Uitkomst switch
    {
        Uitkomst.Toekennen => "U krijgt deze hulp.",
        Uitkomst.GedeeltelijkToekennen => "U krijgt een deel van deze hulp.",
        Uitkomst.Afwijzen => "U krijgt deze hulp niet.",
        Uitkomst.BuitenBehandeling => "Wij behandelen deze aanvraag niet.",
    };

    private static string Vormtekst(BeschikteVoorziening v) => (v.IsToegekend, v.Uitkomst, v.Leveringsvorm) switch
    {
        (true, _, Leveringsvorm.Pgb) =>
            $"U krijgt deze hulp vanaf {ZonderWeekdag(v.Periode.Ingangsdatum)} als persoonsgebonden budget (pgb). Tot die dag blijft de "
            + "hulp zoals die is.",
        (true, _, _) =>
            $"U krijgt deze hulp vanaf {ZonderWeekdag(v.Periode.Ingangsdatum)} als zorg in natura. Tot die dag loopt uw pgb door.",
        (_, Uitkomst.BuitenBehandeling, _) => "Wij behandelen deze aanvraag niet. Uw hulp blijft zoals die is.",
        (_, _, Leveringsvorm.Pgb) => v.PgbGeweigerd is { } grond
            ? $"U krijgt geen persoonsgebonden budget (pgb): {Waarom(grond)}. Uw hulp blijft zoals die is."
            : "U krijgt geen persoonsgebonden budget (pgb). Uw hulp blijft zoals die is.",
        _ => "U krijgt geen zorg in natura. Uw pgb blijft zoals het is.",
    };

    private static IEnumerable<string> Toegekend(BeschikteVoorziening v)
    {
        yield return $"U krijgt {Hulpregels.Hoeveel(v.Omvang)}, van {ZonderWeekdag(v.Periode.Ingangsdatum)} tot en met "
            + $"{ZonderWeekdag(v.Periode.Einddatum)}.";
        if (v.PgbGeweigerd is { } grond) yield return $"U vroeg om een persoonsgebonden budget (pgb). Dat krijgt u niet: {Waarom(grond)}.";
        if (Hulpregels.Vorm(v.Product, v.Leveringsvorm, v.Agb, v.Budget, begint: true) is { } vorm) yield return vorm;
    }

    /// <summary>Who gets a part reads which part was refused.</summary>
    private IEnumerable<string> Gevraagd() => Tekst is { GevraagdeOmvang: { } omvang, GevraagdePeriode: { } periode }
        ? [$"Gevraagd was {Hulpregels.Hoeveel(omvang)}, van {ZonderWeekdag(periode.Ingangsdatum)} tot en met "
            + $"{ZonderWeekdag(periode.Einddatum)}. De rest krijgt u niet."]
        : [];

    private IEnumerable<string> Reden()
    {
        if (!AlleenVorm && Voorziening is { IsToegekend: false, PgbGeweigerd: { } grond })
            yield return $"U vroeg om een persoonsgebonden budget (pgb). Dat krijgt u niet: {Waarom(grond)}. U schreef dat u geen zorg in "
                + "natura wilt.";
        yield return $"Waarom? {Tekst.Motivering}";
        if (Tekst.VerwijstNaar is { } eerder)
            yield return $"Wij beslisten hier al eerder over, op {ZonderWeekdag(eerder.BekendgemaaktOp)} ({eerder.Beschikkingnummer}). U "
                + "noemt geen nieuwe feiten of veranderde omstandigheden. Daarom verwijzen wij naar dat besluit (artikel 4:6 van de "
                + "Algemene wet bestuursrecht).";
        if (Tekst.Afwijking is { } afwijking) yield return $"Dit is anders dan het advies na het onderzoek. {afwijking}";
    }

    private IEnumerable<string> Voorwaarden() => Hulpregels.Voorwaarden(Tekst.Voorwaarden);

    private IEnumerable<string> Bijdrage() => Tekst.Bijdrage is { } bijdrage ? [bijdrage] : [];

    private static string Waarom(PgbWeigering grond) => grond switch
    {
        PgbWeigering.NietVaardig => "u kunt de taken van een pgb niet zelf doen, ook niet met hulp",
        PgbWeigering.NietGemotiveerd => "u hebt niet uitgelegd waarom u een pgb wilt",
        PgbWeigering.NietVeiligOfPassend => "de hulp die u wilt kopen is niet veilig of past niet bij wat u nodig hebt",
        PgbWeigering.DuurderDanZin => "het kost meer dan zorg in natura",
        PgbWeigering.EerderIngetrokken => "een eerder besluit is om een reden in de wet herzien of ingetrokken",
    };
}
