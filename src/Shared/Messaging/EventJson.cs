using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Writes and reads events as JSON: camelCase, enums in kebab-case, not indented. Personal data are sealed, bound to the name, the dossier
/// and the aggregate of the event. Unknown properties are tolerated.
/// </summary>
public sealed class EventJson
{
    private static readonly ConcurrentDictionary<Type, bool> Holding = new();

    private readonly Vault _vault;

    /// <param name="vault">Seals and opens the personal data.</param>
    public EventJson(Vault vault)
    {
        _vault = vault;
        Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        Options.Converters.Add(new ConfidentialElsewhere());
        Options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Confidential.Properties(vault) } };
        Options.MakeReadOnly();
    }

    /// <summary>The options for all that an event holds. Only this class writes and reads whole events with them.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>An event as UTF-8 JSON.</summary>
    public byte[] Write(Gebeurtenis announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        using var around = Confidential.Around(announcement.AggregaatId, announcement.Dossiernummer);
        return JsonSerializer.SerializeToUtf8Bytes(announcement, announcement.GetType(), Options);
    }

    /// <summary>Writes an event as the next value.</summary>
    internal void Write(Utf8JsonWriter writer, Gebeurtenis announcement)
    {
        using var around = Confidential.Around(announcement.AggregaatId, announcement.Dossiernummer);
        JsonSerializer.Serialize(writer, announcement, announcement.GetType(), Options);
    }

    /// <summary>Reads an event that <see cref="Write(Gebeurtenis)"/> wrote.</summary>
    /// <exception cref="JsonException">The JSON is not this event.</exception>
    /// <exception cref="CryptographicException">Its personal data were sealed for another event, or with an unknown key.</exception>
    public Gebeurtenis Read(ReadOnlySpan<byte> json, Type type)
    {
        if (!Holding.GetOrAdd(type, t => t.GetProperties().Any(p => Confidential.Is(p.PropertyType)))) return Deserialize(json, type);
        var (aggregateId, dossier) = Belonging(json);
        using var around = Confidential.Around(aggregateId, dossier);
        var announcement = Deserialize(json, type);
        // JSON may name a property twice, or in another case. The seal is about what the event says in the end.
        return announcement.AggregaatId == aggregateId && announcement.Dossiernummer == dossier
            ? announcement
            : throw new CryptographicException("De gebeurtenis noemt twee dossiers.");
    }

    private Gebeurtenis Deserialize(ReadOnlySpan<byte> json, Type type) =>
        (Gebeurtenis)(JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException("Lege gebeurtenis."));

    /// <summary>Seals the personal data of a stored event again, with the present key. Every other character stays as it is.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="json">The event.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public string Reseal(string name, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bytes = Encoding.UTF8.GetBytes(json);
        var (aggregateId, dossier) = Belonging(bytes);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader is not { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }) continue;
            var property = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is not JsonTokenType.String || !reader.ValueSpan.StartsWith("2."u8)) continue;
            var old = new Sealed(reader.GetString()!);
            if (old.KeyId == "" || old.KeyId == _vault.CurrentKeyId) continue;
            var seat = Seat.InEvent(Confidential.Place(name, property), aggregateId, dossier);
            json = json.Replace($"\"{old.Text}\"", $"\"{_vault.Move(old, seat, seat).Text}\"", StringComparison.Ordinal);
        }
        return json;
    }

    /// <summary>Finds what an event belongs to, without reading the rest of it.</summary>
    private static (Guid AggregateId, string Dossier) Belonging(ReadOnlySpan<byte> json)
    {
        var (aggregateId, dossier) = (Guid.Empty, "");
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader is not { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }) continue;
            var (isDossier, isAggregate) = (reader.ValueTextEquals("dossiernummer"u8), reader.ValueTextEquals("aggregaatId"u8));
            reader.Read();
            if (isDossier && reader.TokenType == JsonTokenType.String) dossier = reader.GetString()!;
            else if (isAggregate && reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id)) aggregateId = id;
            else reader.Skip();
        }
        return (aggregateId, dossier);
    }

    internal static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }
}
