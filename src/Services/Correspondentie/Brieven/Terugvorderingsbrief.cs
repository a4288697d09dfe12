using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Claims back in money what was given on intentionally incorrect data (Wmo 2015 art. 2.4.1), with the way to object.</summary>
/// <param name="BeslotenOp">The day of the decision.</param>
/// <param name="Bedrag">Euros.</param>
/// <param name="BetalenUiterlijk">The last day of payment.</param>
/// <param name="BezwaarUiterlijk">The last day for bezwaar.</param>
/// <param name="Motivering">The reasons.</param>
public sealed record Terugvorderingsbrief(
    DateOnly BeslotenOp, decimal Bedrag, DateOnly BetalenUiterlijk, DateOnly BezwaarUiterlijk, string Motivering) : IBrief
{
    /// <summary>The number of the decision; null for one from before claims had numbers.</summary>
    public string? Beschikkingnummer { get; init; }

    /// <summary>Whether it goes to who intentionally helped, and not to the person.</summary>
    public bool Meewerker { get; init; }

    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Terugvorderingsbrief;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.4.1";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => BeslotenOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Terugvordering;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"U moet geld terugbetalen ({Beschikkingnummer ?? dossiernummer})",
        [
            new(null,
            [
                Meewerker
                    ? "Iemand kreeg hulp of een budget en had daar geen recht op. U werkte daar met opzet aan mee. Daarom moet u "
                        + $"{Euro(Bedrag)} betalen."
                    : $"U hebt hulp of een budget gekregen waar u geen recht op had. U moet {Euro(Bedrag)} terugbetalen.",
                Motivering,
                $"Betaal dit uiterlijk op {Voluit(BetalenUiterlijk)}. Kunt u dat niet in één keer? Bel ons, dan spreken wij iets af.",
            ]),
            Rechtsmiddel.Bezwaar(BezwaarUiterlijk, Beschikkingnummer),
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");
}
