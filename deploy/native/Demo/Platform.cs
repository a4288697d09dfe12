using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WmoPlatform.Demo;

/// <summary>The demo cannot go on; the message says why, in Dutch.</summary>
internal sealed class Mislukt(string uitleg) : Exception(uitleg);

/// <summary>The people of the demo: the demo clients of the issuer, and a resident of its own for each dossier.</summary>
internal enum Rol
{
    Inwoner,
    Consulent,
    Beslisser,
    Backoffice,
    Aanbieder,
}

/// <summary>The platform as the outside world sees it: the gateway, and tokens from the issuer.</summary>
internal sealed class Platform : IDisposable
{
    private readonly HttpClient _gateway;
    private readonly HttpClient _keten;
    private readonly Dictionary<Rol, string> _tokens = [];
    private string _inwoner = "";

    public Platform(Uri gateway, Uri keten)
    {
        _gateway = new HttpClient { BaseAddress = gateway };
        _keten = new HttpClient { BaseAddress = keten };
    }

    public static DateOnly Vandaag { get; } =
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "UTC", "Europe/Amsterdam"));

    /// <summary>
    /// Sends a POST with an Idempotency-Key of its own. Where the platform asks for an ETag, <c>gezienOp</c> is the address to read it
    /// from.
    /// </summary>
    public async Task<JsonNode?> Post(Rol rol, string pad, object inhoud, string? gezienOp = null) =>
        (await Stuur(HttpMethod.Post, rol, pad, inhoud, await Etag(rol, gezienOp))).Inhoud;

    /// <summary>Sends a PUT. Where the platform asks for an ETag, <c>gezienOp</c> is the address to read it from.</summary>
    public async Task Put(Rol rol, string pad, object inhoud, string? gezienOp = null) =>
        await Stuur(HttpMethod.Put, rol, pad, inhoud, await Etag(rol, gezienOp));

    private async Task<string?> Etag(Rol rol, string? gezienOp) =>
        gezienOp is null ? null : (await Stuur(HttpMethod.Get, rol, gezienOp)).Etag;

    public async Task<JsonNode?> Get(Rol rol, string pad) => (await Stuur(HttpMethod.Get, rol, pad)).Inhoud;

    /// <summary>Polls until the answer fits: services receive events from each other a moment later.</summary>
    public async Task<JsonNode> Zodra(Rol rol, string pad, Func<JsonNode, JsonNode?> past, string waarop)
    {
        for (var einde = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(100))
        {
            var antwoord = await Stuur(HttpMethod.Get, rol, pad, onbekendMag: true);
            if (antwoord.Inhoud is { } inhoud && past(inhoud) is { } gevonden) return gevonden;
            if (DateTime.UtcNow > einde) throw new Mislukt($"na 60 seconden nog niet: {waarop} (GET {pad}).");
        }
    }

    /// <summary>
    /// Takes a person without a dossier from the simulated BRP, who signs in as <see cref="Rol.Inwoner"/> from now on. A person of an
    /// earlier demo may still get help, and then the platform reports no new start to the CAK. Gives the BSN.
    /// </summary>
    public async Task<string> NieuweInwoner()
    {
        using var antwoord = await _keten.PostAsync("beheer/inwoners", null);
        if (!antwoord.IsSuccessStatusCode) throw await Weigering(HttpMethod.Post, "/beheer/inwoners", antwoord);
        var inwoner = (await antwoord.Content.ReadFromJsonAsync<JsonNode>())!;
        _inwoner = inwoner["client"]!.GetValue<string>();
        _tokens.Remove(Rol.Inwoner);
        return inwoner["bsn"]!.GetValue<string>();
    }

    /// <summary>Presses the button on a page of the platform, as anybody who reads an e-mail can.</summary>
    public async Task Formulier(string adres, string code)
    {
        using var formulier = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code });
        using var antwoord = await _gateway.PostAsync(adres, formulier);
        if (!antwoord.IsSuccessStatusCode) throw await Weigering(HttpMethod.Post, adres, antwoord);
    }

    /// <summary>Makes the chain simulator do something that a provider does of its own accord.</summary>
    public async Task Keten(string pad, object inhoud)
    {
        using var antwoord = await _keten.PostAsJsonAsync(pad, inhoud);
        if (!antwoord.IsSuccessStatusCode) throw await Weigering(HttpMethod.Post, pad, antwoord);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _keten.Dispose();
    }

    private async Task<(JsonNode? Inhoud, string? Etag)> Stuur(
        HttpMethod methode, Rol rol, string pad, object? inhoud = null, string? etag = null, bool onbekendMag = false)
    {
        using var verzoek = new HttpRequestMessage(methode, pad);
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(rol));
        if (methode == HttpMethod.Post) verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (etag is not null) verzoek.Headers.Add("If-Match", etag);
        if (inhoud is not null) verzoek.Content = JsonContent.Create(inhoud, options: JsonSerializerOptions.Web);
        using var antwoord = await _gateway.SendAsync(verzoek);
        // An event changed the resource at the same moment, and the answer says to try again.
        if (antwoord.StatusCode == HttpStatusCode.PreconditionFailed && etag is null)
            return await Stuur(methode, rol, pad, inhoud, etag, onbekendMag);
        if (onbekendMag && antwoord.StatusCode == HttpStatusCode.NotFound) return (null, null);
        if (!antwoord.IsSuccessStatusCode) throw await Weigering(methode, pad, antwoord);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return (tekst.Length == 0 ? null : JsonNode.Parse(tekst), antwoord.Headers.ETag?.ToString());
    }

    private async Task<string> Token(Rol rol)
    {
        if (_tokens.TryGetValue(rol, out var bekend)) return bekend;
        using var formulier = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = rol == Rol.Inwoner ? _inwoner : $"demo-{rol}".ToLowerInvariant(),
            ["client_secret"] = "demo",
        });
        using var antwoord = await _keten.PostAsync("token", formulier);
        if (!antwoord.IsSuccessStatusCode) throw await Weigering(HttpMethod.Post, "/token", antwoord);
        return _tokens[rol] = (await antwoord.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
    }

    private static async Task<Mislukt> Weigering(HttpMethod methode, string pad, HttpResponseMessage antwoord) =>
        new($"{methode} {pad} gaf {(int)antwoord.StatusCode}: {await antwoord.Content.ReadAsStringAsync()}");
}
