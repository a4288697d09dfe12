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
    /// <summary>Whether the help ends by another decision, so that nothing was left to do.</summary>
    public bool NietMeerNodig { get; init; }

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
                : NietMeerNodig ? "U wilde stoppen met de hulp. Door ons andere besluit stopt de hulp al op die dag of eerder. U hoeft "
                    + "niets te doen."
                : $"Op {Voluit(Op)} hebben wij geregeld wat u vroeg."),
            new("Klopt er iets niet?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
