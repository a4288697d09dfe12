using System.Text.Json;
using System.Text.Json.Serialization;

namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>A text in JSON, without U+0000: the database cannot store it, and would keep the text around it in its log.</summary>
internal sealed class TekstConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        var tekst = reader.GetString();
        return tekst?.Contains('\0') == true ? throw new TekstMetNul() : tekst;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A text with U+0000. The serializer adds the place.</summary>
internal sealed class TekstMetNul : JsonException;
