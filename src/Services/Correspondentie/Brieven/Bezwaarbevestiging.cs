using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that a bezwaar was received (Awb 6:14), and says that it stops nothing (Awb 6:16).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="OntvangenOp">The day of receipt that counts.</param>
/// <param name="Tegen">The kind of decision.</param>
/// <param name="Besluitnummer">The decision.</param>
/// <param name="Tijdigheid">Whether it came in time.</param>
/// <param name="IndienenUiterlijk">The last day to object; null while that has not begun.</param>
/// <param name="BeslisUiterlijk">The last day to decide; null while that has not begun.</param>
/// <param name="HierOntvangenOp">The day on which it came here, if another office got it first; null otherwise.</param>
public sealed record Bezwaarbevestiging(
    string Zaaknummer, DateOnly OntvangenOp, BestredenSoort Tegen, string Besluitnummer, Bezwaartijdigheid Tijdigheid,
    DateOnly? IndienenUiterlijk, DateOnly? BeslisUiterlijk, DateOnly? HierOntvangenOp = null) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaarbevestiging;

    [JsonIgnore]
    public string Grondslag => "Awb art. 6:14 lid 1";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaarbevestiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij hebben uw bezwaar ontvangen ({Zaaknummer})",
        [
            new(null,
            [
                $"Op {Voluit(HierOntvangenOp ?? OntvangenOp)} kregen wij uw bezwaar tegen {Besluit}. Het nummer van uw bezwaar is "
                    + $"{Zaaknummer}.",
                .. Elders, Gevolg,
            ]),
            .. IsTeLaat ? [] : (Deel[])
            [
                new("U mag uw verhaal vertellen",
                    "Wij nodigen u uit voor een gesprek (hoorzitting). Wilt u dat niet? Laat het ons dan weten."),
            ],
            new("Het besluit geldt intussen gewoon",
                "Uw bezwaar stopt het besluit niet. Kunt u niet wachten op onze beslissing? Dan kunt u de voorzieningenrechter van de "
                + "rechtbank vragen om een voorlopige voorziening. Dat kan alleen als er haast is. Het kost griffierecht."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private bool IsTeLaat => Tijdigheid == Bezwaartijdigheid.TeLaat;

    private string Besluit => Tegen switch
    {
        BestredenSoort.Dwangsombesluit => "ons besluit over de dwangsom",
        BestredenSoort.Dwangsomterugvordering => "ons besluit om een dwangsom terug te vorderen",
        _ => $"ons besluit {Besluitnummer}",
    };

    private string[] Elders => HierOntvangenOp is null ? []
        : [$"Uw bezwaar kwam op {Voluit(OntvangenOp)} eerst bij een ander binnen, die het doorstuurde. Die dag telt (Awb artikel 6:15)."];

    private string Gevolg => Tijdigheid switch
    {
        Bezwaartijdigheid.TeVroeg => "Uw bezwaar kwam voordat wij het besluit bekendmaakten. Wij behandelen het zodra u het besluit hebt.",
        Bezwaartijdigheid.TeLaat => $"Uw bezwaar kwam te laat. Bezwaar maken kon tot en met {Voluit(IndienenUiterlijk!.Value)}. Laat ons "
            + "binnen twee weken weten waarom het later kwam. Kon u er niets aan doen, dan behandelen wij uw bezwaar toch.",
        _ => $"Wij beslissen uiterlijk op {Voluit(BeslisUiterlijk!.Value)} op uw bezwaar.",
    };
}
