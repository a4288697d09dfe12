using System.Globalization;
using System.Text.Json.Nodes;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>What a story expects to see, as a consulent or a resident sees it.</summary>
public abstract partial class Verhaal
{
    /// <summary>The last day on which the municipality decides, in the dossier and at the aanvraag itself.</summary>
    internal Verhaal BesluitUiterlijk(string dag, string? toegezegd = null, string? status = null) =>
        Termijn("beschikking", dag, status, toegezegd).Stap(async () =>
        {
            var aanvraag = (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["aanvraag"]!;
            (aanvraag["uiterlijk"]?.GetValue<string>(), aanvraag["toegezegdeDatum"]?.GetValue<string>())
                .ShouldBe((Iso(dag), Iso(toegezegd)));
        });

    /// <summary>A term of the present zaak, or of the dossier as a whole.</summary>
    /// <param name="soort">For instance onderzoek, beschikking, aanvulling or bezwaar.</param>
    /// <param name="uiterlijk">Its last day.</param>
    /// <param name="status">lopend, staat-stil, gehaald, te-laat, verlopen, vervallen or afgelopen; null if that does not matter.</param>
    /// <param name="toegezegd">The day that was promised beside it.</param>
    internal Verhaal Termijn(string soort, string uiterlijk, string? status = null, string? toegezegd = null) => Stap(() =>
        Verwacht($"De termijn {soort}", async () => (await Termijnen(soort)).Select(t => (t["uiterlijk"]?.GetValue<string>(),
            t["toegezegdeDatum"]?.GetValue<string>(), status is null ? null : t["status"]?.GetValue<string>())).LastOrDefault(),
            (Iso(uiterlijk), Iso(toegezegd), status)));

    internal Verhaal GeenTermijn(string soort) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        (await Termijnen(soort)).ShouldBeEmpty();
    });

    private async Task<List<JsonNode>> Termijnen(string soort) => [.. (await LeesDossier())["termijnen"]!.AsArray().OfType<JsonNode>()
        .Where(t => t["soort"]!.GetValue<string>() == soort && (t["zaak"]?.GetValue<string>() ?? Zaaknummer) == Zaaknummer)];

    /// <summary>The party that must act in the present zaak, and before when.</summary>
    internal Verhaal AanZet(string wie, string? uiterlijk = null) => Stap(() => Verwacht("Aan zet", async () =>
    {
        var aanZet = (await Zaak())["aanZet"]!;
        return (aanZet["wie"]?.GetValue<string>(), aanZet["uiterlijk"]?.GetValue<string>());
    }, (wie, Iso(uiterlijk))));

    /// <summary>The state of the present zaak.</summary>
    internal Verhaal Status(string status) =>
        Stap(() => Verwacht("De status", async () => (await Zaak())["status"]?.GetValue<string>(), status));

    /// <summary>The number of zaken in the dossier.</summary>
    internal Verhaal AantalZaken(int aantal) =>
        Stap(() => Verwacht("Het aantal zaken", async () => (await LeesDossier())["zaken"]!.AsArray().Count, aantal));

    private async Task<JsonNode> Zaak() =>
        (await LeesDossier())["zaken"]!.AsArray().Single(z => z!["nummer"]!.GetValue<string>() == Zaaknummer)!;

    /// <summary>The work list of the team shows this dossier with this last day.</summary>
    internal Verhaal OpDeWerklijst(string wie, string uiterlijk) => Stap(() => Verwacht("De werklijst", async () =>
    {
        for (var pad = $"/dossiers/v1/dossiers?aantal=200&aanZet={wie}"; ;)
        {
            var pagina = await _platform.Lees(Mensen.Consulent, pad);
            if (pagina["items"]!.AsArray().FirstOrDefault(d => d!["dossiernummer"]!.GetValue<string>() == Dossiernummer) is { } regel)
                return regel["aanZet"]!["uiterlijk"]?.GetValue<string>();
            if (pagina["volgende"]?.GetValue<string>() is not { } volgende) return "staat er niet op";
            pad = $"/dossiers/v1/dossiers?aantal=200&aanZet={wie}&na={Uri.EscapeDataString(volgende)}";
        }
    }, Iso(uiterlijk)));

    /// <summary>The resident got this letter, sent on this day.</summary>
    /// <param name="soort">For instance aanvulverzoek.</param>
    /// <param name="op">The day on which it was sent; today by default.</param>
    internal Verhaal Brief(string soort, string? op = null) => Stap(() => Verwacht($"De brief {soort}",
        async () => (await Verzonden(soort)).LastOrDefault(), Iso(op) ?? Vandaag));

    /// <summary>How often the resident got this letter.</summary>
    internal Verhaal Brieven(string soort, int aantal) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        (await Verzonden(soort)).Count.ShouldBe(aantal, soort);
    });

    private async Task<List<string?>> Verzonden(string soort) =>
        [.. (await _platform.Lees(Mensen.Consulent, $"/correspondentie/v1/verzendingen?dossiernummer={Dossiernummer}&aantal=200"))["items"]!
            .AsArray().Where(v => v!["soort"]!.GetValue<string>() == soort && v["status"]!.GetValue<string>() == "verzonden")
            .Select(v => TestKlok.Dag(v!["verzondenOp"]!.GetValue<DateTimeOffset>()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    /// <summary>The timeline has a sentence with these words.</summary>
    internal Verhaal InDeTijdlijn(string woorden) => Stap(() => Verwacht($"De tijdlijn: {woorden}", async () => (await LeesDossier())
        ["tijdlijn"]!.AsArray().Any(r => r!["wat"]!.GetValue<string>().Contains(woorden, StringComparison.Ordinal)), true));

    /// <summary>The resident, who signed in, reads these words about what runs for the aanvraag.</summary>
    internal Verhaal InwonerLeest(string woorden) => Stap(async () => (await Uitleg()).ShouldContain(woorden));

    internal Verhaal InwonerLeestNiet(string woorden) => Stap(async () => (await Uitleg()).ShouldNotContain(woorden));

    private async Task<string> Uitleg() => string.Join('\n', (await _platform.Lees(_inwoner.Client!, Aanvraagpad))["uitleg"]!.AsArray()
        .Select(r => $"{r!["uitleg"]} ({r["grondslag"]})"));

    /// <summary>The timeline has no sentence with these words.</summary>
    internal Verhaal NietInDeTijdlijn(string woorden) => Stap(async () =>
    {
        await _platform.Rust(Dossiernummer);
        (await LeesDossier())["tijdlijn"]!.AsArray().Select(r => r!["wat"]!.GetValue<string>())
            .ShouldNotContain(wat => wat.Contains(woorden, StringComparison.Ordinal));
    });

    /// <summary>The dwangsom of today, for all applicants together.</summary>
    internal Verhaal Dwangsom(int dagen, decimal bedrag, decimal? perAanvrager = null) => Stap(async () =>
    {
        var stand = (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["dwangsom"].ShouldNotBeNull();
        (stand["dagen"]!.GetValue<int>(), stand["bedrag"]!.GetValue<decimal>(), perAanvrager is null ? (decimal?)null
            : stand["aandelen"]![0]!.GetValue<decimal>()).ShouldBe((dagen, bedrag, perAanvrager));
    });

    /// <summary>The days of the dwangsom.</summary>
    /// <param name="beslisUiterlijk">The last day on which deciding still helps.</param>
    /// <param name="eersteDag">The first day owed.</param>
    /// <param name="laatsteDag">The 42nd day.</param>
    internal Verhaal DwangsomLoopt(string beslisUiterlijk, string eersteDag, string laatsteDag) => Stap(async () =>
    {
        var stand = (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["dwangsom"].ShouldNotBeNull();
        (stand["beslisUiterlijk"]?.GetValue<string>(), stand["eersteDag"]?.GetValue<string>(), stand["laatsteDag"]?.GetValue<string>())
            .ShouldBe((Iso(beslisUiterlijk), Iso(eersteDag), Iso(laatsteDag)));
    });

    internal Verhaal GeenDwangsom() => Stap(async () =>
        (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["dwangsom"].ShouldBeNull());

    /// <summary>The last day to leave the aanvraag aside, as the aanvraag shows it; null when that cannot be done.</summary>
    internal Verhaal BuitenBehandelingUiterlijk(string? dag) => Stap(async () =>
        (await _platform.Lees(Mensen.Beslisser, Aanvraagpad))["buitenBehandelingUiterlijk"]?.GetValue<string>().ShouldBe(Iso(dag)));
}
