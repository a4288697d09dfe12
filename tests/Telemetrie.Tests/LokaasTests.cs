using System.Net.Http.Headers;
using System.Text;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Telemetrie.Tests;

/// <summary>
/// Puts personal data as bait into requests, even where they do not belong. They may turn up only where the people of the dossier can read
/// them.
/// </summary>
[Collection(nameof(LokaasTests))]
[CollectionDefinition(nameof(LokaasTests), DisableParallelization = true)]
public sealed class LokaasTests(Meetkamer kamer)
{
    private readonly List<string> _fouten = [];

    [Fact]
    public async Task No_personal_data_turn_up_in_telemetry_consoles_messages_headers_or_errors()
    {
        // Personal data travel over both routes, to all partners and back.
        var zin = await kamer.Platform.Dossier().ZorgInNaturaAangevraagd().Toegekend()
            .ZorgGestart().Totdat("EigenBijdrageBevestigd").ZorgGestopt().Opgezegd().Totdat("EigenBijdrageGestopt");
        await kamer.Platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend().Totdat("BudgetGereserveerd", "EigenBijdrageBevestigd");
        await VraagVerkeerd(zin.Inwoner);
        var laatste = await LaatsteSpoor();
        await Tot.Waar(() => kamer.Otlp.Spans.Any(s => s.Spoor == laatste && s.Dienst == "dossiers"), Platform.Geduld, "de laatste spans");

        Lekt("telemetrie", kamer.Otlp.Alles);
        Lekt("berichten", kamer.Afgetapt);
        Lekt("fouten", _fouten);
        foreach (var proces in kamer.Platform.Processen.Values) Lekt($"de uitvoer van {proces.Project}", proces.Uitvoer.Split('\n'));
        // Without these, the scan would prove nothing.
        _fouten.Count.ShouldBeGreaterThan(8);
        kamer.Afgetapt.Count().ShouldBeGreaterThan(30);
        kamer.Otlp.Spans.Select(s => s.Dienst).Distinct().Count().ShouldBeGreaterThanOrEqualTo(10);
    }

    /// <summary>Bait in every place of a request that an error might repeat.</summary>
    private async Task VraagVerkeerd(Inwoner inwoner)
    {
        var (bsn, naam) = (inwoner.Bsn, "Kowalski");
        const string meldingen = "/meldingen/v1/meldingen";
        await Fout(HttpMethod.Post, meldingen, $$"""{"kanaal":"web","hulpvraag":"volkstuin","{{bsn}}":"{{naam}}"}""");
        await Fout(HttpMethod.Post, meldingen, $$"""{"kanaal":"{{naam}} {{bsn}}","hulpvraag":"volkstuin"}""");
        await Fout(HttpMethod.Post, meldingen, $$"""{"kanaal":"web","hulpvraag":"volkstuin","bsn":"{{bsn}}1"}""", Mensen.Consulent);
        await Fout(HttpMethod.Post, meldingen, $$"""{"kanaal":"web","hulpvraag":"volkstuin","email":"{{naam}}"}""");
        await Fout(HttpMethod.Post, meldingen, $$"""{"kanaal":"web","hulpvraag":"{{bsn}} {{naam}}" kapot""");
        await Fout(HttpMethod.Post, meldingen, $"{bsn} {naam}", type: "text/plain");
        await Fout(HttpMethod.Get, $"{meldingen}/{bsn}");
        await Fout(HttpMethod.Get, $"{meldingen}?na={bsn}&aantal={naam}");
        await Fout(HttpMethod.Get, $"/dossiers/v1/dossiers/{bsn}", wie: Mensen.Consulent);
        await Fout(HttpMethod.Get, $"/dossiers/v1/{naam}/{bsn}", wie: Mensen.Consulent);
        await Fout(HttpMethod.Get, $"/{naam}/{bsn}");
        var vreemd = $"<bericht><bsn>{bsn}</bsn><naam>{naam}</naam></bericht>";
        await Fout(HttpMethod.Post, "/zorgaanbieders/v1/iwmo/berichten", vreemd, "demo-keten", "application/xml");
        await Fout(HttpMethod.Post, "/pgb/v1/ipgb/berichten", $"<bericht {bsn} {naam}", "demo-keten", "application/xml");

        async Task Fout(HttpMethod methode, string pad, string? inhoud = null, string? wie = null, string type = "application/json")
        {
            using var verzoek = new HttpRequestMessage(methode, new Uri(kamer.Platform.Processen["gateway"].Adres, pad));
            verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await kamer.Platform.Token(wie ?? inwoner.Client!));
            verzoek.Headers.Add("Idempotency-Key", $"{bsn} {Guid.NewGuid()}");
            verzoek.Headers.Add("baggage", $"bsn={bsn}");
            verzoek.Headers.TryAddWithoutValidation("User-Agent", $"{naam}/{bsn}");
            if (inhoud is not null) verzoek.Content = new StringContent(inhoud, Encoding.UTF8, type);
            using var antwoord = await kamer.Platform.Processen["gateway"].Http.SendAsync(verzoek);
            ((int)antwoord.StatusCode).ShouldBeInRange(400, 499, $"{methode} {pad}");
            _fouten.Add($"{antwoord.Headers}{antwoord.Content.Headers}{await antwoord.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>The trace of a last request. Once it has come in, everything before it has.</summary>
    private async Task<string> LaatsteSpoor()
    {
        using var verzoek = Meetkamer.NieuwSpoor();
        await kamer.Platform.Get(Mensen.Consulent, "/dossiers/v1/dossiers?aantal=1");
        return verzoek.TraceId.ToHexString();
    }

    private static void Lekt(string waar, IEnumerable<string> teksten)
    {
        var lekken = from tekst in teksten
                     from woord in Lokaas.Alles
                     let plek = tekst.IndexOf(woord, StringComparison.OrdinalIgnoreCase)
                     where plek >= 0
                     select $"{woord}: …{tekst[Math.Max(0, plek - 80)..Math.Min(tekst.Length, plek + 80)]}…";
        lekken.Take(5).ShouldBeEmpty($"Persoonsgegevens in {waar}");
    }
}
