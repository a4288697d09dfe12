using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that a klacht was received (Awb 9:6).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Over">The subject.</param>
/// <param name="Uiterlijk">The last day to handle it.</param>
public sealed record Klachtbevestiging(string Zaaknummer, DateOnly OntvangenOp, Klachtonderwerp Over, DateOnly Uiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Klachtbevestiging;

    [JsonIgnore]
    public string Grondslag => "Awb art. 9:6";

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Klachtbevestiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij hebben uw klacht ontvangen ({Zaaknummer})",
        [
            new(null, $"Op {Voluit(OntvangenOp)} kregen wij uw klacht. Het nummer van uw klacht is {Zaaknummer}.", Vervolg),
            .. Over != Klachtonderwerp.Gedraging ? [] : (Deel[])
            [
                new("Hoe gaat het verder?",
                    "Wij bellen u om te kijken of wij het samen kunnen oplossen. Lukt dat niet, dan behandelt iemand uw klacht die er niet "
                    + "bij betrokken was. U mag vertellen wat er is gebeurd."),
            ],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private string Vervolg => Over switch
    {
        Klachtonderwerp.Aanbieder =>
            "Uw klacht gaat over een zorgaanbieder. Elke zorgaanbieder heeft een eigen klachtregeling. Wij laten u weten waar u "
                + "terecht kunt.",
        Klachtonderwerp.Besluit => "Uw klacht gaat over een besluit. U hoort van ons of wij haar als bezwaar behandelen.",
        _ => $"U hoort uiterlijk op {Voluit(Uiterlijk)} wat wij ervan vinden.",
    };
}
