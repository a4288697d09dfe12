using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

/// <summary>The BRP Update API: who is followed, and which of them changed. The clock stands at noon, and only the test moves it.</summary>
public sealed class VolgenTests
{
    private const string Bsn = "999900018";
    private const string AnderBsn = "999900031";
    private const string NieuwBsn = "999900043";
    private const string Niemand = "999990019";

    private static readonly DateOnly Begin = new(2026, 3, 2);

    private readonly TestKlok _klok = new();

    public VolgenTests() => _klok.Zet(new DateTimeOffset(Begin, new TimeOnly(12, 0), TimeSpan.Zero));

    [Fact]
    public async Task A_new_volgindicatie_begins_today_and_has_no_end()
    {
        await using var huis = await Huis.Open(_klok);
        var antwoord = await Zet(huis, Bsn);
        (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.Created, Tekst(Bsn, Begin)));
        (await huis.Http.GetStringAsync($"/brp/volgindicaties/{Bsn}")).ShouldBe(Tekst(Bsn, Begin));
        (await huis.Http.GetStringAsync("/brp/volgindicaties")).ShouldBe($$"""{"volgindicaties":[{{Tekst(Bsn, Begin)}}]}""");
    }

    [Fact]
    public async Task A_volgindicatie_that_gets_another_end_keeps_its_begin()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        Verder(3);
        var antwoord = await Zet(huis, Bsn, Begin.AddDays(10));
        (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync())
            .ShouldBe((HttpStatusCode.OK, Tekst(Bsn, Begin, Begin.AddDays(10))));

        antwoord = await Zet(huis, Bsn);
        (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.OK, Tekst(Bsn, Begin)));
    }

    [Fact]
    public async Task A_volgindicatie_is_active_until_the_day_of_its_end()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn, Begin.AddDays(2));
        await huis.Wijzig(new { bsn = Bsn });
        Verder(1);
        (await Gevolgd(huis)).ShouldBe([Bsn]);
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
        Verder(1);
        (await Gevolgd(huis)).ShouldBeEmpty();
        (await Gewijzigd(huis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_end_of_today_ends_it_at_once_and_twice_is_once()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await huis.Wijzig(new { bsn = Bsn });
        for (var keer = 0; keer < 2; keer++)
        {
            (await Zet(huis, Bsn, Begin)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await Gevolgd(huis)).ShouldBeEmpty();
            (await Gewijzigd(huis)).ShouldBeEmpty();
        }
        (await huis.Http.GetStringAsync($"/brp/volgindicaties/{Bsn}")).ShouldBe(Tekst(Bsn, Begin, Begin));
    }

    [Fact]
    public async Task An_ended_volgindicatie_that_is_opened_again_begins_anew()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await Zet(huis, Bsn, Begin);
        await huis.Wijzig(new { bsn = Bsn });
        Verder(1);
        var antwoord = await Zet(huis, Bsn);
        (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync())
            .ShouldBe((HttpStatusCode.Created, Tekst(Bsn, Begin.AddDays(1))));
        (await Gewijzigd(huis)).ShouldBeEmpty();

        await huis.Wijzig(new { bsn = Bsn });
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
    }

    [Theory]
    [InlineData(Bsn, HttpStatusCode.NotFound)]
    [InlineData("999900019", HttpStatusCode.BadRequest)] // fails the elfproef
    [InlineData("99990001", HttpStatusCode.BadRequest)]
    public async Task A_volgindicatie_that_is_not_there_is_a_problem(string bsn, HttpStatusCode status)
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, AnderBsn);
        var antwoord = await huis.Http.GetAsync($"/brp/volgindicaties/{bsn}");
        (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType).ShouldBe((status, "application/problem+json"));
    }

    [Theory]
    [InlineData("999900019", "{}", "burgerservicenummer")] // fails the elfproef
    [InlineData("9999000180", "{}", "burgerservicenummer")]
    [InlineData("99990001a", "{}", "burgerservicenummer")]
    [InlineData("000000000", "{}", "burgerservicenummer")]
    [InlineData(Bsn, """{ "einddatum": "2026-03-01" }""", "einddatum")] // yesterday
    [InlineData(Bsn, """{ "einddatum": "2026-02-30" }""", "einddatum")]
    [InlineData(Bsn, """{ "einddatum": "1-4-2026" }""", "einddatum")]
    [InlineData(Bsn, """{ "einddatum": 20260401 }""", "einddatum")]
    [InlineData(Bsn, "[]", "body")]
    [InlineData(Bsn, "", "body")]
    [InlineData("1", """{ "einddatum": "" }""", "burgerservicenummer einddatum")]
    public async Task What_is_wrong_in_a_volgindicatie_is_named_and_nothing_changes(string bsn, string inhoud, string namen)
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn, Begin.AddDays(5));
        var antwoord = await Zet(huis, bsn, inhoud, "application/json");
        (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType)
            .ShouldBe((HttpStatusCode.BadRequest, "application/problem+json"));
        var probleem = (await antwoord.Content.ReadFromJsonAsync<JsonObject>())!;
        probleem["code"]!.GetValue<string>().ShouldBe("paramsValidation");
        string.Join(' ', probleem["invalidParams"]!.AsArray().Select(fout => fout!["name"]!.GetValue<string>())).ShouldBe(namen);
        (await huis.Http.GetStringAsync("/brp/volgindicaties"))
            .ShouldBe($$"""{"volgindicaties":[{{Tekst(Bsn, Begin, Begin.AddDays(5))}}]}""");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_volgindicatie_comes_as_JSON(string? soort)
    {
        await using var huis = await Huis.Open(_klok);
        (await Zet(huis, Bsn, "{}", soort)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await Gevolgd(huis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_is_told_with_a_link_to_the_question()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await huis.Wijzig(new { bsn = Bsn, plaats = "Lelystad" });
        var antwoord = await huis.Http.GetAsync("/brp/wijzigingen?vanaf=2026-03-02");
        antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("application/hal+json");
        (await antwoord.Content.ReadAsStringAsync()).ShouldBe(
            $$$"""{"_links":{"self":{"href":"/brp/wijzigingen?vanaf=2026-03-02"}},"burgerservicenummers":["{{{Bsn}}}"]}""");
    }

    [Fact]
    public async Task Who_changed_twice_is_told_once_and_who_did_not_change_is_not_told()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await Zet(huis, AnderBsn);
        await huis.Wijzig(new { bsn = Bsn, geheim = true });
        Verder(1);
        await huis.Wijzig(new { bsn = Bsn, geheim = true });
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
    }

    [Fact]
    public async Task A_change_is_told_to_who_asks_from_that_day_and_not_from_the_day_after()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        Verder(1);
        await huis.Wijzig(new { bsn = Bsn });
        Verder(1);
        foreach (var dag in new[] { Begin, Begin.AddDays(1) }) (await Gewijzigd(huis, dag)).ShouldBe([Bsn]);
        (await Gewijzigd(huis, Begin.AddDays(2))).ShouldBeEmpty();
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
    }

    [Fact]
    public async Task A_change_on_the_first_day_is_told_and_one_of_the_day_before_is_not()
    {
        await using var huis = await Huis.Open(_klok);
        await huis.Wijzig(new { bsn = Bsn });
        Verder(1);
        await huis.Wijzig(new { bsn = AnderBsn });
        await Zet(huis, Bsn);
        await Zet(huis, AnderBsn);
        (await Gewijzigd(huis)).ShouldBe([AnderBsn]);
        (await Gewijzigd(huis, Begin.AddDays(-7))).ShouldBe([AnderBsn]);
    }

    [Fact]
    public async Task A_subscriber_sees_only_what_they_follow_themselves()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await Zet(huis, AnderBsn, sleutel: "een");
        await Zet(huis, Bsn, sleutel: "twee");
        await Zet(huis, Bsn, Begin, sleutel: "twee");
        await huis.Wijzig(new { bsn = Bsn });
        await huis.Wijzig(new { bsn = AnderBsn });

        (string? Sleutel, string[] Gevolgd)[] verwacht = [(null, [Bsn]), ("een", [AnderBsn]), ("twee", []), ("drie", [])];
        foreach (var (sleutel, bsns) in verwacht)
        {
            (await Gevolgd(huis, sleutel)).ShouldBe(bsns);
            (await Gewijzigd(huis, sleutel: sleutel)).ShouldBe(bsns);
        }
        (await Vraag(huis, $"/brp/volgindicaties/{AnderBsn}", "twee")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_not_in_the_BRP_can_be_followed_and_never_changes()
    {
        await using var huis = await Huis.Open(_klok);
        (await Zet(huis, Niemand)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await huis.Beveel("brp/wijziging", new { bsn = Niemand, geheim = true });
        (await Gevolgd(huis)).ShouldBe([Niemand]);
        (await Gewijzigd(huis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_was_refused_is_not_told()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await huis.Beveel("brp/wijziging", new { bsn = Bsn, huisnummer = 0 });
        await huis.Beveel("brp/wijziging", new { bsn = Bsn, nieuwBsn = "999993653" });
        (await Gewijzigd(huis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_new_number_both_numbers_changed()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await huis.Wijzig(new { bsn = Bsn, nieuwBsn = NieuwBsn });
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
        await Zet(huis, NieuwBsn);
        (await Gewijzigd(huis)).ShouldBe([Bsn, NieuwBsn]);
    }

    [Fact]
    public async Task Who_was_taken_out_of_the_BRP_has_changed()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await huis.Wijzig(new { bsn = Bsn, opschorting = "W" });
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("02-03-2026")]
    [InlineData("2026-03-02T00:00:00")]
    public async Task A_question_from_a_day_that_does_not_exist_is_refused(string vanaf)
    {
        await using var huis = await Huis.Open(_klok);
        var antwoord = await huis.Http.GetAsync($"/brp/wijzigingen?vanaf={vanaf}");
        antwoord.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var probleem = (await antwoord.Content.ReadFromJsonAsync<JsonObject>())!;
        (probleem["code"]!.GetValue<string>(), probleem["invalidParams"]![0]!["name"]!.GetValue<string>())
            .ShouldBe(("paramsValidation", "vanaf"));
    }

    [Fact]
    public async Task In_trouble_it_places_nothing_and_tells_nothing()
    {
        await using var huis = await Huis.Open(_klok);
        await huis.Gedraag("brp", new { modus = "storing", aantal = 4 });
        (await Zet(huis, Bsn)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        foreach (var pad in new[] { $"/brp/volgindicaties/{Bsn}", "/brp/volgindicaties", "/brp/wijzigingen" })
            (await huis.Http.GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Gevolgd(huis)).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_trouble_for_one_person_it_follows_others_and_gives_both_lists()
    {
        await using var huis = await Huis.Open(_klok);
        await Zet(huis, Bsn);
        await huis.Wijzig(new { bsn = Bsn });
        await huis.Gedraag("brp", new { modus = "storing", bsn = Bsn });
        (await Zet(huis, Bsn)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await huis.Http.GetAsync($"/brp/volgindicaties/{Bsn}")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Zet(huis, AnderBsn)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Gevolgd(huis)).ShouldBe([Bsn, AnderBsn]);
        (await Gewijzigd(huis)).ShouldBe([Bsn]);
    }

    [Fact]
    public async Task A_slow_BRP_places_the_volgindicatie_before_it_says_so()
    {
        await using var huis = await Huis.Open(_klok);
        await huis.Gedraag("brp", new { modus = "traag", aantal = 1, vertragingMs = 60_000, bsn = Bsn });
        using var ongeduld = new CancellationTokenSource();
        var aanbod = huis.Http.PutAsJsonAsync($"/brp/volgindicaties/{Bsn}", new { }, ongeduld.Token);
        await Tot.Waar(async () => (await Gevolgd(huis)).Length == 1);
        aanbod.IsCompleted.ShouldBeFalse();
        await ongeduld.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => aanbod);
    }

    [Theory]
    [InlineData("afkeuren")]
    [InlineData("dubbel")]
    public async Task A_behaviour_that_following_does_not_know_is_not_used_up(string modus)
    {
        await using var huis = await Huis.Open(_klok);
        await huis.Gedraag("brp", new { modus, aantal = 1 });
        (await Zet(huis, Bsn)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await huis.Modus("brp")).ShouldBe(modus);
    }

    [Fact]
    public async Task A_restart_loses_no_volgindicatie_and_no_change()
    {
        var map = Directory.CreateTempSubdirectory("keten-volgen-").FullName;
        string gevolgd;
        await using (var huis = await Huis.Open(_klok, ("Keten:Map", map)))
        {
            await Zet(huis, Bsn, sleutel: "een");
            await Zet(huis, AnderBsn, Begin.AddDays(30), sleutel: "een");
            await huis.Wijzig(new { bsn = Bsn });
            gevolgd = await Inhoud(huis, "/brp/volgindicaties", "een");
        }
        Verder(1);
        await using (var huis = await Huis.Open(_klok, ("Keten:Map", map)))
        {
            (await Inhoud(huis, "/brp/volgindicaties", "een")).ShouldBe(gevolgd);
            (await Gewijzigd(huis, sleutel: "een")).ShouldBe([Bsn]);
            (await Gewijzigd(huis, Begin.AddDays(1), "een")).ShouldBeEmpty();
            (await Zet(huis, AnderBsn, sleutel: "een")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        foreach (var bestand in Directory.GetFiles(map)) (await File.ReadAllTextAsync(bestand)).ShouldNotContain("\"een\"");
        Directory.Delete(map, recursive: true);
    }

    [Fact]
    public async Task Of_volgindicaties_placed_at_the_same_moment_none_is_lost()
    {
        var map = Directory.CreateTempSubdirectory("keten-volgen-").FullName;
        var bsns = Enumerable.Range(0, 40).Select(_ => TestBsn.Nieuw()).Order(StringComparer.Ordinal).ToArray();
        await using (var huis = await Huis.Open(_klok, ("Keten:Map", map)))
            foreach (var antwoord in await Task.WhenAll(bsns.Select(bsn => Zet(huis, bsn))))
                antwoord.StatusCode.ShouldBe(HttpStatusCode.Created);
        await using (var huis = await Huis.Open(_klok, ("Keten:Map", map))) (await Gevolgd(huis)).ShouldBe(bsns);
        Directory.Delete(map, recursive: true);
    }

    [Fact]
    public async Task No_log_holds_the_number_of_a_person()
    {
        using var log = new Geheugenlog();
        await using var keten = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.ConfigureLogging(logs => logs.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        });
        using var http = keten.CreateClient();
        await http.PutAsJsonAsync($"/brp/volgindicaties/{Bsn}", new { });
        await http.PutAsJsonAsync($"/brp/volgindicaties/{Bsn}", new { einddatum = "gisteren" });
        await http.GetAsync($"/brp/volgindicaties/{Bsn}");
        await http.GetAsync($"/brp/volgindicaties/{Bsn}/bestaat-niet");
        await http.PostAsJsonAsync("/beheer/brp/wijziging", new { bsn = Bsn, geheim = "ja" });
        await http.GetAsync("/brp/wijzigingen");
        log.Regels.ShouldNotBeEmpty();
        log.Regels.ShouldAllBe(regel => !regel.Contains(Bsn, StringComparison.Ordinal));
    }

    private void Verder(int dagen) => _klok.Vooruit(TimeSpan.FromDays(dagen));

    private static string Tekst(string bsn, DateOnly begin, DateOnly? einde = null)
    {
        var volgindicatie = new JsonObject { ["burgerservicenummer"] = bsn, ["begindatum"] = Iso(begin) };
        if (einde is { } dag) volgindicatie["einddatum"] = Iso(dag);
        return volgindicatie.ToJsonString();
    }

    private static string Iso(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> Zet(Huis huis, string bsn, DateOnly? einddatum = null, string? sleutel = null) =>
        Zet(huis, bsn, einddatum is { } dag ? $$"""{ "einddatum": "{{Iso(dag)}}" }""" : "{}", "application/json", sleutel);

    private static async Task<HttpResponseMessage> Zet(Huis huis, string bsn, string inhoud, string? soort, string? sleutel = null)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Put, $"/brp/volgindicaties/{bsn}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(inhoud)),
        };
        if (soort is not null) verzoek.Content.Headers.ContentType = new(soort);
        if (sleutel is not null) verzoek.Headers.Add("X-API-KEY", sleutel);
        return await huis.Http.SendAsync(verzoek);
    }

    private static async Task<HttpResponseMessage> Vraag(Huis huis, string pad, string? sleutel)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, pad);
        if (sleutel is not null) verzoek.Headers.Add("X-API-KEY", sleutel);
        return await huis.Http.SendAsync(verzoek);
    }

    private static async Task<string> Inhoud(Huis huis, string pad, string? sleutel) =>
        await (await Vraag(huis, pad, sleutel)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    private static async Task<string[]> Gevolgd(Huis huis, string? sleutel = null) =>
        [.. JsonNode.Parse(await Inhoud(huis, "/brp/volgindicaties", sleutel))!["volgindicaties"]!.AsArray()
            .Select(volgindicatie => volgindicatie!["burgerservicenummer"]!.GetValue<string>())];

    private static async Task<string[]> Gewijzigd(Huis huis, DateOnly? vanaf = null, string? sleutel = null) =>
        [.. JsonNode.Parse(await Inhoud(huis, "/brp/wijzigingen" + (vanaf is { } dag ? $"?vanaf={Iso(dag)}" : ""), sleutel))!
            ["burgerservicenummers"]!.AsArray().Select(bsn => bsn!.GetValue<string>())];

    private sealed class Geheugenlog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Regels { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Regels.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
