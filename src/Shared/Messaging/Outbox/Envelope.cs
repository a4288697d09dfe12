using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Origin;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>Writes a message in the documented JSON envelope of MassTransit, so that the relay only has to copy bytes.</summary>
internal static class Envelope
{
    public const string ContentType = "application/vnd.masstransit+json";

    public static OutboxMessage Wrap(Gebeurtenis announcement, EventJson json, Signatures signatures)
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
            json.Write(w, announcement);
            w.WriteString("sentTime"u8, announcement.Op);
            w.WriteEndObject();
        }
        var body = buffer.WrittenSpan.ToArray();
        return new OutboxMessage
        {
            MessageId = messageId,
            OrderKey = announcement.Volgordesleutel,
            Exchange = Gebeurtenissen.Naam(type),
            Body = body,
            Signature = signatures.Sign(body),
            Traceparent = Activity.Current?.Id,
        };
    }

    /// <summary>Finds the message in an envelope, without reading the event itself.</summary>
    /// <exception cref="JsonException">The body is no envelope.</exception>
    public static Opened Open(ReadOnlyMemory<byte> body)
    {
        var (messageId, name, message) = (Guid.Empty, "", ReadOnlyMemory<byte>.Empty);
        var reader = new Utf8JsonReader(body.Span);
        while (reader.Read())
        {
            if (reader is not { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }) continue;
            var (isId, isType, isMessage) =
                (reader.ValueTextEquals("messageId"u8), reader.ValueTextEquals("messageType"u8), reader.ValueTextEquals("message"u8));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isId && reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id)) messageId = id;
            else if (isType && reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.String)
                name = Name(reader.GetString()!);
            else if (isMessage && reader.TokenType == JsonTokenType.StartObject)
            {
                reader.Skip();
                message = body[start..(int)reader.BytesConsumed];
            }
            else reader.Skip();
        }
        return messageId != Guid.Empty && name.Length > 0 && message.Length > 0
            ? new(messageId, name, message)
            : throw new JsonException("Dit is geen envelop.");
    }

    /// <summary>The event's name: the last part of <c>urn:message:{namespace}:{name}</c>.</summary>
    private static string Name(string messageType) => messageType[(messageType.LastIndexOf(':') + 1)..];

    /// <summary>The message in an envelope.</summary>
    /// <param name="MessageId">Identifies the message. The announcer signed it, unlike the broker's own message id.</param>
    /// <param name="EventName">The name of the event.</param>
    /// <param name="Message">The event as JSON, a part of the body.</param>
    internal readonly record struct Opened(Guid MessageId, string EventName, ReadOnlyMemory<byte> Message);
}
