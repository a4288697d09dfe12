using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// Describes every field in the OpenAPI document. Every record that an API takes or answers has <c>&lt;param&gt;</c> lines in Dutch for the
/// caller (a property without one: <c>&lt;value&gt;</c>). Its <c>&lt;summary&gt;</c> is in English for readers of the code, and is not
/// published. ASP.NET's own generator would publish both, so it is switched off.
/// </summary>
internal static class Velduitleg
{
    // Metadata that ASP.NET keeps with a schema under Components: its name, and the description where it is referred to.
    private const string Naam = "x-schema-id", BijVerwijzing = "x-ref-description";
    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> PerBestand = new();

    /// <summary>The name of a schema, after its use case. A caller sees a body (<c>Invoer</c>) as <c>Verzoek</c>.</summary>
    public static string? SchemaNaam(JsonTypeInfo soort) =>
        // A schema for any JSON needs no name.
        soort.Type == typeof(JsonNode) || OpenApiOptions.CreateDefaultSchemaReferenceId(soort) is null ? null : NaamVan(soort.Type);

    public static Task Vul(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken annulering)
    {
        var soort = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (soort.IsEnum)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Keuze.Woorden(soort).Select(w => JsonValue.Create(w))]);
        // ASP.NET cannot look into a converter of our own.
        if (soort == typeof(DateTimeOffset) || soort == typeof(DateOnly))
        {
            schema.Type = soort == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = soort == typeof(DateOnly) ? "date" : "date-time";
        }
        if (context.JsonPropertyInfo is not { } veld || Uitleg(veld) is not { } uitleg) return Task.CompletedTask;
        if (schema.Metadata?.TryGetValue(Naam, out var naam) == true
            && naam is string { Length: > 0 }) schema.Metadata[BijVerwijzing] = uitleg;
        else schema.Description = uitleg;
        return Task.CompletedTask;
    }

    /// <summary>Wraps references, because OpenAPI 3.0 allows no description beside a reference.</summary>
    public static void VulVerwijzingen(IDictionary<string, IOpenApiSchema> schemas)
    {
        foreach (var velden in schemas.Values.Select(s => s.Properties).OfType<IDictionary<string, IOpenApiSchema>>())
            foreach (var (naam, veld) in velden.ToArray())
                if (veld is OpenApiSchemaReference verwijzing) velden[naam] = new OpenApiSchema
                {
                    AllOf = [verwijzing],
                    Description = verwijzing.Description
                };
                else if (veld is OpenApiSchema
                {
                    OneOf: [_,
                    OpenApiSchemaReference ofNiets]
                } keuze) keuze.Description = ofNiets.Description;
    }

    private static string NaamVan(Type soort) =>
        Nullable.GetUnderlyingType(soort) is { } kern ? NaamVan(kern)
        : soort.IsGenericType
        ? soort.Name.Split('`')[0] + "Van" + string.Concat(soort.GetGenericArguments().Select(NaamVan))
        : soort.DeclaringType is { } gebruik ? gebruik.Name + (soort.Name == "Invoer" ? "Verzoek" : soort.Name)
        : soort.Name;

    private static string? Uitleg(JsonPropertyInfo veld)
    {
        var houder = veld.DeclaringType.IsGenericType ? veld.DeclaringType.GetGenericTypeDefinition() : veld.DeclaringType;
        var uitleg = PerBestand.GetOrAdd(Path.ChangeExtension(houder.Assembly.Location, ".xml"), Lees)
            .GetValueOrDefault(Sleutel(houder.FullName?.Replace('+', '.'), veld.Name));
        return uitleg is not null && veld.PropertyType.GenericTypeArguments is [{ IsEnum: true } sleutel, _]
            ? $"{uitleg} Sleutels: {string.Join(", ", Keuze.Woorden(sleutel))}." : uitleg;
    }

    /// <summary>Reads the compiler's documentation file beside the assembly. Without that file there are no descriptions.</summary>
    private static Dictionary<string, string> Lees(string bestand) =>
        !File.Exists(bestand) ? [] : XDocument.Load(bestand).Descendants("member")
        .SelectMany(m => (m.Attribute("name")?.Value, Waarde: m.Element("value")) switch
        {
            (['T', ':', .. var soort], _) =>
                m.Elements("param").Select(p => (Sleutel: Sleutel(soort, p.Attribute("name")?.Value), Tekst: EenRegel(p.Value))),
            (['P', ':', .. var veld], { } waarde) when veld.LastIndexOf('.') is var punt =>
                [(Sleutel(veld[..punt], veld[(punt + 1)..]), EenRegel(waarde.Value))],
            _ => [],
        })
        .DistinctBy(r => r.Sleutel).ToDictionary(r => r.Sleutel, r => r.Tekst);

    /// <summary>Replaces line breaks of the source by spaces.</summary>
    private static string EenRegel(string tekst) => string.Join(' ', tekst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sleutel(string? soort, string? naam) => $"{soort} {naam?.ToUpperInvariant()}";
}
