using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Invites the person to tell about the klacht (Awb 9:10 lid 1).</summary>
/// <param name="Zaaknummer">The klacht.</param>
/// <param name="UitgenodigdOp">The day of the invitation.</param>
/// <param name="Dag">The day.</param>
/// <param name="Tijd">The time.</param>
/// <param name="Plaats">The place.</param>
public sealed record Klachtuitnodiging(string Zaaknummer, DateOnly UitgenodigdOp, DateOnly Dag, string Tijd, string Plaats) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Klachtuitnodiging;

    [JsonIgnore]
    public string Grondslag => "Awb art. 9:10 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => UitgenodigdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Klachtuitnodiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uitnodiging om te praten over uw klacht ({Zaaknummer})",
        [
            new(null, $"Wij horen graag wat er is gebeurd. U bent welkom op {Voluit(Dag)} om {Tijd} uur.", Plaats,
                "U mag iemand meenemen, bijvoorbeeld familie of een cliëntondersteuner."),
            new("Kunt u niet, of wilt u niet komen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
