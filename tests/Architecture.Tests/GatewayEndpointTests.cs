using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Architecture.Tests;

/// <summary>Calls every endpoint of the gateway. All endpoints that are not listed here demand a valid token.</summary>
public sealed class GatewayEndpointTests
{
    /// <summary>The documentation and the health checks. The pages below /documentatie are no endpoints of their own.</summary>
    private static readonly string[] Open =
    [
        "/", "/stijl.css", "/health/live", "/health/ready",
        "/meldingen/v1/openapi.json", "/onderzoek/v1/openapi.json", "/beschikkingen/v1/openapi.json", "/pgb/v1/openapi.json",
        "/zorgaanbieders/v1/openapi.json",
        "/eigen-bijdrage/v1/openapi.json", "/correspondentie/v1/openapi.json", "/dossiers/v1/openapi.json", "/rekenhulp/v1/openapi.json",
        "/correspondentie/v1/emailadressen/bevestiging",
    ];

    [Fact]
    public async Task Only_what_is_named_here_is_open_to_everyone()
    {
        await using var uitgever = await Uitgever.StartAsync();
        // No service runs, so a request that the gateway lets through ends in 503.
        await using var gateway = Gateway.Program.Maak([.. ((IEnumerable<string>)[
            "environment=Development", "urls=http://127.0.0.1:0", "Logging:Console:LogLevel:Default=None",
            $"Aanmelding:Authority={uitgever.Authority}", $"Aanmelding:Audience={Uitgever.Audience}",
            .. Huis.Diensten.Select(d => $"services:{d.ToLowerInvariant()}:http:0=http://127.0.0.1:1")]).Select(i => "--" + i)]);
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };

        var endpoints = gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();
        endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText)
            .ShouldBe(Open, ignoreOrder: true);
        var gesloten = endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.RoutePattern.RawText!.Replace("{**rest}", "x", StringComparison.Ordinal)).ToArray();
        gesloten.Length.ShouldBeGreaterThan(Huis.Diensten.Count);
        foreach (var pad in gesloten)
        {
            (await Vraag(pad, null)).ShouldBe(HttpStatusCode.Unauthorized, $"{pad} zonder token");
            (await Vraag(pad, uitgever.Token("inwoner", vreemdeSleutel: true)))
                .ShouldBe(HttpStatusCode.Unauthorized, $"{pad} met een vals token");
            (await Vraag(pad, uitgever.Token("inwoner"))).ShouldBe(HttpStatusCode.ServiceUnavailable, $"{pad} met een token");
        }

        async Task<HttpStatusCode> Vraag(string pad, string? token)
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Get, pad);
            if (token is not null) verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var antwoord = await http.SendAsync(verzoek);
            return antwoord.StatusCode;
        }
    }
}
