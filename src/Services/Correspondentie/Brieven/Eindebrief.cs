using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the person in time that the granted help ends, and what to do when it is still needed.</summary>
/// <param name="VerstuurdOp">The day of the letter.</param>
/// <param name="LaatsteDag">The last day of the help.</param>
public sealed record Eindebrief(DateOnly VerstuurdOp, DateOnly LaatsteDag) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Eindebrief;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.9";

    [JsonIgnore]
    public DateOnly Vanaf => VerstuurdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.EindeHulp;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Uw hulp stopt binnenkort ({dossiernummer})",
        [
            new(null, [$"Uw hulp loopt tot en met {Voluit(LaatsteDag)}. Daarna stopt de hulp, als u niets doet."]),
            new("Hebt u daarna nog hulp nodig?",
                "Meld dat nu bij ons. Dan bekijken wij samen met u wat u nodig hebt. Doe dat op tijd: wij hebben daarvoor een aantal weken "
                + "nodig."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
