using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Asks the applicant to complete the aanvraag, and says what that does to the term (Awb 4:5 and 4:15).</summary>
/// <param name="Stukken">The things that are missing.</param>
/// <param name="Toelichting">More about it; null without.</param>
/// <param name="GevraagdOp">The day of the request.</param>
/// <param name="Uiterlijk">The last day to complete the aanvraag.</param>
/// <param name="BeslisUiterlijk">The last day of the decision, if that time is used to its end.</param>
public sealed record Aanvulverzoek(
    IReadOnlyList<string> Stukken, string? Toelichting, DateOnly GevraagdOp, DateOnly Uiterlijk, DateOnly BeslisUiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Aanvulverzoek;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:5 lid 1";

    [JsonIgnore]
    public DateOnly Vanaf => GevraagdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Aanvulverzoek;

    /// <summary>A request on or after the last day of the term to decide stops that term no more.</summary>
    private bool SchortOp => BeslisUiterlijk > GevraagdOp;

    private string Gevolg =>
        "Tot alles er is, staat onze beslistermijn stil. Is alles er pas op die dag, dan beslissen wij uiterlijk op "
        + $"{Voluit(BeslisUiterlijk)}. Is het er eerder, dan beslissen wij ook eerder.";

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij missen iets bij uw aanvraag ({dossiernummer})",
        [
            new(null, "U hebt een aanvraag gedaan voor hulp. Er ontbreekt nog iets. Daarom kunnen wij nog niet beslissen."),
            new("Wat hebben wij van u nodig?", [.. Stukken.Select(s => $"- {s}"), .. Toelichting is null ? [] : (string[])[Toelichting]]),
            new("Wanneer moet het er zijn?",
                [$"Stuur of breng het uiterlijk op {Voluit(Uiterlijk)}.", .. SchortOp ? (string[])[Gevolg] : []]),
            new("Lukt het niet op tijd?",
                $"Bel ons dan voor {Voluit(Uiterlijk)} op {gemeente.Telefoon}. Wij denken met u mee.",
                "Krijgen wij het niet, dan kunnen wij besluiten dat wij uw aanvraag niet behandelen."),
        ],
        $"Gemeente {gemeente.Naam}");
}
