using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// The municipality cannot decide on another form of the help without an onderzoek. The request goes on as a melding of the day on which it
/// was received.
/// </summary>
/// <param name="Op">The day of the letter.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="Reden">Why, in words for the person.</param>
public sealed record Onderzoeknodigbrief(DateOnly Op, DateOnly OntvangenOp, string Reden) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Onderzoeknodigbrief;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.2 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => Op;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Wijzigingsbevestiging;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij onderzoeken eerst wat u nodig hebt ({dossiernummer})",
        [
            new(null, $"Op {Voluit(OntvangenOp)} kregen wij uw aanvraag om uw hulp te veranderen. Daarover kunnen wij niet beslissen "
                + $"zonder onderzoek. Waarom? {Reden}"),
            new("Hoe gaat het verder?", "Uw aanvraag telt nu als een melding, van de dag waarop die binnenkwam. U krijgt daarvan een "
                + "bevestiging, en wij bellen u voor een gesprek. Het onderzoek duurt hooguit zes weken vanaf die dag. Daarna kunt u een "
                + "aanvraag doen, en beslissen wij binnen twee weken."),
            new("Tot die tijd", "Uw hulp blijft zoals die is."),
            new("Bent u het hier niet mee eens?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
