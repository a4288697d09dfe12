using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The decision on a bezwaar, with the way to the court (Awb 3:45, 7:12).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="BekendgemaaktOp">The day of bekendmaking.</param>
/// <param name="Uitkomst">The decision.</param>
/// <param name="Motivering">The reasons.</param>
/// <param name="BeroepUiterlijk">The last day for beroep.</param>
/// <param name="Kosten">Euros for the costs; null when not asked for.</param>
/// <param name="KostenUiterlijk">The last day to pay them; null without.</param>
/// <param name="Voorzieningen">The voorzieningen that are decided anew.</param>
public sealed record Bezwaarbeslissing(
    string Zaaknummer, DateOnly BekendgemaaktOp, Bezwaaruitkomst Uitkomst, string Motivering, DateOnly BeroepUiterlijk,
    decimal? Kosten, DateOnly? KostenUiterlijk, IReadOnlyList<BeschikteVoorziening> Voorzieningen) : IBrief
{
    /// <summary>Whether an onderzoek must tell which help is needed.</summary>
    public bool OnderzoekNodig { get; init; }

    /// <summary>The dwangsom as decided anew; null when it stays.</summary>
    public Dwangsomuitkomst? Dwangsom { get; init; }

    /// <summary>Why nobody was heard, and what the commission advised; null without either.</summary>
    public Bezwaarverantwoording? Verantwoording { get; init; }

    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaarbeslissing;

    [JsonIgnore]
    public string Grondslag => "Awb art. 7:12";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => BekendgemaaktOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.BeslissingOpBezwaar;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Onze beslissing op uw bezwaar ({Zaaknummer})",
        [
            new(null, Beslissing, Motivering),
            .. Voorzieningen.Count == 0 ? [] : (Deel[])
                [new("Wat geldt er nu?", [.. Voorzieningen.Select(Wat), "Dit komt in de plaats van ons eerdere besluit."])],
            .. OnderzoekNodig ? (Deel[])
            [
                new("Wij onderzoeken welke hulp u nodig hebt",
                    "Dat deden wij eerder niet. Een consulent belt u daarover. Daarna nemen wij een nieuw besluit."),
            ] : [],
            .. Dwangsom is not { } dwangsom ? [] : (Deel[])
            [
                new("De dwangsom",
                    $"U krijgt in totaal {Euro(dwangsom.Bedrag)} omdat wij te laat beslisten. Wij betalen u nog "
                    + $"{Euro(dwangsom.NogTeBetalen)}, uiterlijk op {Voluit(dwangsom.Betaaltermijn.Uiterlijk)}. Dit komt in de plaats van "
                    + "ons eerdere besluit over de dwangsom."),
            ],
            .. Verantwoording?.GeenHoorzitting is not { } grond ? [] : (Deel[])
            [
                new("Waarom was er geen hoorzitting?", $"{GeenHoorzitting(grond)} (artikel 7:3 van de Algemene wet bestuursrecht).",
                    Verantwoording.WaaromNiet!),
            ],
            .. Verantwoording?.Advies is not { } advies ? [] : (Deel[])
            [
                new("Het advies van de commissie",
                    [advies, .. Verantwoording.Afwijking is { } anders
                        ? (string[])[$"Wij beslissen anders dan dit advies. {anders}"] : []]),
            ],
            .. Kosten is not { } bedrag ? [] : (Deel[])
            [
                new("Uw kosten", KostenUiterlijk is { } dag
                    ? $"U vroeg om vergoeding van uw kosten. Wij betalen u {Euro(bedrag)}, uiterlijk op {Voluit(dag)}."
                    : "U vroeg om vergoeding van uw kosten. Die vergoeden wij niet."),
            ],
            new("Bent u het niet eens met deze beslissing?",
                $"Dan kunt u in beroep gaan bij de rechtbank. Doe dat uiterlijk op {Voluit(BeroepUiterlijk)}. Dat kost griffierecht. Is er "
                + "haast, dan kunt u de voorzieningenrechter ook vragen om een voorlopige voorziening."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private static string GeenHoorzitting(Geenhoorgrond grond) => grond switch
    {
        Geenhoorgrond.KennelijkNietOntvankelijk => "Het was meteen duidelijk dat wij uw bezwaar niet mogen behandelen",
        Geenhoorgrond.KennelijkOngegrond => "Het was meteen duidelijk dat uw bezwaar ongegrond is",
        Geenhoorgrond.WilNiet => "U liet weten dat u niet gehoord wilde worden",
        Geenhoorgrond.GeenAntwoord => "U liet niet op tijd weten dat u gehoord wilde worden",
        Geenhoorgrond.VolledigTegemoetgekomen => "U krijgt alles wat u vroeg",
    };

    private string Beslissing => Uitkomst switch
    {
        Bezwaaruitkomst.Gegrond => "Uw bezwaar is gegrond. Wij veranderen ons besluit.",
        Bezwaaruitkomst.Ongegrond => "Uw bezwaar is ongegrond. Ons besluit blijft gelden.",
        Bezwaaruitkomst.NietOntvankelijk => "Uw bezwaar is niet-ontvankelijk. Dat betekent dat wij het niet behandelen.",
    };

    private string Wat(BeschikteVoorziening v) =>
        $"- {Wetgeving.Productnamen.Van(v.Product.Categorie, BekendgemaaktOp)}: " + (v.IsToegekend
            ? $"toegekend van {ZonderWeekdag(v.Periode.Ingangsdatum)} tot en met {ZonderWeekdag(v.Periode.Einddatum)}"
                + (v.Budget is { } budget ? $", met een budget van {Euro(budget)}." : ".")
            : "afgewezen.");
}
