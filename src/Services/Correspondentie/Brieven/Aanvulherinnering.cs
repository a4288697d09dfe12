using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Reminds the applicant of what is still missing (Awb 4:5).</summary>
/// <param name="Stukken">The things that are still missing.</param>
/// <param name="HerinnerdOp">The day of the reminder.</param>
/// <param name="Uiterlijk">The last day to complete the aanvraag.</param>
public sealed record Aanvulherinnering(IReadOnlyList<string> Stukken, DateOnly HerinnerdOp, DateOnly Uiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Aanvulherinnering;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:5 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => HerinnerdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Aanvulherinnering;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Denkt u aan wat wij nog missen? ({dossiernummer})",
        [
            new(null, $"Wij vroegen u om uw aanvraag aan te vullen. Dat kan nog tot en met {Voluit(Uiterlijk)}."),
            new("Wat missen wij nog?", [.. Stukken.Select(s => $"- {s}")]),
            new("Lukt het niet op tijd?", $"Bel ons dan op {gemeente.Telefoon}. Wij denken met u mee."),
            new("Hebt u het al gestuurd?", "Dan hoeft u niets te doen."),
        ],
        $"Gemeente {gemeente.Naam}");
}
