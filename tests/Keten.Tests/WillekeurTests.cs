using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// Sends random requests to every operation of every API, many of them about dossiers that were played for this, after the dossiers of
/// the other tests. Repeat a run with WMOPLATFORM_SEED: the same requests, but for numbers, ids, and who sends them.
/// </summary>
[Collection(nameof(NaAfloopTests))]
public sealed class WillekeurTests(Platform platform, ITestOutputHelper uitvoer)
{
    private const int Tegelijk = 8;

    /// <summary>What takes longer when nothing else runs, hangs.</summary>
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(2);

    /// <summary>No refusal and no log repeats these: what was sent, and who the dossiers are about.</summary>
    private static readonly string[] Geheim =
        [Verzoekmaker.Aas, .. Verhaal.Lokaas, .. Enumerable.Range(0, Mensen.VoorWillekeur).Select(n => Mensen.Inwoner(n).Bsn)];

    private static readonly string[] Apis =
    [
        "meldingen", "onderzoek", "beschikkingen", "pgb", "zorgaanbieders", "eigen-bijdrage", "correspondentie", "dossiers", "rekenhulp",
    ];

    /// <summary>The people who got 403 at an operation.</summary>
    private readonly ConcurrentDictionary<(string Operatie, string? Wie), bool> _magNiet = new();

    [Fact]
    public async Task Whatever_is_asked_the_answer_is_no_fault_of_ours_and_repeats_nothing()
    {
        var (aantal, zaad) = (Duur.Lang ? 200_000 : 2_000, Volgorde.Zaad);
        uitvoer.WriteLine($"zaad {zaad}, {aantal} verzoeken");
        var documenten = new List<JsonElement>();
        foreach (var api in Apis)
            documenten.Add(JsonDocument.Parse(await platform.Ruw(new(HttpMethod.Get, $"/{api}/v1/openapi.json"), a => a.Content
                .ReadAsStringAsync())).RootElement);
        var boek = await Woordenboek.Over(platform, await Speel());
        var (fouten, statussen) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());
        var traag = new ConcurrentQueue<Func<HttpRequestMessage>>();
        var tijden = new ConcurrentDictionary<string, TimeSpan>();

        await Parallel.ForEachAsync(Enumerable.Range(0, Tegelijk), async (loper, _) =>
        {
            var lot = new Random(zaad + loper);
            var makers = documenten.Select(d => new Verzoekmaker(d, boek, lot)).ToArray();
            for (var n = 0; n < aantal / Tegelijk; n++)
            {
                var (verzoek, operatie) = makers[lot.Next(makers.Length)].Volgende();
                using var eenmaal = verzoek;
                var wie = Wie(verzoek.Method, operatie, lot);
                if (wie is not null) verzoek.Headers.Authorization = new("Bearer", await platform.Token(wie));
                var opnieuw = await Kopie(verzoek);
                var klok = Stopwatch.StartNew();
                var (status, antwoord) = await Stuur(verzoek);
                tijden.AddOrUpdate(operatie, klok.Elapsed, (_, tot) => tot + klok.Elapsed);
                if (klok.Elapsed > Langst) traag.Enqueue(opnieuw);
                if (status == 403) _magNiet.TryAdd((operatie, wie), true);
                statussen.AddOrUpdate(status, 1, (_, keer) => keer + 1);
                var verklapt = status >= 400 && Geheim.Any(woord => antwoord.Contains(woord, StringComparison.OrdinalIgnoreCase));
                // A SOAP Fault has status 500, also for a mistake of the sender.
                var onzeFout = status >= 500 && !antwoord.Contains("<StUF:plek>client<", StringComparison.Ordinal);
                if (onzeFout || verklapt) fouten.Enqueue($"{verzoek.Method} {verzoek.RequestUri} {status} {antwoord}");
            }
        });

        uitvoer.WriteLine(string.Join(", ", statussen.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        uitvoer.WriteLine("De meeste tijd ging naar " + string.Join(", ", tijden.OrderByDescending(t => t.Value).Take(5)
            .Select(t => $"{t.Key} ({t.Value.TotalSeconds:0} s)")) + ".");
        fouten.ShouldBeEmpty();
        foreach (var proces in platform.Processen.Values)
        {
            var log = proces.Uitvoer;
            Geheim.Where(woord => log.Contains(woord, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"het log van {proces.Project}");
        }
        uitvoer.WriteLine($"{traag.Count} keer meer dan {Langst.TotalSeconds} s");
        // Slow among others is the machine; slow alone is a request that hangs.
        foreach (var opnieuw in Duur.Lang ? traag.ToArray() : [])
        {
            using var verzoek = opnieuw();
            var klok = Stopwatch.StartNew();
            await Stuur(verzoek);
            klok.Elapsed.ShouldBeLessThan(Langst, $"{verzoek.Method} {verzoek.RequestUri}");
        }
        statussen.Keys.Count(s => s < 400).ShouldBeGreaterThan(0, "sommige verzoeken kloppen");
    }

    /// <summary>A dossier at its beginning, one with help in kind, and one with a pgb.</summary>
    private async Task<Dossier[]> Speel() =>
    [
        await new Dossier(platform, Mensen.Inwoner(0)).MeldingGedaan().GesprekGevoerd().IndicatieGesteld(),
        await new Dossier(platform, Mensen.Inwoner(1)).ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend().ZorgGestart(),
        await new Dossier(platform, Mensen.Inwoner(2)).PgbAangevraagd().PgbBesproken(),
    ];

    private Task<(int Status, string Antwoord)> Stuur(HttpRequestMessage verzoek) =>
        platform.Ruw(verzoek, async a => ((int)a.StatusCode, await a.Content.ReadAsStringAsync()));

    /// <summary>A request can be sent only once, so this makes the same one again, under a key of its own.</summary>
    private static async Task<Func<HttpRequestMessage>> Kopie(HttpRequestMessage verzoek)
    {
        var (methode, adres, koppen) = (verzoek.Method, verzoek.RequestUri, verzoek.Headers.ToList());
        var (inhoud, soort) = verzoek.Content is { } c ? (await c.ReadAsByteArrayAsync(), c.Headers.ToList()) : (null, []);
        return () =>
        {
            var kopie = new HttpRequestMessage(methode, adres) { Content = inhoud is null ? null : new ByteArrayContent(inhoud) };
            foreach (var kop in koppen.Where(k => k.Key != "Idempotency-Key")) kopie.Headers.TryAddWithoutValidation(kop.Key, kop.Value);
            kopie.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            foreach (var kop in soort) kopie.Content!.Headers.TryAddWithoutValidation(kop.Key, kop.Value);
            return kopie;
        };
    }

    /// <summary>
    /// Nobody now and then, and mostly somebody of whom it is not known yet that the operation is not for them. Beheer only reads, because
    /// what it changes is about all dossiers.
    /// </summary>
    private string? Wie(HttpMethod methode, string operatie, Random lot)
    {
        string[] mensen =
        [
            Mensen.Consulent, Mensen.Beslisser, Mensen.Backoffice, Mensen.Auditor, Mensen.DeBrug, Mensen.ConsulentVanElders, Mensen.Systeem,
            Mensen.Keten, .. Enumerable.Range(0, Mensen.VoorWillekeur).Select(n => Mensen.Inwoner(n).Client!),
            .. methode == HttpMethod.Get ? [Mensen.Beheer] : Array.Empty<string>(),
        ];
        if (lot.Next(20) == 0) return null;
        var mag = lot.Next(10) == 0 ? mensen : [.. mensen.Where(m => !_magNiet.ContainsKey((operatie, m)))];
        return mag.Length == 0 ? mensen[lot.Next(mensen.Length)] : mag[lot.Next(mag.Length)];
    }
}
