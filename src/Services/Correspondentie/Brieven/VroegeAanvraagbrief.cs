using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// Tells that an aanvraag came before it is possible, is part of the melding, and from which day it is possible (Wmo 2015 art. 2.3.2 lid
/// 9).
/// </summary>
/// <param name="BeantwoordOp">The day of the letter.</param>
/// <param name="OntvangenOp">The day on which the aanvraag reached the municipality.</param>
/// <param name="AanvraagVanaf">The first day of an aanvraag without a verslag.</param>
public sealed record VroegeAanvraagbrief(DateOnly BeantwoordOp, DateOnly OntvangenOp, DateOnly AanvraagVanaf) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.VroegeAanvraagbrief;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.2 lid 9";

    [JsonIgnore]
    public DateOnly Vanaf => BeantwoordOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.AanvraagTeVroeg;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw aanvraag hoort bij uw melding ({dossiernummer})",
        [
            new(null, $"Op {Voluit(OntvangenOp)} kregen wij uw aanvraag. Een aanvraag kan pas als ons onderzoek klaar is. Daarom hoort uw "
                + "brief nu bij uw melding. Wij gebruiken wat u schreef in het onderzoek."),
            new("Wanneer kunt u wel een aanvraag doen?",
                "Is het onderzoek klaar, dan krijgt u een verslag. Ondertekent u dat en stuurt u het terug, dan is dat uw aanvraag.",
                $"Is het onderzoek niet op tijd klaar? Dan kunt u vanaf {Voluit(AanvraagVanaf)} een aanvraag doen zonder verslag."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
