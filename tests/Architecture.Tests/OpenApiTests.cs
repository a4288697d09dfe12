using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Architecture.Tests;

/// <summary>The OpenAPI document of each API is complete, is in Dutch, matches the endpoints, and passes the linter of NL GOV.</summary>
public sealed class OpenApiTests(OpenApiDocumenten documenten) : IClassFixture<OpenApiDocumenten>
{
    private static readonly string[] Altijd = ["400", "401", "403", "404", "429", "500", "503", "504"];

    private static readonly string[] Soort = ["type", "allOf", "oneOf"];

    [Theory]
    [MemberData(nameof(Dienst.Alle), MemberType = typeof(Dienst))]
    public void The_description_of_an_API_is_complete_and_true(string dienst)
    {
        var (apis, alle) = documenten.Van(dienst);
        var gezien = 0;
        foreach (var (api, document) in apis)
        {
            var endpoints = alle.Where(e => e.RoutePattern.RawText!.StartsWith(api.Pad + "/", StringComparison.Ordinal)).ToArray();
            gezien += endpoints.Length;

            document.GetProperty("info").GetProperty("title").GetString().ShouldBe(api.Naam);
            document.GetProperty("paths").EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()).ShouldBe(endpoints.Length);
            string[] fouten = [.. Algemeen(api, document), .. Velden(document), .. endpoints.SelectMany(e => Operatie(api, document, e))];
            fouten.ShouldBeEmpty();
        }
        gezien.ShouldBe(alle.Count);
    }

    [Fact]
    public async Task Every_document_passes_the_linter_of_the_API_Design_Rules()
    {
        var map = Directory.CreateTempSubdirectory("openapi-").FullName;
        try
        {
            foreach (var (api, document) in Huis.Diensten.SelectMany(d => documenten.Van(d).Apis))
                await File.WriteAllTextAsync(Path.Combine(map, $"{api.Naam}.json"), document.GetRawText());
            (await Spectral.Lees(map)).ShouldBe((0, "No results with a severity of 'warn' or higher found!"));
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }

    [Fact]
    public void Whoever_honours_If_Match_binds_it_and_so_documents_it() =>
        Huis.Bestanden("src", "*.cs").Where(b => Huis.Lees(b).Contains("Headers.IfMatch", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Algemeen(ApiBeschrijving api, JsonElement document)
    {
        var info = document.GetProperty("info");
        if (!IsUitgelegd(info)) yield return "de API heeft geen uitleg";
        if (!Bij(info, "contact").ToString().Contains("email", StringComparison.Ordinal)) yield return "er is geen contact";
        if (document.GetProperty("servers").EnumerateArray().Single().GetProperty("url").GetString() != api.Pad)
            yield return "de server is niet het adres van de API";
    }

    private static IEnumerable<string> Velden(JsonElement document)
    {
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (Uitleg(schema.Value).Length > 0 && !IsUitgelegd(schema.Value))
                yield return $"{schema.Name} is niet in het Nederlands uitgelegd: '{Uitleg(schema.Value)}'";
            if (Bij(schema.Value, "properties") is not { ValueKind: JsonValueKind.Object } velden) continue;
            foreach (var veld in velden.EnumerateObject())
                // The content of a failed message is any JSON.
                if ((schema.Name, veld.Name) != ("FailedMessagesApiDetail", "inhoud")
                    && !Soort.Any(s => Bij(veld.Value, s).ValueKind != JsonValueKind.Undefined))
                    yield return $"{schema.Name}.{veld.Name} zegt niet wat het is";
                else if (!IsUitgelegd(veld.Value))
                    yield return $"{schema.Name}.{veld.Name} is niet uitgelegd, of niet in het Nederlands: '{Uitleg(veld.Value)}'";
        }
    }

    private static IEnumerable<string> Operatie(ApiBeschrijving api, JsonElement document, RouteEndpoint endpoint)
    {
        var methode = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var pad = Regex.Replace(endpoint.RoutePattern.RawText![api.Pad.Length..], @":\w+\}", "}").TrimEnd('/');
        var naam = $"{methode} {pad}";
        var operatie = Bij(Bij(document.GetProperty("paths"), pad), methode.ToLowerInvariant());
        if (operatie.ValueKind != JsonValueKind.Object) return [$"{naam} staat er niet in"];
        return Tekst().Concat(Parameters()).Concat(Antwoorden()).Concat(Inhoud()).Select(fout => $"{naam}: {fout}");

        IEnumerable<string> Tekst()
        {
            if (Bij(operatie, "operationId").ToString().Length == 0) yield return "geen operationId";
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
