using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that another letter of the objector belongs to the bezwaar that runs (Awb 6:14).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Uitgebreid">Whether the bezwaar is about more parts of the decision since.</param>
public sealed record Bezwaaraanvullingsbrief(string Zaaknummer, DateOnly OntvangenOp, bool Uitgebreid) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaaraanvullingsbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 6:14 lid 1";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => OntvangenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaaraanvulling;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw brief hoort bij uw bezwaar ({Zaaknummer})",
        [
            new(null,
            [
                $"Op {Voluit(OntvangenOp)} kregen wij een brief van u. Die voegen wij bij uw bezwaar {Zaaknummer}.",
                .. Uitgebreid ? (string[])
                    ["Uw bezwaar gaat nu ook over het deel van het besluit dat u in die brief noemt. Wij horen u daar ook over, als u dat "
                        + "wilt."] : [],
                "De dag waarop wij uiterlijk beslissen, verandert hierdoor niet.",
            ]),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
