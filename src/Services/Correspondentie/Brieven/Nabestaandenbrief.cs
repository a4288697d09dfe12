using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the heirs that the help has ended, and that they need not do anything about the contribution.</summary>
/// <param name="HulpTot">The last day of the help.</param>
/// <param name="Vanaf">The day on which it became known.</param>
public sealed record Nabestaandenbrief(DateOnly HulpTot, DateOnly Vanaf) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Nabestaandenbrief;

    [JsonIgnore]
    public bool VoorNabestaanden => true;

    [JsonIgnore]
    public bool EenPerPersoon => true;

    [JsonIgnore]
    public string? Grondslag => null;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Nabestaanden;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"De hulp van de gemeente is gestopt ({dossiernummer})",
        [
            new(null,
                "Wij hebben gehoord dat uw naaste is overleden. Wij condoleren u met dit verlies.",
                $"Uw naaste kreeg hulp van de gemeente (Wmo). Die hulp is gestopt. De laatste dag was {Voluit(HulpTot)}."),
            new("Wat moet u doen?",
                "Voor de hulp hoeft u niets te doen. Wij hebben het doorgegeven aan de organisatie die de hulp gaf.",
                "Ook de eigen bijdrage stopt. Het CAK hoort dat van ons. Betaalde uw naaste te veel, dan betaalt het CAK dat terug."),
            new("Is er nog een hulpmiddel of een budget?",
                $"Staat er nog een hulpmiddel van de gemeente, of was er een persoonsgebonden budget? Bel ons dan op {gemeente.Telefoon}. "
                + "Wij spreken met u af hoe het verder gaat."),
        ],
        $"Gemeente {gemeente.Naam}");
}
