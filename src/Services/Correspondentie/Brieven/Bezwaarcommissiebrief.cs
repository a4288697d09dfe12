using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the objector that a commission advises on the bezwaar (Awb 7:13 lid 2).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GemeldOp">The day.</param>
/// <param name="BeslisUiterlijk">The last day to decide.</param>
public sealed record Bezwaarcommissiebrief(string Zaaknummer, DateOnly GemeldOp, DateOnly BeslisUiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaarcommissiebrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 7:13 lid 2";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => GemeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaarcommissie;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Een commissie adviseert over uw bezwaar ({Zaaknummer})",
        [
            new(null, "Een onafhankelijke commissie geeft ons advies over uw bezwaar. De commissie praat ook met u, als u dat wilt.",
                $"Wij beslissen uiterlijk op {Voluit(BeslisUiterlijk)} op uw bezwaar."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
