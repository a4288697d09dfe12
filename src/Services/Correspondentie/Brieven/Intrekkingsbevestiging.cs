using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Confirms that the aanvraag was withdrawn, in whole or in part.</summary>
/// <param name="IngetrokkenOp">The day on which the applicant said so.</param>
/// <param name="Geheel">Whether nothing is left to decide on.</param>
public sealed record Intrekkingsbevestiging(DateOnly IngetrokkenOp, bool Geheel) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Intrekkingsbevestiging;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.5";

    [JsonIgnore]
    public DateOnly Vanaf => IngetrokkenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Intrekking;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"U hebt uw aanvraag ingetrokken ({dossiernummer})",
        [
            new(null, Geheel
                ? $"Op {Voluit(IngetrokkenOp)} hebt u uw aanvraag voor hulp ingetrokken. Wij nemen er geen besluit meer over."
                : $"Op {Voluit(IngetrokkenOp)} hebt u een deel van uw aanvraag voor hulp ingetrokken. Over de rest beslissen wij nog."),
            new("Was dat niet de bedoeling?", $"Bel ons dan zo snel mogelijk op {gemeente.Telefoon}."),
            new("Hebt u later toch hulp nodig?", "Doe dan een nieuwe melding. Dat kan altijd."),
        ],
        $"Gemeente {gemeente.Naam}");
}
