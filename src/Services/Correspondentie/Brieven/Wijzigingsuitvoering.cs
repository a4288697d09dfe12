using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>A request for change was carried out, or the person took it back.</summary>
/// <param name="Zaaknummer">The request.</param>
/// <param name="Op">The day.</param>
/// <param name="Ingetrokken">Whether the person took it back.</param>
public sealed record Wijzigingsuitvoering(string Zaaknummer, DateOnly Op, bool Ingetrokken) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Wijzigingsuitvoering;

    [JsonIgnore]
    public string Grondslag => "Awb art. 3:2";

    [JsonIgnore]
    public DateOnly Vanaf => Op;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Wijzigingsbevestiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Over uw wijziging ({Zaaknummer})",
        [
            new(null, Ingetrokken
                ? $"Op {Voluit(Op)} hebt u uw verzoek ingetrokken. Uw hulp blijft zoals die is."
                : $"Op {Voluit(Op)} hebben wij geregeld wat u vroeg."),
            new("Klopt er iets niet?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
