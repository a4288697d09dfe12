using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging.Uitgaand;

/// <summary>The message as MassTransit reads it (its documented JSON envelope), written by ourselves so that the relay only has to copy bytes.</summary>
internal static class Envelop
{
    public const string ContentType = "application/vnd.masstransit+json";

    public static UitgaandBericht Om(Gebeurtenis gebeurtenis, GebeurtenisJson json)
    {
        var berichtId = Guid.CreateVersion7();
        var soort = gebeurtenis.GetType();
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var w = new Utf8JsonWriter(buffer))
        {
            w.WriteStartObject();
            w.WriteString("messageId"u8, berichtId);
            w.WriteStartArray("messageType"u8);
            w.WriteStringValue($"urn:message:{soort.Namespace}:{soort.Name}");
            w.WriteEndArray();
            w.WritePropertyName("message"u8);
            JsonSerializer.Serialize(w, gebeurtenis, soort, json.Opties);
            w.WriteString("sentTime"u8, gebeurtenis.Op);
            w.WriteEndObject();
        }
        return new UitgaandBericht
        {
            BerichtId = berichtId,
            Volgordesleutel = gebeurtenis.Volgordesleutel,
            Exchange = Gebeurtenissen.Naam(soort),
            Inhoud = buffer.WrittenSpan.ToArray(),
            Traceparent = Activity.Current?.Id,
        };
    }
}
