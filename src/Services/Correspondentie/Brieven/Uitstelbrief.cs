using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the applicant that the decision takes longer, and what they can do about it (Awb 4:14 lid 1).</summary>
/// <param name="AangekondigdOp">The day of the announcement.</param>
/// <param name="ToegezegdeDatum">The promised day.</param>
/// <param name="Reden">Why; null in an announcement from before there was a letter.</param>
public sealed record Uitstelbrief(DateOnly AangekondigdOp, DateOnly ToegezegdeDatum, string? Reden) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Uitstelbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:14 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => AangekondigdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Uitstel;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Ons besluit duurt langer ({dossiernummer})",
        [
            new(null,
            [
                $"U hebt een aanvraag gedaan voor hulp. Het lukt ons niet om daar op tijd over te beslissen. Wij beslissen uiterlijk op "
                + $"{Voluit(ToegezegdeDatum)}.",
                .. Reden is null ? [] : (string[])[Reden],
            ]),
            new("Duurt het u te lang?",
                "De termijn van de wet blijft gelden. Is die voorbij en hebt u nog geen besluit? Dan kunt u ons een brief sturen waarin u "
                + "ons in gebreke stelt. Beslissen wij dan niet binnen twee weken, dan betalen wij u een vergoeding voor elke dag daarna."),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
