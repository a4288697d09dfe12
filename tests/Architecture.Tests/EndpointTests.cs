using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Architecture.Tests;

/// <summary>Calls every endpoint of every service with every role. An endpoint admits exactly the roles that it names.</summary>
public sealed class EndpointTests
{
    private static readonly string[] Open = ["/health/live", "/health/ready", "/openapi.json", "/emailadressen/bevestiging"];

    [Theory]
    [MemberData(nameof(Dienst.Alle), MemberType = typeof(Dienst))]
    public Task Every_endpoint_is_open_to_exactly_the_roles_that_it_names(string dienst) => Dienst.Doe(dienst, Loop<ServiceDb>);

    private static async Task Loop<TDb>(string naam) where TDb : ServiceDb
    {
        await using var dienst = await Dienst.StartAsync<TDb>(naam);
        using (dienst.Met(null)) { }
        var endpoints = dienst.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();
        endpoints.Length.ShouldBeGreaterThan(5);
        foreach (var endpoint in endpoints)
        {
            var patroon = endpoint.RoutePattern.RawText!;
            var anoniem = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (anoniem)
            {
                Open.ShouldContain(o => patroon.EndsWith(o, StringComparison.Ordinal), $"{patroon} staat open voor iedereen");
                continue;
            }
            var toegestaan = endpoint.Metadata.GetMetadata<ToegestaneRollen>().ShouldNotBeNull($"{patroon} noemt geen rollen").Rollen;
            var methode = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var soort = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json";
            (await Vraag(dienst.Met(null), methode, patroon, soort))
                .ShouldBe(HttpStatusCode.Unauthorized, $"{methode} {patroon} zonder token");
            foreach (var rol in Rollen.Alle)
            {
                using var http = dienst.Als(rol, bsn: "999993653", agb: "12345678", teams: ["wijkteam-centrum"]);
                var status = await Vraag(http, methode, patroon, soort);
                if (toegestaan.Contains(rol)) ((int)status).ShouldNotBeOneOf([401, 403, 500], $"{methode} {patroon} als {rol}");
                else status.ShouldBe(HttpStatusCode.Forbidden, $"{methode} {patroon} als {rol}");
            }
        }
    }

    /// <summary>Calls an endpoint with numbers that exist nowhere and an empty body.</summary>
    internal static Task<HttpStatusCode> Vraag(HttpClient http, RouteEndpoint endpoint) => Vraag(
        http, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], endpoint.RoutePattern.RawText!,
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json");

    private static async Task<HttpStatusCode> Vraag(HttpClient http, string methode, string patroon, string soort)
    {
        var pad = "/"
            + string.Join('/', RoutePatternFactory.Parse(patroon).PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart vast => vast.Content,
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => Guid.Empty.ToString(),
            RoutePatternParameterPart { ParameterPolicies: [{ Content: "long" or "int" }, ..] } => "1",
            _ => "x",
        }))));
        using var verzoek = new HttpRequestMessage(new HttpMethod(methode), pad);
        if (methode is "POST" or "PUT") verzoek.Content = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue(soort));
        using var antwoord = await http.SendAsync(verzoek);
        return antwoord.StatusCode;
    }
}
