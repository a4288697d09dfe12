using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

/// <summary>A real gateway on a free port, with the services and the issuer it talks to.</summary>
public sealed class Poort : IAsyncLifetime
{
    private readonly List<WebApplication> _gateways = [];

    public Uitgever Uitgever { get; private set; } = null!;

    public Achterkant Diensten { get; private set; } = null!;

    /// <summary>The security log of all gateways.</summary>
    public Regelboek Beveiliging { get; } = new();

    /// <summary>A client without a token, of a gateway with the default settings.</summary>
    public HttpClient Bezoeker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Uitgever = await Uitgever.StartAsync();
        Diensten = await Achterkant.StartAsync();
        Bezoeker = await GatewayAsync("Cors:Origins=https://portaal.example");
    }

    /// <summary>Starts another gateway. These settings override the defaults.</summary>
    public async Task<HttpClient> GatewayAsync(params string[] instellingen)
    {
        var gateway = Program.Maak([.. ((IEnumerable<string>)[
            "environment=Development", "urls=http://127.0.0.1:0", "Logging:Console:LogLevel:Default=None",
            $"Aanmelding:Authority={Uitgever.Authority}", $"Aanmelding:Audience={Uitgever.Audience}",
            .. Diensten.Adressen.Select(a => $"services:{a.Key}:http:0={a.Value}"), .. instellingen]).Select(i => "--" + i)]);
        _gateways.Add(gateway);
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(Beveiliging);
        await gateway.StartAsync();
        return new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null
        })
        { BaseAddress = new Uri(gateway.Urls.First()) };
    }

    /// <summary>A valid token.</summary>
    public AuthenticationHeaderValue Token(string sub = "medewerker") =>
        new("Bearer", Uitgever.Token("consulent", teams: ["haven"], sub: sub));

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways) await gateway.DisposeAsync();
        await Diensten.DisposeAsync();
        await Uitgever.DisposeAsync();
        Beveiliging.Dispose();
    }
}

/// <summary>Shorthand for the tests.</summary>
internal static class Spreektaal
{
    public static async Task<HttpResponseMessage> Stuur(this HttpClient client, string regel, AuthenticationHeaderValue? token = null,
        HttpContent? inhoud = null, params (string Naam, string Waarde)[] koppen)
    {
        var (methode, pad) = regel.Split(' ') is [var m, var p] ? (m, p) : throw new ArgumentException(regel, nameof(regel));
        using var verzoek = new HttpRequestMessage(new HttpMethod(methode), pad) { Content = inhoud };
        verzoek.Headers.Authorization = token;
        // A large body waits for 100 Continue, so that the client reads a refusal instead of a broken connection.
        verzoek.Headers.ExpectContinue = inhoud?.Headers.ContentLength > 1024 * 1024;
        foreach (var (naam, waarde) in koppen) verzoek.Headers.TryAddWithoutValidation(naam, waarde).ShouldBeTrue();
        return await client.SendAsync(verzoek);
    }

    public static string Kop(this HttpResponseMessage antwoord, string naam) =>
        antwoord.Headers.TryGetValues(naam, out var waarden) || antwoord.Content.Headers.TryGetValues(naam, out waarden)
            ? string.Join(" | ", waarden) : "";

    /// <summary>Checks that the answer is a complete problem, and returns it.</summary>
    public static async Task<JsonElement> Probleem(this HttpResponseMessage antwoord, int status, string code)
    {
        ((int)antwoord.StatusCode).ShouldBe(status);
        antwoord.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var probleem = JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync());
        probleem.GetProperty("status").GetInt32().ShouldBe(status);
        probleem.GetProperty("code").GetString().ShouldBe(code);
        probleem.GetProperty("type").GetString().ShouldBe("urn:wmoplatform:" + code);
        probleem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        probleem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        return probleem;
    }
}
