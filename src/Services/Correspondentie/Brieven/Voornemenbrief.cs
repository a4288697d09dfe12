using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// Something will be refused on data that deviate from those of the applicant, who may give a view first (Awb 4:7 and 4:9).
/// </summary>
/// <param name="VerzondenOp">The day of the announcement.</param>
/// <param name="Uiterlijk">The last day for a view.</param>
/// <param name="Besluit">The plan.</param>
/// <param name="Gegevens">The data, and their source.</param>
public sealed record Voornemenbrief(DateOnly VerzondenOp, DateOnly Uiterlijk, string Besluit, string Gegevens) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Voornemenbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:7";

    [JsonIgnore]
    public DateOnly Vanaf => VerzondenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Voornemen;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij vragen uw reactie op ons plan ({dossiernummer})",
        [
            new(null, "U hebt hulp aangevraagd. Wij hebben nog niet beslist. Dit zijn wij van plan:", Besluit),
            new("Waarom vragen wij u dit?",
                "Wij weten iets wat anders is dan wat u ons hebt verteld. Daarom horen wij eerst graag van u. Het gaat om het volgende:",
                Gegevens),
            new("Wat kunt u doen?",
                $"Klopt er iets niet, of wilt u iets uitleggen? Laat dat dan uiterlijk op {Voluit(Uiterlijk)} weten. "
                + $"U kunt ons schrijven, of bellen op {gemeente.Telefoon}. U kiest zelf.",
                "Wij lezen of horen uw reactie voordat wij beslissen. Reageert u niet, dan beslissen wij met wat wij nu weten."),
        ],
        $"Gemeente {gemeente.Naam}");
}
