using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.Onderzoeken.Tests;
using WmoPlatform.Testhuis;

[assembly: AssemblyFixture(typeof(Dienst))]

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>The service on a real database, without a broker. Every test uses its own dossier.</summary>
public sealed class Dienst : IAsyncLifetime
{
    public const string Team = "wijkteam-haven";
    public const string Bsn = "999993653";
    private int _volgnummer;

    public DienstFabriek<OnderzoekDb> Fabriek { get; private set; } = null!;

    public HttpClient Consulent { get; private set; } = null!;

    public HttpClient Inwoner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fabriek = await DienstFabriek.StartAsync<OnderzoekDb>(Diensten.Onderzoek);
        Fabriek.Klok.Zet(Voorbeeld.Nu);
        Consulent = Fabriek.Als("consulent", teams: [Team]);
        Inwoner = Fabriek.Als("inwoner", bsn: Bsn);
        await Fabriek.Verwerk(new ZorgaanbiederGecontracteerd(Voorbeeld.Agb, "Zorg Dichtbij", ["01", "02"], new(2025, 1, 1),
            null)
        { AggregaatId = Guid.NewGuid(), Versie = 1 });
    }

    /// <summary>A dossier that has come this far.</summary>
    internal async Task<Dossier> Dossier(Stand tot = Stand.Geopend, string team = Team, string bsn = Bsn)
    {
        var nummer = $"D-2026-{Interlocked.Increment(ref _volgnummer):000000}";
        var melding = Voorbeeld.Melding(nummer, wijkteam: team, bsn: bsn);
        await Fabriek.Verwerk(melding);
        var dossier = new Dossier(this, nummer, melding.AggregaatId);
        if (tot >= Stand.Gesprek) await dossier.VoerGesprek();
        if (tot >= Stand.Indicatie) await dossier.Indiceer();
        if (tot >= Stand.Keuze) (await dossier.Kies(new { leveringsvorm = "zin", agb = Voorbeeld.Agb })).EnsureSuccessStatusCode();
        if (tot >= Stand.Verslag)
        {
            await dossier.KenPersoon();
            await Ok(dossier.Post("/verslag", new { samenvatting = "U krijgt begeleiding." }));
        }
        if (tot >= Stand.Ondertekend) await Ok(dossier.Onderteken());
        return dossier;
    }

    /// <summary>Another melding in the same dossier; returns its number.</summary>
    internal async Task<string> NogEenMelding(Dossier dossier, string meldingnummer)
    {
        await Fabriek.Verwerk(Voorbeeld.Melding(dossier.Nummer, bsn: Bsn) with { Meldingnummer = meldingnummer });
        return meldingnummer;
    }

    internal static async Task<JsonNode?> Ok(Task<HttpResponseMessage> vraag)
    {
        var antwoord = await vraag;
        var inhoud = await antwoord.Content.ReadAsStringAsync();
        antwoord.IsSuccessStatusCode.ShouldBeTrue(inhoud);
        return inhoud.Length == 0 ? null : JsonNode.Parse(inhoud);
    }

    public ValueTask DisposeAsync() => Fabriek.DisposeAsync();
}

internal enum Stand
{
    Geopend,
    Gesprek,
    Indicatie,
    Keuze,
    Verslag,
    Ondertekend,
}

/// <summary>One dossier, through the API.</summary>
internal sealed class Dossier(Dienst dienst, string nummer, Guid melding = default)
{
    public static readonly object Onderwerpen = new
    {
        behoeften = "Wil structuur.",
        eigenKracht = "Kookt zelf.",
        netwerk = "Een zus helpt.",
        mantelzorger = "Redt het.",
        algemeneVoorzieningen = "Inloophuis.",
        andereDomeinen = "Geen.",
        eigenBijdrage = "Uitgelegd.",
    };

    public static readonly object Indicatie = new
    {
        product = new { categorie = "02", code = "02A01" },
        omvang = new { volume = 4, eenheid = "04", frequentie = "2" },
        periode = new { ingangsdatum = "2026-05-01", einddatum = "2027-04-30" },
        doelen = new[] { "Een dagritme" },
    };

    private static readonly string[] Aanwezigen = ["zus"];

    public string Nummer => nummer;

    public string Pad => $"/onderzoek/v1/onderzoeken/{Nummer}";

    public Guid VoorzieningId { get; private set; }

    public async Task<HttpResponseMessage> Post(string onder, object? inhoud, HttpClient? als = null, string? sleutel = null,
        string? ifMatch = null)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Post, Pad + onder)
        {
            Content = inhoud is string json ? Json(json) : inhoud is null
            ? null : JsonContent.Create(inhoud)
        };
        if (sleutel is not null) verzoek.Headers.Add("Idempotency-Key", sleutel);
        if (ifMatch is not null) verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await (als ?? dienst.Consulent).SendAsync(verzoek);
    }

    /// <summary>The current ETag of the onderzoek, to send as If-Match.</summary>
    public async Task<string> Etag() => (await dienst.Consulent.GetAsync(Pad)).Headers.ETag!.ToString();

    /// <summary>The resident signs the current verslag digitally.</summary>
    public async Task<HttpResponseMessage> Onderteken() =>
        await Post("/verslag/ondertekening", new { wijze = "digitaal" }, dienst.Inwoner, ifMatch: await Etag());

    public async Task<HttpResponseMessage> TrekIndicatieIn(string? ifMatch = "nu") =>
        await Post($"/indicaties/{VoorzieningId}/intrekking", null, ifMatch: ifMatch == "nu" ? await Etag() : ifMatch);

    public async Task<Guid> PlanGesprek() =>
        (await Dienst.Ok(Post("/gesprekken",
            new { tijdstip = "2026-03-02T08:00:00Z", plaats = "thuis", aanwezigen = Aanwezigen })))!["gesprekId"]!.GetValue<Guid>();

    public async Task VoerGesprek() =>
        await Dienst.Ok(Post($"/gesprekken/{await PlanGesprek()}/verslag",
            new { gevoerdOp = "2026-03-02", gebruiktWlz = false, onderwerpen = Onderwerpen }));

    public async Task Indiceer() => VoorzieningId = (await Dienst.Ok(Post("/indicaties", Indicatie)))!["voorzieningId"]!.GetValue<Guid>();

    public Task KenPersoon() => dienst.Fabriek.Verwerk(
        new PersoonsgegevensVastgesteld(Guid.NewGuid(), false, new(Voorbeeld.Persoon))
        {
            Dossiernummer = Nummer,
            AggregaatId = melding,
            Versie = 2,
            Op = Voorbeeld.Nu
        });

    public async Task<HttpResponseMessage> Kies(object keuze, HttpClient? als = null, string? ifMatch = "nu", Guid? voorzieningId = null)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Put,
            $"{Pad}/indicaties/{voorzieningId ?? VoorzieningId}/keuze")
        { Content = JsonContent.Create(keuze) };
        if (ifMatch is not null) verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch == "nu" ? await Etag() : ifMatch);
        return await (als ?? dienst.Consulent).SendAsync(verzoek);
    }

    public async Task<JsonNode> Lees(HttpClient? als = null) => (await Dienst.Ok((als ?? dienst.Consulent).GetAsync(Pad)))!;

    /// <summary>The events of this dossier in the outbox.</summary>
    public async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd() =>
        [.. (await dienst.Fabriek.Aangekondigd()).Where(g => g.Dossiernummer == Nummer)];

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}

internal static class Problemen
{
    /// <summary>Checks that the answer is this problem, and returns the fields that it names.</summary>
    public static async Task<string[]> MoetZijn(this Task<HttpResponseMessage> vraag, int status, string code)
    {
        var antwoord = await vraag;
        var inhoud = await antwoord.Content.ReadAsStringAsync();
        ((int)antwoord.StatusCode).ShouldBe(status, inhoud);
        antwoord.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var probleem = JsonSerializer.Deserialize<JsonObject>(inhoud)!;
        probleem["code"]!.GetValue<string>().ShouldBe(code, inhoud);
        probleem["type"]!.GetValue<string>().ShouldBe("urn:wmoplatform:" + code);
        inhoud.ShouldNotContain(Dienst.Bsn);
        return [.. probleem["errors"]?.AsObject().Select(e => e.Key) ?? []];
    }
}
