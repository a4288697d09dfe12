using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the resident that another municipality got the melding or the aanvraag, and what to do (Awb 2:3 lid 1).</summary>
/// <param name="AndereGemeente">The name of that municipality.</param>
/// <param name="DoorgezondenOp">The day on which it was passed on.</param>
/// <param name="IsAanvraag">Whether it was an aanvraag, and not yet a melding only.</param>
public sealed record Doorzendbericht(string AndereGemeente, DateOnly DoorgezondenOp, bool IsAanvraag) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Doorzendbericht;

    [JsonIgnore]
    public string Grondslag => "Awb 2:3 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => DoorgezondenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Doorzending;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente)
    {
        var wat = IsAanvraag ? "aanvraag" : "melding";
        return new(
            $"Wij hebben uw {wat} doorgestuurd ({dossiernummer})",
            [
                new(null,
                    $"U hebt ons om hulp gevraagd. U woont in de gemeente {AndereGemeente}. Die gemeente beslist over uw hulp. "
                    + $"Daarom hebben wij uw {wat} op {Voluit(DoorgezondenOp)} naar de gemeente {AndereGemeente} gestuurd."),
                new("Wat betekent dit voor u?",
                    $"U hoeft niets opnieuw te vragen. De gemeente {AndereGemeente} neemt contact met u op.",
                    "Hoort u binnen twee weken niets? Bel dan die gemeente."),
                new("Klopt dit niet?", $"Woont u toch in {gemeente.Naam}? Bel ons dan op {gemeente.Telefoon}."),
            ],
            $"Gemeente {gemeente.Naam}");
    }
}
