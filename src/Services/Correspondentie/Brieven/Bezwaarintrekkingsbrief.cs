using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that a bezwaar was withdrawn (Awb 6:21).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="IngetrokkenOp">The day on which the objector said so.</param>
public sealed record Bezwaarintrekkingsbrief(string Zaaknummer, DateOnly IngetrokkenOp) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaarintrekkingsbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 6:21";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => IngetrokkenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaarintrekking;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"U hebt uw bezwaar ingetrokken ({Zaaknummer})",
        [
            new(null, $"Op {Voluit(IngetrokkenOp)} hebt u uw bezwaar ingetrokken. Wij beslissen er niet meer over. Ons besluit "
                + "blijft gelden. Was er een hoorzitting gepland? Die gaat niet door."),
            new("Was dat niet de bedoeling?", $"Bel ons dan zo snel mogelijk op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
