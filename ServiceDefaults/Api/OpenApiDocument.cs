using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>What every OpenAPI document of the platform has: contact, server, sign-in, and the problems an operation may answer with.</summary>
internal static class OpenApiDocument
{
    private static readonly (string Status, string Uitleg)[] Problemen =
    [
        ("400", "Het verzoek klopt niet; `errors` noemt de velden."),
        ("401", "Niet aangemeld."),
        ("403", "De rol mag dit niet."),
        ("404", "Niet gevonden, of niet van u."),
        ("409", "De toestand laat dit niet toe."),
        ("422", "Een regel staat dit niet toe."),
        ("429", "Te veel verzoeken; `Retry-After` zegt hoe lang u wacht."),
        ("500", "Er ging iets mis aan onze kant."),
    ];

    public static void Stel(OpenApiOptions opties, ApiBeschrijving api)
    {
        opties.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        opties.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = api.Naam,
                Version = api.Versie,
                Description = api.Omschrijving,
                Contact = new OpenApiContact { Name = "WmoPlatform", Email = "beheer@wmoplatform.example", Url = new Uri("https://wmoplatform.example/contact") },
                License = new OpenApiLicense { Name = "EUPL-1.2", Url = new Uri("https://eupl.eu/1.2/nl/") },
            };
            document.Servers = [new OpenApiServer { Url = "/", Description = "De gateway waarachter deze API staat" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Een toegangstoken van de ingestelde OpenID Connect-uitgever." };
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas["Probleem"] = Probleem();
            return Task.CompletedTask;
        });
        opties.AddSchemaTransformer(Velduitleg.Vul);
        opties.AddOperationTransformer((operatie, context, _) =>
        {
            var rollen = context.Description.ActionDescriptor.EndpointMetadata.OfType<ToegestaneRollen>().LastOrDefault()?.Rollen;
            operatie.Responses ??= [];
            foreach (var (status, uitleg) in Problemen)
                operatie.Responses.TryAdd(status, new OpenApiResponse
                {
                    Description = uitleg,
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Probleem", context.Document) } },
                });
            foreach (var antwoord in operatie.Responses.Values.OfType<OpenApiResponse>())
            {
                antwoord.Headers ??= new Dictionary<string, IOpenApiHeader>();
                antwoord.Headers["API-Version"] = new OpenApiHeader { Description = "Versie van de API.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
            if (rollen is not null)
            {
                operatie.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
                operatie.Description = $"{operatie.Description}\n\nRollen: {string.Join(", ", rollen)}.".Trim();
            }
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IdempotentieKop>().LastOrDefault() is { } kop)
                (operatie.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = "Idempotency-Key",
                    In = ParameterLocation.Header,
                    Required = kop.Verplicht,
                    Description = "Een zelfgekozen sleutel (hooguit 100 tekens). Hetzelfde verzoek met dezelfde sleutel geeft hetzelfde antwoord; zo kunt u veilig opnieuw sturen.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
                });
            return Task.CompletedTask;
        });
    }

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
            ["grondslag"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Het artikel of de norm waarop de weigering rust." },
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Per veld wat er mis is.", AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } } },
        },
    };
}

/// <summary>Marks an endpoint that takes an Idempotency-Key.</summary>
/// <param name="Verplicht">Whether it must be there.</param>
public sealed record IdempotentieKop(bool Verplicht);
