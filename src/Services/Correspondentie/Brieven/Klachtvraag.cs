using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Asks what the person means by a klacht about a decision (Awb 9:8 lid 1 onder c).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="GevraagdOp">The day of the question.</param>
/// <param name="Uiterlijk">The last day to answer.</param>
/// <param name="Besluitnummer">The decision.</param>
public sealed record Klachtvraag(string Zaaknummer, DateOnly GevraagdOp, DateOnly Uiterlijk, string Besluitnummer) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Klachtvraag;

    [JsonIgnore]
    public string Grondslag => "Awb art. 9:8";

    [JsonIgnore]
    public DateOnly Vanaf => GevraagdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Klachtvraag;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wat bedoelt u met uw klacht? ({Zaaknummer})",
        [
            new(null, $"Uw klacht gaat over ons besluit {Besluitnummer}. De termijn om daartegen bezwaar te maken is voorbij.",
                "Wilde u bezwaar maken? Laat ons dan ook weten waarom dat later kwam. Kon u daar niets aan doen, dan behandelen wij uw "
                + "bezwaar toch. Of gaat uw klacht over hoe wij met u omgingen? Dan behandelen wij haar als klacht."),
            new("Laat het ons weten", $"Bel ons uiterlijk op {Voluit(Uiterlijk)} op {gemeente.Telefoon}, of stuur ons een brief."),
        ],
        $"Gemeente {gemeente.Naam}");
}
