using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the objector that the bezwaar is about another decision too (Awb 4:19, 6:19).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="MeegedeeldOp">The day.</param>
/// <param name="Besluitsoort">The kind of decision.</param>
/// <param name="Besluitnummer">Its number.</param>
public sealed record Bezwaaruitbreidingsbrief(string Zaaknummer, DateOnly MeegedeeldOp, BestredenSoort Besluitsoort,
    string Besluitnummer) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaaruitbreidingsbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 6:19";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => MeegedeeldOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaaruitbreiding;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw bezwaar gaat ook over een ander besluit ({Zaaknummer})",
        [
            new(null, Besluitsoort == BestredenSoort.Dwangsombesluit
                ? "Uw bezwaar gaat nu ook over ons besluit over de dwangsom. Wij beslissen over beide tegelijk."
                : $"Wij hebben een nieuw besluit genomen ({Besluitnummer}). Uw bezwaar gaat nu ook daarover. U hoeft niet opnieuw "
                    + "bezwaar te "
                    + "maken. Wel mag u ons schrijven wat u van het nieuwe besluit vindt."),
            new("Bent u het met het nieuwe besluit eens?", $"Dan kunt u uw bezwaar intrekken. Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
