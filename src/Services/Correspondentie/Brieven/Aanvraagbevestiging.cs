using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms an aanvraag that was no signed verslag, and says when the municipality decides (Wmo 2015 art. 2.3.5 lid 2).</summary>
/// <param name="BevestigdOp">The day of the letter.</param>
/// <param name="OntvangenOp">The day on which the aanvraag reached the municipality.</param>
/// <param name="BeslisUiterlijk">The last day of the decision.</param>
/// <param name="Vorm">How the aanvraag was done.</param>
/// <param name="EerstBij">The body that it reached first; null when it came here at once.</param>
public sealed record Aanvraagbevestiging(
    DateOnly BevestigdOp, DateOnly OntvangenOp, DateOnly BeslisUiterlijk, Aanvraagvorm Vorm, EerdereOntvangst? EerstBij = null)
    : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Aanvraagbevestiging;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.5 lid 2";

    [JsonIgnore]
    public DateOnly Vanaf => BevestigdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Aanvraagbevestiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij hebben uw aanvraag ({dossiernummer})",
        [
            new(null, $"Uw aanvraag kwam op {Voluit(OntvangenOp)} bij ons binnen.",
                $"Wij beslissen uiterlijk op {Voluit(BeslisUiterlijk)}. Het besluit heet een beschikking. U krijgt die per brief."),
            .. EerstBij is { } eerst ? [Doorgestuurd(eerst)] : (Deel[])[],
            .. Vorm == Aanvraagvorm.ZonderVerslag ? [Zonder] : (Deel[])[],
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private static Deel Doorgestuurd(EerdereOntvangst eerst) => new("Uw aanvraag kwam eerst ergens anders",
        $"U stuurde uw aanvraag naar {eerst.Bestuursorgaan}. Daar kwam die op {Voluit(eerst.OntvangenOp)} binnen. Wij beslissen erover, "
        + "en daarom is uw aanvraag naar ons doorgestuurd. Onze termijn begint op de dag waarop wij uw aanvraag kregen.");

    private static Deel Zonder => new("Hoe gaat het verder met het onderzoek?",
        "Ons onderzoek is nog niet klaar. Wij gaan er nu snel mee door. U hoeft niet op het verslag te wachten: ook zonder verslag nemen "
        + "wij een besluit.");
}
