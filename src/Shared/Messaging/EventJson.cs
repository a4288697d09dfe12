using System.Text.Json;
using System.Text.Json.Serialization;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Writes and reads events as JSON: camelCase, enums in kebab-case, not indented. Personal data are sealed. Unknown properties are
/// tolerated.
/// </summary>
/// <param name="vault">Seals and opens the personal data.</param>
public sealed class EventJson(Vault vault)
{
    /// <summary>The options, for code that reads a stored event.</summary>
    public JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web), vault);

    /// <summary>An event as UTF-8 JSON.</summary>
    public byte[] Write(Gebeurtenis announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        return JsonSerializer.SerializeToUtf8Bytes(announcement, announcement.GetType(), Options);
    }

    /// <summary>Reads an event that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The JSON is not this event.</exception>
    public Gebeurtenis Read(ReadOnlySpan<byte> json, Type type) =>
        (Gebeurtenis)(JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException("Lege gebeurtenis."));

    internal static JsonSerializerOptions Configure(JsonSerializerOptions options, Vault vault)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new ConfidentialConverter(vault));
        return options;
    }
}
