using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the person that a commission advises on the klacht (Awb 9:15 lid 1).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="GemeldOp">The day.</param>
/// <param name="Uiterlijk">The last day to handle it.</param>
public sealed record Klachtcommissiebrief(string Zaaknummer, DateOnly GemeldOp, DateOnly Uiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Klachtcommissiebrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 9:15 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => GemeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Klachtcommissie;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Een commissie adviseert over uw klacht ({Zaaknummer})",
        [
            new(null, "Een commissie geeft ons advies over uw klacht. De commissie praat ook met u, als u dat wilt.",
                $"U hoort uiterlijk op {Voluit(Uiterlijk)} wat wij van uw klacht vinden."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
