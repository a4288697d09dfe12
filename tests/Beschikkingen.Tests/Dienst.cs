using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Tests;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

[assembly: AssemblyFixture(typeof(Dienst))]

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The service on its own database, for tests without a broker. Every test uses its own dossier.</summary>
public sealed class Dienst : IAsyncLifetime
{
    private DienstFabriek<BeschikkingenDb>? _fabriek;

    public DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    public DateOnly Vandaag => Fabriek.Klok.Vandaag();
    public HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);
    public HttpClient Backoffice => Fabriek.Als(Rollen.Backoffice);

    public async ValueTask InitializeAsync() => _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    /// <summary>Receives an aanvraag for these voorzieningen today, and returns its path.</summary>
    public Task<string> Aanvraag(params GekozenVoorziening[] voorzieningen) => Aanvraag(Vandaag, voorzieningen);

    public async Task<string> Aanvraag(DateOnly ontvangenOp, params GekozenVoorziening[] voorzieningen)
    {
        var verslag = Voorbeelden.Verslag(ontvangenOp, voorzieningen);
        await Fabriek.Verwerk(verslag);
        return Pad(verslag.Dossiernummer);
    }

    /// <summary>Receives an aanvraag for one voorziening in kind, grants it, and returns its path.</summary>
    public async Task<string> Besloten()
    {
        var zin = Voorbeelden.Zin();
        var pad = await Aanvraag(zin);
        await Beslisser.Doe($"{pad}/besluit", Toekennen(zin));
        return pad;
    }

    public static string Pad(string dossiernummer) => $"/beschikkingen/v1/aanvragen/{dossiernummer}";

    public static object Toekennen(GekozenVoorziening voorziening, decimal? budget = null) =>
        new
        {
            besluiten = new[] { new { voorzieningId = voorziening.VoorzieningId, uitkomst = "toekennen",
            motivering = "De hulp is nodig en passend.", budget } }
        };

    /// <summary>The events of one dossier in the outbox.</summary>
    public async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(string pad) =>
        [.. (await Fabriek.Aangekondigd()).Where(g => Pad(g.Dossiernummer) == pad)];
}

internal static class Vragen
{
    /// <summary>Sends a GET and expects 200.</summary>
    public static async Task<JsonNode> Lees(this HttpClient http, string pad)
    {
        using var antwoord = await http.GetAsync(new Uri(pad, UriKind.Relative));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, tekst);
        return JsonNode.Parse(tekst)!;
    }

    /// <summary>Sends a POST and expects 200.</summary>
    public static async Task<JsonNode> Doe(this HttpClient http, string pad, object body, string? ifMatch = null, string? sleutel = null)
    {
        using var antwoord = await http.Stuur(pad, body, ifMatch, sleutel);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, tekst);
        return JsonNode.Parse(tekst)!;
    }

    /// <summary>Sends a request and expects a refusal: problem+json without personal data.</summary>
    public static async Task<(int Status, string Code)> Weigert(this HttpClient http, string pad, object? body = null,
        string? ifMatch = null, string? sleutel = null)
    {
        using var antwoord = body is null ? await http.GetAsync(new Uri(pad, UriKind.Relative))
            : await http.Stuur(pad, body, ifMatch, sleutel);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        antwoord.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", tekst);
        tekst.ShouldNotContain(Voorbeelden.Inwoner);
        tekst.ShouldNotContain(Voorbeelden.Achternaam);
        var probleem = JsonNode.Parse(tekst)!;
        var code = probleem["code"]!.GetValue<string>();
        probleem["type"]!.GetValue<string>().ShouldBe($"urn:wmoplatform:{code}");
        probleem["status"]!.GetValue<int>().ShouldBe((int)antwoord.StatusCode);
        return ((int)antwoord.StatusCode, code);
    }

    /// <summary>Posts an object, or a string as literal JSON.</summary>
    public static async Task<HttpResponseMessage> Stuur(this HttpClient http, string pad, object body, string? ifMatch = null,
        string? sleutel = null)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri(pad, UriKind.Relative))
        {
            Content = body is string json ? new StringContent(json, System.Text.Encoding.UTF8, "application/json")
                : JsonContent.Create(body),
        };
        if (ifMatch is not null) verzoek.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (sleutel is not null) verzoek.Headers.Add("Idempotency-Key", sleutel);
        return await http.SendAsync(verzoek);
    }

    public static async Task<string> Etag(this HttpClient http, string pad)
    {
        using var antwoord = await http.GetAsync(new Uri(pad, UriKind.Relative));
        return antwoord.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }
}
