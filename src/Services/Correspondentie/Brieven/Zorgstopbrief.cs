using System.Text.Json.Serialization;
using WmoPlatform.ServiceDefaults;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// A provider reported an early stop: by itself, so that the person gets another one, or by the person, who is asked whether that is so.
/// </summary>
/// <param name="VerstuurdOp">The day of the letter.</param>
/// <param name="LaatsteDag">The last day of help that the provider reported.</param>
/// <param name="DoorInwoner">Whether the provider says that the person stopped.</param>
/// <param name="Uiterlijk">The last day on which the municipality acts.</param>
public sealed record Zorgstopbrief(DateOnly VerstuurdOp, DateOnly LaatsteDag, bool DoorInwoner, DateOnly Uiterlijk) : IBrief
{
    [JsonIgnore]
    public Verzendsoort Soort => Verzendsoort.Zorgstopbrief;

    [JsonIgnore]
    public string Grondslag => "Wmo 2015 art. 2.3.5";

    [JsonIgnore]
    public DateOnly Vanaf => VerstuurdOp;

    [JsonIgnore]
    public Contracts.Brief? Naam => Contracts.Brief.Zorgstop;

    public Brief Schrijf(string dossiernummer, Gemeente gemeente) => new(
        DoorInwoner ? $"Bent u gestopt met uw hulp? ({dossiernummer})" : $"Uw zorgaanbieder is gestopt ({dossiernummer})",
        [
            .. DoorInwoner ? Navraag : AndereAanbieder,
            new("Hebt u vragen?", $"Bel ons op {gemeente.Telefoon}."),
        ],
        $"Gemeente {gemeente.Naam}");

    private Deel[] Navraag =>
    [
        new(null,
            $"Uw zorgaanbieder liet ons weten dat u met de hulp bent gestopt. De laatste dag was {Voluit(LaatsteDag)}. Wij bellen u "
            + $"uiterlijk op {Voluit(Uiterlijk)} om te vragen of dat klopt. U mag ook ons bellen.",
            "Er verandert niets aan uw recht op hulp zolang u niets zegt."),
        new("Wilt u geen hulp meer?",
            "Zeg uw hulp dan bij ons op. U krijgt daarover een besluit. Tot die dag betaalt u misschien een eigen bijdrage."),
        new("Wilt u nog wel hulp?", "Dan zoeken wij samen met u een andere zorgaanbieder."),
    ];

    private Deel[] AndereAanbieder =>
    [
        new(null,
            "Uw zorgaanbieder liet ons weten dat u daar geen hulp meer krijgt. De laatste dag was "
            + $"{Voluit(LaatsteDag)}. U houdt recht op hulp.",
            $"Wij zoeken samen met u een andere zorgaanbieder, uiterlijk op {Voluit(Uiterlijk)}. Wij bellen u daarover. Weet u zelf al een "
            + "zorgaanbieder? Laat het ons weten."),
    ];
}
