using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Writes every <see cref="Vertrouwelijk{T}"/> of an event as one sealed string. A converter sees neither its property nor the event around
/// it. Its property is fixed when the type of the event is described; the dossier and the aggregate of the event that is being written or
/// read stand in <see cref="Around"/>.
/// </summary>
internal static class Confidential
{
    [ThreadStatic]
    private static (Guid AggregateId, string Dossier)? _around;

    /// <summary>Says whose confidential values this thread writes or reads, until it is disposed.</summary>
    public static Scope Around(Guid aggregateId, string dossier)
    {
        _around = (aggregateId, dossier);
        return default;
    }

    /// <summary>Gives each confidential property of an event its converter.</summary>
    public static Action<JsonTypeInfo> Properties(Vault vault) => type =>
    {
        if (!type.Type.IsSubclassOf(typeof(Gebeurtenis))) return;
        foreach (var property in type.Properties.Where(p => Is(p.PropertyType)))
        {
            property.CustomConverter = (JsonConverter)Activator.CreateInstance(
                typeof(InPlace<>).MakeGenericType(property.PropertyType.GetGenericArguments()), vault,
                Place(type.Type.Name, property.Name))!;
        }
    };

    /// <summary>Whether values of this type are confidential.</summary>
    public static bool Is(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Vertrouwelijk<>);

    /// <summary>The place of a confidential value: the event and the property as they are called in JSON.</summary>
    public static string Place(string eventName, string property) => $"{eventName}.{property}";

    public readonly struct Scope : IDisposable
    {
        public void Dispose() => _around = null;
    }

    private sealed class InPlace<T>(Vault vault, string place) : JsonConverter<Vertrouwelijk<T>> where T : class
    {
        public override Vertrouwelijk<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(vault.Unseal(new(reader.GetString()!), Seat()), options)
                ?? throw new JsonException("Lege vertrouwelijke waarde."));

        public override void Write(Utf8JsonWriter writer, Vertrouwelijk<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(vault.Seal(JsonSerializer.SerializeToUtf8Bytes(value.Waarde, options), Seat()).Text);

        private Seat Seat() => _around is var (aggregateId, dossier)
            ? Messaging.Seat.InEvent(place, aggregateId, dossier)
            : throw new NotSupportedException("Een gebeurtenis wordt alleen met EventJson geschreven en gelezen.");
    }
}

/// <summary>Refuses a confidential value anywhere but as a property of an event: it has no seat there.</summary>
internal sealed class ConfidentialElsewhere : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Confidential.Is(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Refusal<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Refusal<T> : JsonConverter<Vertrouwelijk<T>> where T : class
    {
        public override Vertrouwelijk<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw Refused();

        public override void Write(Utf8JsonWriter writer, Vertrouwelijk<T> value, JsonSerializerOptions options) => throw Refused();

        private static NotSupportedException Refused() =>
            new("Een vertrouwelijke waarde is alleen een eigenschap van een gebeurtenis zelf.");
    }
}

/// <summary>Skips a confidential value: MassTransit only carries a message, and <see cref="EventJson.Read"/> reads its event.</summary>
internal sealed class ConfidentialSkipped : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Confidential.Is(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Skipping<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Skipping<T> : JsonConverter<Vertrouwelijk<T>> where T : class
    {
        public override Vertrouwelijk<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return new(null!);
        }

        public override void Write(Utf8JsonWriter writer, Vertrouwelijk<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
