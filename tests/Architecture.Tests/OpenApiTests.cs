using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Architecture.Tests;

/// <summary>The OpenAPI document of each service is complete, is in Dutch and matches the endpoints.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Altijd = ["400", "401", "403", "404", "405", "429", "500", "503", "504"];

    [Theory]
    [MemberData(nameof(Dienst.Alle), MemberType = typeof(Dienst))]
    public Task The_description_of_an_API_is_complete_and_true(string dienst) => Dienst.Doe(dienst, Lees<ServiceDb>);

    [Fact]
    public void Whoever_honours_If_Match_binds_it_and_so_documents_it() =>
        Huis.Bestanden("src", "*.cs").Where(b => Huis.Lees(b).Contains("Headers.IfMatch", StringComparison.Ordinal)).ShouldBeEmpty();

    private static async Task Lees<TDb>(string naam) where TDb : ServiceDb
    {
        await using var dienst = await Dienst.StartAsync<TDb>(naam);
        using var http = dienst.Met(null);
        var alle = dienst.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToArray();
        var gezien = 0;
        foreach (var api in dienst.Services.GetServices<ApiBeschrijving>())
        {
            var document = await http.GetFromJsonAsync<JsonElement>(new Uri(api.Pad + "/openapi.json", UriKind.Relative));
            var endpoints = alle.Where(e => e.RoutePattern.RawText!.StartsWith(api.Pad + "/", StringComparison.Ordinal)).ToArray();
            gezien += endpoints.Length;

            document.GetProperty("info").GetProperty("title").GetString().ShouldBe(api.Naam);
            document.GetProperty("paths").EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()).ShouldBe(endpoints.Length);
            string[] fouten = [.. Algemeen(document), .. Velden(document), .. endpoints.SelectMany(e => Operatie(document, e))];
            fouten.ShouldBeEmpty();
        }
        gezien.ShouldBe(alle.Length);
    }

    private static IEnumerable<string> Algemeen(JsonElement document)
    {
        var info = document.GetProperty("info");
        if (!IsUitgelegd(info)) yield return "de API heeft geen uitleg";
        if (!Bij(info, "contact").ToString().Contains("email", StringComparison.Ordinal)) yield return "er is geen contact";
        if (Bij(document, "servers") is not { ValueKind: JsonValueKind.Array } servers || servers.GetArrayLength() == 0)
            yield return "er is geen server";
    }

    private static IEnumerable<string> Velden(JsonElement document)
    {
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (Uitleg(schema.Value).Length > 0 && !IsUitgelegd(schema.Value))
                yield return $"{schema.Name} is niet in het Nederlands uitgelegd: '{Uitleg(schema.Value)}'";
            if (Bij(schema.Value, "properties") is not { ValueKind: JsonValueKind.Object } velden) continue;
            foreach (var veld in velden.EnumerateObject())
                if (!IsUitgelegd(veld.Value))
                    yield return $"{schema.Name}.{veld.Name} is niet uitgelegd, of niet in het Nederlands: '{Uitleg(veld.Value)}'";
        }
    }

    private static IEnumerable<string> Operatie(JsonElement document, RouteEndpoint endpoint)
    {
        var methode = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var pad = Regex.Replace(endpoint.RoutePattern.RawText!, @":\w+\}", "}").TrimEnd('/');
        var naam = $"{methode} {pad}";
        var operatie = Bij(Bij(document.GetProperty("paths"), pad), methode.ToLowerInvariant());
        if (operatie.ValueKind != JsonValueKind.Object) return [$"{naam} staat er niet in"];
        return Tekst().Concat(Parameters()).Concat(Antwoorden()).Concat(Inhoud()).Select(fout => $"{naam}: {fout}");

        IEnumerable<string> Tekst()
        {
            if (Bij(operatie, "summary").ToString().Length == 0) yield return "geen samenvatting";
            if (!IsUitgelegd(operatie) || Uitleg(operatie).StartsWith("Rollen:", StringComparison.Ordinal)) yield return "geen uitleg";
        }

        IEnumerable<string> Parameters()
        {
            var parameters = Bij(operatie, "parameters") is { ValueKind: JsonValueKind.Array } lijst
                ? lijst.EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!) : [];
            foreach (var (parameter, beschreven) in parameters)
                if (!IsUitgelegd(beschreven)) yield return $"{parameter} is niet uitgelegd, of niet in het Nederlands";
            foreach (var keuze in endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters()
                .Where(p => p.ParameterType.ToString().Contains("Keuze`1", StringComparison.Ordinal)))
                if (Bij(Bij(parameters[keuze.Name!], "schema"), "enum").ValueKind != JsonValueKind.Array)
                    yield return $"{keuze.Name} noemt niet waaruit te kiezen is";
            if (Verplicht("Idempotency-Key") != endpoint.Metadata.GetMetadata<IdempotencyHeader>()?.Verplicht)
                yield return "Idempotency-Key staat er anders in dan het is";
            if (Verplicht("If-Match") != endpoint.Metadata.GetMetadata<IfMatchKop>()?.Verplicht)
                yield return "If-Match staat er anders in dan het is";
            if (methode == "POST" && Bij(operatie.GetProperty("responses"), "201").ValueKind == JsonValueKind.Object
                && Verplicht("Idempotency-Key") is null)
                yield return "maakt iets, en neemt geen Idempotency-Key";

            bool? Verplicht(string kop) => parameters.TryGetValue(kop, out var p) ? Bij(p, "required").ValueKind == JsonValueKind.True
                : null;
        }

        IEnumerable<string> Antwoorden()
        {
            string[] statussen =
            [
                .. Altijd,
                .. Bij(operatie, "requestBody").ValueKind == JsonValueKind.Object ? (string[])["413", "415", "422"] : [],
                .. endpoint.Metadata.GetMetadata<IfMatchKop>() is not null ? (string[])["412", "428"] : [],
            ];
            var antwoorden = operatie.GetProperty("responses");
            foreach (var status in statussen)
                if (Bij(Bij(Bij(antwoorden, status), "content"), "application/problem+json").ValueKind != JsonValueKind.Object)
                    yield return $"geen {status}";
            foreach (var status in (string[])["429", "503"])
                if (!HeeftKop(status, "Retry-After")) yield return $"{status} zonder Retry-After";
            foreach (var antwoord in antwoorden.EnumerateObject())
                if (!IsUitgelegd(antwoord.Value)
                    || Uitleg(antwoord.Value) == ReasonPhrases.GetReasonPhrase(int.Parse(antwoord.Name, CultureInfo.InvariantCulture)))
                    yield return $"{antwoord.Name} is niet in het Nederlands uitgelegd";
            foreach (var goed in antwoorden.EnumerateObject().Where(a => a.Name[0] == '2'))
                if (HeeftKop(goed.Name, "ETag") != endpoint.Metadata.GetMetadata<EtagKop>() is not null)
                    yield return $"ETag bij {goed.Name} staat er anders in dan het is";

            bool HeeftKop(string status, string kop) => Bij(Bij(Bij(antwoorden, status), "headers"), kop).ValueKind == JsonValueKind.Object;
        }

        // Every use case has a type Verzoek. The document must show the right one.
        IEnumerable<string> Inhoud()
        {
            if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } soort, ContentTypes: ["application/json", ..] })
                yield break;
            var verwijzing = Bij(Bij(Bij(Bij(operatie, "requestBody"), "content"), "application/json"), "schema").GetProperty("$ref")
                .GetString()!;
            var velden = document.GetProperty("components").GetProperty("schemas")
                .GetProperty(verwijzing[(verwijzing.LastIndexOf('/') + 1)..]).GetProperty("properties").EnumerateObject()
                .Select(v => v.Name);
            if (!velden.Order().SequenceEqual(soort.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order()))
                yield return $"de inhoud is niet die van {soort}";
        }
    }

    private static JsonElement Bij(JsonElement waar, string naam) =>
        waar.ValueKind == JsonValueKind.Object && waar.TryGetProperty(naam, out var waarde) ? waarde : default;

    private static string Uitleg(JsonElement waarvan) => Bij(waarvan, "description").ToString();

    private static bool IsUitgelegd(JsonElement wat) =>
        Uitleg(wat) is { Length: > 0 } uitleg
            && !Regex.IsMatch(uitleg, @"\b(the|and|when|which|whether|how|with|for|from|what|where|its|not)\b", RegexOptions.IgnoreCase);
}
