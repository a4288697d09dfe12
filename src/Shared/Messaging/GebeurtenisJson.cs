using System.Text.Json;
using System.Text.Json.Serialization;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>How events are written: not indented, camelCase, enums in kebab-case, personal data sealed, unknown properties tolerated.</summary>
/// <param name="kluis">Seals and opens the personal data.</param>
public sealed class GebeurtenisJson(Kluis kluis)
{
    /// <summary>The options, for whoever has to read a stored event.</summary>
    public JsonSerializerOptions Opties { get; } = Stel(new JsonSerializerOptions(JsonSerializerDefaults.Web), kluis);

    /// <summary>An event as UTF-8 JSON.</summary>
    public byte[] Schrijf(Gebeurtenis gebeurtenis)
    {
        ArgumentNullException.ThrowIfNull(gebeurtenis);
        return JsonSerializer.SerializeToUtf8Bytes(gebeurtenis, gebeurtenis.GetType(), Opties);
    }

    /// <summary>Reads an event that <see cref="Schrijf"/> wrote.</summary>
    /// <exception cref="JsonException">The JSON is not this event.</exception>
    public Gebeurtenis Lees(ReadOnlySpan<byte> json, Type soort) =>
        (Gebeurtenis)(JsonSerializer.Deserialize(json, soort, Opties) ?? throw new JsonException("Lege gebeurtenis."));

    internal static JsonSerializerOptions Stel(JsonSerializerOptions opties, Kluis kluis)
    {
        opties.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        opties.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        opties.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        opties.Converters.Add(new VertrouwelijkConverter(kluis));
        return opties;
    }
}
