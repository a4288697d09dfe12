using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>Asks the objector to repair a defect, and says what that does to the term (Awb 6:6, 7:10 lid 2).</summary>
/// <param name="Zaaknummer">The bezwaar.</param>
/// <param name="GevraagdOp">The day of the request.</param>
/// <param name="Uiterlijk">The last day.</param>
/// <param name="Verzuimen">The defects.</param>
/// <param name="BeslisUiterlijk">The last day to decide, if that time is used to its end; null while the term has not begun.</param>
/// <param name="Toelichting">More about it; null without.</param>
public sealed record Bezwaarherstelbrief(
    string Zaaknummer, DateOnly GevraagdOp, DateOnly Uiterlijk, IReadOnlyList<Verzuimsoort> Verzuimen,
    DateOnly? BeslisUiterlijk, string? Toelichting) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Bezwaarherstelbrief;

    [JsonIgnore]
    public string Grondslag => "Awb art. 6:6";

    [JsonIgnore]
    public bool OokNaOverlijden => true;

    [JsonIgnore]
    public DateOnly Vanaf => GevraagdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Bezwaarherstel;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        $"Wij missen iets in uw bezwaar ({Zaaknummer})",
        [
            new(null, "U hebt bezwaar gemaakt. Er ontbreekt nog iets. Daarom kunnen wij uw bezwaar nog niet behandelen."),
            new("Wat hebben wij van u nodig?",
                [.. Verzuimen.Select(v => $"- {Verzuim(v)}"), .. Toelichting is null ? [] : (string[])[Toelichting]]),
            new("Wanneer moet het er zijn?",
            [
                $"Stuur of breng het uiterlijk op {Voluit(Uiterlijk)}.",
                .. BeslisUiterlijk is not { } dag || dag <= GevraagdOp ? [] : (string[])
                    ["Loopt onze termijn al, dan staat die stil tot alles er is. Is alles er pas op die dag, dan beslissen wij "
                        + $"uiterlijk op {Voluit(dag)}."],
            ]),
            new("Lukt het niet op tijd?", $"Bel ons dan voor {Voluit(Uiterlijk)} op {gemeente.Telefoon}. Wij denken met u mee.",
                "Krijgen wij het niet, dan kunnen wij besluiten dat wij uw bezwaar niet behandelen (niet-ontvankelijk)."),
        ],
        $"Gemeente {gemeente.Naam}");

    private static string Verzuim(Verzuimsoort verzuim) => verzuim switch
    {
        Verzuimsoort.Gronden => "Waarom u het niet eens bent met ons besluit",
        Verzuimsoort.NaamEnAdres => "Uw naam en adres",
        Verzuimsoort.Datum => "De datum waarop u het schreef",
        Verzuimsoort.OmschrijvingBesluit => "Tegen welk besluit u bezwaar maakt",
        Verzuimsoort.Machtiging => "Een machtiging: een brief met uw handtekening waarin staat wie namens u bezwaar maakt",
        Verzuimsoort.Handtekening => "Uw handtekening",
    };
}
