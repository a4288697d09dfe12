using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>
/// Brings the Dutch <c>&lt;param&gt;</c> lines of request and response records into the OpenAPI document. ASP.NET's own generator does so
/// only in the project that calls <c>AddOpenApi</c>, which is this one. Requests and responses are the records nested in a use case; other
/// types are documented in English, for who reads the code.
/// </summary>
internal static class Velduitleg
{
    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> PerBestand = new();

    public static Task Vul(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken annulering)
    {
        // What is described in a place of its own (objects, enums) is shared by all that refer to it.
        if (context.JsonPropertyInfo is { DeclaringType.IsNested: true } veld && IsTerPlekke(veld.PropertyType) && schema.Description is null)
            schema.Description = Uitleg(veld);
        return Task.CompletedTask;
    }

    private static bool IsTerPlekke(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var kern && !kern.IsEnum && kern.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    private static string? Uitleg(JsonPropertyInfo veld)
    {
        var regels = PerBestand.GetOrAdd(Path.ChangeExtension(veld.DeclaringType.Assembly.Location, ".xml"), Lees);
        return regels.GetValueOrDefault(Sleutel($"T:{veld.DeclaringType.FullName?.Replace('+', '.')}", veld.Name));
    }

    /// <summary>The compiler's documentation file beside the assembly; without it there are no descriptions.</summary>
    private static Dictionary<string, string> Lees(string bestand) => !File.Exists(bestand) ? [] : XDocument.Load(bestand).Descendants("member")
        .SelectMany(m => m.Elements("param").Select(p => (Sleutel: Sleutel(m.Attribute("name")?.Value, p.Attribute("name")?.Value), Tekst: p.Value.Trim())))
        .DistinctBy(r => r.Sleutel).ToDictionary(r => r.Sleutel, r => r.Tekst);

    private static string Sleutel(string? type, string? naam) => $"{type} {naam?.ToUpperInvariant()}";
}
