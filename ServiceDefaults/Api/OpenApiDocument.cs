using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// Adds to every OpenAPI document of the platform: contact, server, sign-in, and the problems that an operation may answer with.
/// </summary>
internal static partial class OpenApiDocument
{
    public static void Stel(OpenApiOptions opties, ApiBeschrijving api)
    {
        opties.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        opties.CreateSchemaReferenceId = Velduitleg.SchemaNaam;
        opties.ShouldInclude = operatie => $"/{operatie.RelativePath}".StartsWith(api.Pad + "/", StringComparison.Ordinal);
        opties.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = api.Naam,
                Version = api.Versie,
                Description = api.Omschrijving,
                Contact = new OpenApiContact
                {
                    Name = "WmoPlatform",
                    Email = "beheer@wmoplatform.example",
                    Url = new Uri("https://wmoplatform.example/contact")
                },
                License = new OpenApiLicense { Name = "EUPL-1.2", Url = new Uri("https://eupl.eu/1.2/nl/") },
            };
            // The version belongs to the address of the API (API Design Rules, uri-version), and not to its operations.
            document.Servers = [new OpenApiServer { Url = api.Pad, Description = "De gateway waarachter deze API staat" }];
            var paden = new OpenApiPaths();
            foreach (var (pad, operaties) in document.Paths) paden[pad[api.Pad.Length..]] = operaties;
            document.Paths = paden;
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Een toegangstoken van de ingestelde OpenID Connect-uitgever."
            };
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas["Probleem"] = Probleem();
            Velduitleg.VulVerwijzingen(document.Components.Schemas);
            return Task.CompletedTask;
        });
        // The exporter cannot know what a converter of our own writes (TekstConverter).
        opties.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(string))
                schema.Type ??= context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null
                    : JsonSchemaType.String;
            return Task.CompletedTask;
        });
        opties.AddSchemaTransformer(Velduitleg.Vul);
        opties.AddOperationTransformer((operatie, context, _) =>
        {
            var kenmerken = context.Description.ActionDescriptor.EndpointMetadata;
            var ifMatch = kenmerken.OfType<IfMatchKop>().LastOrDefault();
            operatie.OperationId ??= OperatieId(context.Description.HttpMethod!, $"/{context.Description.RelativePath}"[api.Pad.Length..]);
            operatie.Responses ??= [];
            foreach (var (status, uitleg) in Problemen(wijzigt: context.Description.HttpMethod != "GET",
                metToestand: operatie.Responses.ContainsKey("409"), metInhoud: operatie.RequestBody is not null,
                metVersie: ifMatch is not null))
                operatie.Responses[status] = new OpenApiResponse
                {
                    Description = uitleg,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Probleem", context.Document) },
                    },
                };
            var metEtag = kenmerken.OfType<EtagKop>().Any();
            foreach (var (status, antwoord) in operatie.Responses)
            {
                antwoord.Description = Gelukt(status) ?? antwoord.Description;
                foreach (var (naam, uitleg) in Antwoordkoppen(status, metEtag))
                    if (antwoord is OpenApiResponse eigen)
                        (eigen.Headers ??= new Dictionary<string, IOpenApiHeader>())[naam] = new OpenApiHeader
                        {
                            Description = uitleg,
                            Schema = Tekst()
                        };
            }
            if (kenmerken.OfType<ToegestaneRollen>().LastOrDefault()?.Rollen is { } rollen)
            {
                var bearer = new OpenApiSecuritySchemeReference("bearer", context.Document);
                operatie.Security = [new OpenApiSecurityRequirement { [bearer] = [] }];
                operatie.Description = $"{operatie.Description}\n\nRollen: {string.Join(", ", rollen)}.".Trim();
            }
            foreach (var parameter in (operatie.Parameters ?? []).OfType<OpenApiParameter>())
                LegUit(parameter, context.Description.ParameterDescriptions.FirstOrDefault(p => p.Name == parameter.Name));
            if (kenmerken.OfType<IdempotencyHeader>().LastOrDefault() is { } sleutel)
                Kop(operatie, "Idempotency-Key", sleutel.Verplicht,
                    "Een zelfgekozen sleutel (hooguit 100 tekens). Hetzelfde verzoek met dezelfde sleutel geeft hetzelfde antwoord; zo "
                    + "kunt u veilig opnieuw sturen.", hooguit: 100);
            if (ifMatch is not null)
                Kop(operatie, "If-Match", ifMatch.Verplicht,
                    "De ETag die u kreeg toen u ophaalde wat u nu wijzigt. Heeft iemand anders het intussen gewijzigd, dan verandert er "
                    + "niets.");
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// The id of an operation, from what never changes within a version of the API: its method and its path. For instance
    /// <c>getMeldingenMeldingnummer</c>.
    /// </summary>
    private static string OperatieId(string methode, string pad) => methode.ToLowerInvariant() + string.Concat(
        Woord().Matches(pad).Select(woord => char.ToUpperInvariant(woord.Value[0]) + woord.Value[1..]));

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Woord();

    /// <summary>The problems that an operation may answer with, including those of the gateway.</summary>
    private static IEnumerable<(string Status, string Uitleg)> Problemen(bool wijzigt, bool metToestand, bool metInhoud, bool metVersie)
    {
        yield return ("400", "Het verzoek klopt niet; `errors` noemt de velden.");
        yield return ("401", "Niet aangemeld.");
        yield return ("403", "De rol mag dit niet.");
        yield return ("404", "Niet gevonden, of niet van u.");
        if (wijzigt || metToestand) yield return ("409", "De toestand laat dit niet toe.");
        if (metVersie) yield return ("412", "Iemand anders heeft dit intussen gewijzigd: `If-Match` hoort bij een oudere versie.");
        if (metInhoud) yield return ("413", "De inhoud is te groot.");
        if (metInhoud) yield return ("415", "De inhoud heeft een verkeerd type.");
        if (wijzigt) yield return ("422", "Een regel staat dit niet toe.");
        if (metVersie) yield return ("428", "`If-Match` ontbreekt, en is hier nodig.");
        yield return ("429", "Te veel verzoeken; `Retry-After` zegt hoe lang u wacht.");
        yield return ("500", "Er ging iets mis aan onze kant.");
        yield return ("503", "Dit deel van het platform is nu niet bereikbaar; `Retry-After` zegt hoe lang u wacht.");
        yield return ("504", "Het antwoord liet te lang op zich wachten. Kijk eerst of uw verzoek is verwerkt.");
    }

    /// <summary>A Dutch text instead of ASP.NET's reason phrase.</summary>
    private static string? Gelukt(string status) => status switch
    {
        "200" => "Gelukt.",
        "201" => "Gemaakt.",
        "202" => "Aangenomen.",
        "204" => "Gelukt. Het antwoord heeft geen inhoud.",
        _ => null,
    };

    private static IEnumerable<(string Naam, string Uitleg)> Antwoordkoppen(string status, bool metEtag)
    {
        yield return ("API-Version", "Versie van de API.");
        if (status == "201") yield return ("Location", "Het adres van wat is gemaakt.");
        if (status[0] == '2' && metEtag) yield return ("ETag", "De versie van wat u kreeg. Stuur die mee in `If-Match` als u dit wijzigt.");
        if (status is "429" or "503") yield return ("Retry-After", "Na hoeveel seconden u het opnieuw kunt proberen.");
    }

    /// <summary>Gives a parameter of the address its description, and the words to choose from.</summary>
    private static void LegUit(OpenApiParameter parameter, ApiParameterDescription? bron)
    {
        parameter.Description ??= Parameteruitleg.Van(parameter.Name);
        if (parameter.Schema is OpenApiSchema schema && Keuze.WoordenVan(bron?.ParameterDescriptor?.ParameterType) is { } woorden)
            schema.Enum = [.. woorden.Select(w => JsonValue.Create(w))];
    }

    private static void Kop(OpenApiOperation operatie, string naam, bool verplicht, string uitleg, int? hooguit = null) =>
        (operatie.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = naam,
            In = ParameterLocation.Header,
            Required = verplicht,
            Description = uitleg,
            Schema = Tekst(hooguit),
        });

    private static OpenApiSchema Tekst(int? hooguit = null) => new() { Type = JsonSchemaType.String, MaxLength = hooguit };

    private static OpenApiSchema Probleem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Een fout volgens RFC 9457.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Vaste naam van de soort fout." },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Korte titel." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTP-status." },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Wat er mis is en wat u eraan doet." },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Vaste code." },
            ["grondslag"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "Het artikel of de norm waarop de weigering rust."
            },
            ["tabel"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "De tabel met bedragen of keuzes die geen waarde heeft voor de datum."
            },
            ["datum"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "date",
                Description = "De datum waarvoor die waarde ontbreekt."
            },
            ["wijzigingen"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Bij 412: wat er veranderde sinds u het las, voor zover dat wordt bewaard.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["wat"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Wat er is gedaan." },
                        ["door"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "De rol van wie het deed." },
                        ["op"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "Het moment." },
                    },
                },
            },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Per veld wat er mis is.",
                AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema { Type = JsonSchemaType.String }
                }
            },
        },
    };
}

/// <summary>Marks an endpoint that takes an Idempotency-Key.</summary>
/// <param name="Verplicht">Whether the header is required.</param>
public sealed record IdempotencyHeader(bool Verplicht);
