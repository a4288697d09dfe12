using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Tells the applicant that the term to decide stands still, or runs again with what is left of it (Awb 4:15).</summary>
/// <param name="Reden">The ground.</param>
/// <param name="Sinds">The day on which it began or ended.</param>
/// <param name="TermijnTot">The last day that was agreed or is expected; null while nobody knows.</param>
/// <param name="Voorbij">Whether the term runs again.</param>
/// <param name="BeslisUiterlijk">The last day of the decision, as far as the end is known.</param>
/// <param name="Toelichting">Why; null when the term runs again.</param>
public sealed record Opschortingsbrief(
    Opschortingsreden Reden, DateOnly Sinds, DateOnly? TermijnTot, bool Voorbij, DateOnly BeslisUiterlijk, string? Toelichting) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Opschortingsbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 4:15";

    [JsonIgnore]
    public DateOnly Vanaf => Sinds;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Opschorting;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => Voorbij
        ? new(
            $"Wanneer wij over uw aanvraag beslissen ({dossiernummer})",
            [
                new(null, $"De tijd waarin wij over uw aanvraag beslissen, stond stil tot en met {Voluit(Sinds)}.",
                    $"Wij beslissen daardoor uiterlijk op {Voluit(BeslisUiterlijk)}."),
                new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
            ],
            $"Gemeente {gemeente.Naam}")
        : new(
            $"Onze beslistermijn staat stil ({dossiernummer})",
            [
                new(null,
                [
                    $"De tijd waarin wij over uw aanvraag beslissen, staat sinds {Voluit(Sinds)} stil. {Waarom}",
                    .. Toelichting is null ? [] : (string[])[Toelichting],
                ]),
                new("Wanneer beslissen wij?", TermijnTot is null
                    ? "Hoelang dit duurt, weten wij nog niet. U krijgt een brief zodra wij dat weten, en als de tijd weer loopt."
                    : $"Dit duurt tot en met {Voluit(TermijnTot.Value)}. Daarna beslissen wij uiterlijk op {Voluit(BeslisUiterlijk)}."),
                new("Klopt dit niet?", $"Bel ons dan op {gemeente.Telefoon}."),
            ],
            $"Gemeente {gemeente.Naam}");

    private string Waarom => Reden switch
    {
        Opschortingsreden.Buitenland => "Wij hebben informatie uit het buitenland nodig.",
        Opschortingsreden.Instemming => "Daar hebt u schriftelijk mee ingestemd.",
        Opschortingsreden.Toerekenbaar => "Wij kunnen niet verder door iets aan uw kant.",
        Opschortingsreden.Overmacht => "Door overmacht kunnen wij niet beslissen.",
    };
}
