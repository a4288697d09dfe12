using System.Collections.Concurrent;
using System.Text.Json;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// Sends random requests to every operation of every API, after the dossiers of the other tests. Repeat a run with WMOPLATFORM_SEED.
/// </summary>
[Collection(nameof(NaAfloopTests))]
public sealed class WillekeurTests(Platform platform, ITestOutputHelper uitvoer)
{
    private const int Tegelijk = 8;

    private static readonly string[] Apis =
    [
        "meldingen", "onderzoek", "beschikkingen", "pgb", "zorgaanbieders", "eigen-bijdrage", "correspondentie", "dossiers",
    ];

    [Fact]
    public async Task Whatever_is_asked_the_answer_is_no_fault_of_ours_and_repeats_nothing()
    {
        var (aantal, zaad) = (Duur.Lang ? 200_000 : 2_000, Volgorde.Zaad);
        uitvoer.WriteLine($"zaad {zaad}, {aantal} verzoeken");
        var documenten = new List<JsonElement>();
        foreach (var api in Apis)
            documenten.Add(JsonDocument.Parse(await platform.Ruw(new(HttpMethod.Get, $"/{api}/v1/openapi.json"), a => a.Content
                .ReadAsStringAsync())).RootElement);
        var (fouten, statussen) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());

        await Parallel.ForEachAsync(Enumerable.Range(0, Tegelijk), async (loper, _) =>
        {
            var lot = new Random(zaad + loper);
            var makers = documenten.Select(d => new Verzoekmaker(d, lot)).ToArray();
            for (var n = 0; n < aantal / Tegelijk; n++)
            {
                using var verzoek = makers[lot.Next(makers.Length)].Volgende();
                if (await Wie(verzoek.Method, lot) is { } token) verzoek.Headers.Authorization = new("Bearer", token);
                var (status, antwoord) = await platform.Ruw(verzoek, async a => ((int)a.StatusCode, await a.Content.ReadAsStringAsync()));
                statussen.AddOrUpdate(status, 1, (_, keer) => keer + 1);
                var verklapt = status >= 400 && antwoord.Contains(Verzoekmaker.Aas, StringComparison.OrdinalIgnoreCase);
                if (status >= 500 || verklapt) fouten.Enqueue($"{verzoek.Method} {verzoek.RequestUri} {status} {antwoord}");
            }
        });

        uitvoer.WriteLine(string.Join(", ", statussen.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        fouten.ShouldBeEmpty();
        statussen.Keys.Count(s => s < 400).ShouldBeGreaterThan(0, "sommige verzoeken kloppen");
    }

    /// <summary>Nobody now and then. Beheer only reads, because what it changes is about all dossiers.</summary>
    private async Task<string?> Wie(HttpMethod methode, Random lot)
    {
        string[] mensen =
        [
            Mensen.Consulent, Mensen.Beslisser, Mensen.Backoffice, Mensen.Auditor, Mensen.DeBrug, Mensen.ConsulentVanElders,
            .. methode == HttpMethod.Get ? [Mensen.Beheer] : Array.Empty<string>(),
        ];
        return lot.Next(20) == 0 ? null : await platform.Token(mensen[lot.Next(mensen.Length)]);
    }
}
