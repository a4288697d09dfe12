using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>The change form in a story.</summary>
public abstract partial class Verhaal
{
    private string Wijzigingsnummer { get; set; } = "";
    private string Wijzigingspad => $"/beschikkingen/v1/wijzigingsverzoeken/{Wijzigingsnummer}";

    /// <summary>The resident asks for a change, and a consulent records it.</summary>
    /// <param name="vraag">For instance zin-naar-pgb.</param>
    /// <param name="kanaal">For instance telefoon, inloop or brief.</param>
    /// <param name="ontvangenOp">The day on which it reached the municipality; today by default.</param>
    internal Verhaal WijzigingGevraagd(string vraag, string kanaal, string? ontvangenOp = null) => Stap(async () =>
    {
        var verzoek = (await _platform.Doe(Mensen.Consulent, $"/beschikkingen/v1/voorzieningen/{Voorzieningen[0]}/wijzigingsverzoeken",
            new { vraag, toelichting = "Ik wil dit graag anders.", kanaal, ontvangenOp = Iso(ontvangenOp) }))!;
        Wijzigingsnummer = verzoek["wijzigingsnummer"]!.GetValue<string>();
        // What is an aanvraag, goes on as the aanvraag of the story.
        if (verzoek["aanvraagnummer"]?.GetValue<string>() is { } aanvraag) Aanvraagnummer = aanvraag;
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The request needs an onderzoek after all.</summary>
    internal Verhaal OnderzoekNodigBevonden() => Stap(async () =>
    {
        await _platform.Doe(Mensen.Consulent, $"{Wijzigingspad}/onderzoek", new { motivering = "De situatie is veranderd." });
        await _platform.Rust(Dossiernummer);
    });

    /// <summary>The help is granted as a pgb, from this day to its last day.</summary>
    internal Verhaal AlsPgbToegekend(string vanaf) => Stap(async () => await _platform.Doe(Mensen.Beslisser, $"{Aanvraagpad}/besluit", new
    {
        besluiten = new[]
        {
            new
            {
                voorzieningId = Voorzieningen[0],
                uitkomst = "toekennen",
                motivering = "Een pgb past bij de inwoner.",
                budget = 3900m,
                periode = new
                {
                    ingangsdatum = Iso(vanaf),
                    einddatum = (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["voorzieningen"]![0]!["periode"]!["einddatum"]!
                        .GetValue<string>(),
                },
            },
        },
    })).Bekendgemaakt();

    /// <summary>The request was carried out.</summary>
    internal Verhaal WijzigingUitgevoerd() => Stap(() => _platform.Doe(Mensen.Consulent, $"{Wijzigingspad}/afronding", new { }));

    /// <summary>A term of the request.</summary>
    internal Verhaal TermijnVanWijziging(string soort, string uiterlijk, string status) => Stap(() =>
        Verwacht($"De termijn {soort} van {Wijzigingsnummer}", async () => (await LeesDossier())["termijnen"]!.AsArray()
            .Where(t => t!["soort"]!.GetValue<string>() == soort && t["zaak"]?.GetValue<string>() == Wijzigingsnummer)
            .Select(t => (t!["uiterlijk"]?.GetValue<string>(), t["status"]?.GetValue<string>())).LastOrDefault(),
            (Iso(uiterlijk), status)));

    /// <summary>The end of the request.</summary>
    internal Verhaal WijzigingAfgelopen(string? afloop) => Stap(() => Verwacht("De afloop van de wijziging", async () =>
        (await Afronding())?["afloop"]?.GetValue<string>(), afloop));

    /// <summary>The story goes on about the melding that the request became.</summary>
    internal Verhaal VerderMetDeMelding() => WijzigingAfgelopen("melding").Stap(async () =>
    {
        Meldingnummer = (await Afronding())!["nummer"]!.GetValue<string>();
        await _platform.Rust(Dossiernummer);
    });

    private async Task<JsonNode?> Afronding() => (await _platform.Lees(Mensen.Consulent, Wijzigingspad))["stand"]!["afronding"];
}
