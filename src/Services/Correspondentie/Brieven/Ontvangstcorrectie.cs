using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// Tells the applicant that the day of receipt was corrected, and what that does to the term (Wmo 2015 art. 2.3.5 lid 2).
/// </summary>
/// <param name="GecorrigeerdOp">The day of the correction.</param>
/// <param name="Was">The day that was known.</param>
/// <param name="OntvangenOp">The right day.</param>
/// <param name="BeslisUiterlijk">The last day of the decision.</param>
/// <param name="Reden">Why.</param>
public sealed record Ontvangstcorrectie(
    DateOnly GecorrigeerdOp, DateOnly Was, DateOnly OntvangenOp, DateOnly BeslisUiterlijk, string Reden) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Ontvangstcorrectie;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.5 lid 2";

    [JsonIgnore]
    public DateOnly Vanaf => GecorrigeerdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Ontvangstcorrectie;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"De dag waarop wij uw aanvraag kregen ({dossiernummer})",
        [
            new(null,
                $"Wij dachten dat uw aanvraag op {Voluit(Was)} bij ons binnenkwam. Dat was {Voluit(OntvangenOp)}.", Reden),
            new("Wat betekent dit voor u?", $"Wij beslissen uiterlijk op {Voluit(BeslisUiterlijk)}."),
            new("Klopt dit niet?", $"Bel ons dan op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
