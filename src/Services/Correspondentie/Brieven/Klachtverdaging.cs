using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the person that handling the klacht takes longer (Awb 9:11 lid 2 and 3).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="VerdaagdOp">The day.</param>
/// <param name="MetInstemming">Whether the person agreed.</param>
/// <param name="Uiterlijk">The last day to handle it.</param>
/// <param name="Reden">Why.</param>
public sealed record Klachtverdaging(string Zaaknummer, DateOnly VerdaagdOp, bool MetInstemming, DateOnly Uiterlijk, string Reden) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Klachtverdaging;

    [JsonIgnore]
    public string Grondslag => "Awb art. 9:11";

    [JsonIgnore]
    public DateOnly Vanaf => VerdaagdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Klachtverdaging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw klacht duurt langer ({Zaaknummer})",
        [
            new(null, MetInstemming ? "U vond het goed dat wij later op uw klacht reageren." : "Wij hebben meer tijd nodig voor uw klacht.",
                Reden, $"U hoort uiterlijk op {Voluit(Uiterlijk)} wat wij ervan vinden."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
