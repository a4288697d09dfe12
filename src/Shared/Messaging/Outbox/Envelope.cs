using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>Writes a message in the documented JSON envelope of MassTransit, so that the relay only has to copy bytes.</summary>
internal static class Envelope
{
    public const string ContentType = "application/vnd.masstransit+json";

    public static OutboxMessage Wrap(Gebeurtenis announcement, EventJson json)
    {
        var messageId = Guid.CreateVersion7();
        var type = announcement.GetType();
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var w = new Utf8JsonWriter(buffer))
        {
            w.WriteStartObject();
            w.WriteString("messageId"u8, messageId);
            w.WriteStartArray("messageType"u8);
            w.WriteStringValue($"urn:message:{type.Namespace}:{type.Name}");
            w.WriteEndArray();
            w.WritePropertyName("message"u8);
            JsonSerializer.Serialize(w, announcement, type, json.Options);
            w.WriteString("sentTime"u8, announcement.Op);
            w.WriteEndObject();
        }
        return new OutboxMessage
        {
            MessageId = messageId,
            OrderKey = announcement.Volgordesleutel,
            Exchange = Gebeurtenissen.Naam(type),
            Body = buffer.WrittenSpan.ToArray(),
            Traceparent = Activity.Current?.Id,
        };
    }
}
