using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>A message that the broker delivered, from its arrival until it is acknowledged.</summary>
/// <param name="body">The body as it arrived.</param>
/// <param name="headers">What came with it.</param>
internal sealed class Delivery(byte[] body, DeliveryHeaders headers)
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Identifies the message. Of an unreadable one it is what the broker says, or a number made from its bytes.</summary>
    public Guid MessageId { get; private init; } = headers.MessageId ?? new(SHA256.HashData(body).AsSpan(0, 16));

    /// <summary>The name of the event; empty when it cannot be read.</summary>
    public string EventName { get; private init; } = "";

    /// <summary>The event as JSON, a part of the body.</summary>
    public ReadOnlyMemory<byte> Message { get; private init; }

    /// <summary>The dossier it is about; empty without one.</summary>
    public string Dossiernummer { get; private init; } = "";

    /// <summary>Messages with the same key never take effect together.</summary>
    public string Key { get; private init; } = "";

    public byte[] Body { get; } = body;
    public DeliveryHeaders Headers { get; } = headers;

    /// <summary>When it arrived here.</summary>
    public long ArrivedAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>How often nothing that came of it could be stored.</summary>
    public int Holds { get; set; }

    /// <summary>Why it can never be handled; null when it can be tried.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>The event, once its origin is proved and it is read.</summary>
    public Gebeurtenis? Announcement { get; set; }

    /// <summary>Ends when the message may be acknowledged. Cancelled when the broker is to deliver it again.</summary>
    public Task Settled => _settled.Task;

    public void Acknowledge() => _settled.TrySetResult();

    public void GiveBack() => _settled.TrySetCanceled();

    /// <summary>Reads just enough of a message to give it its place.</summary>
    public static Delivery Of(byte[] body, DeliveryHeaders headers)
    {
        try
        {
            var envelope = Envelope.Open(body);
            var (dossier, aggregateId) = Belonging(envelope.Message.Span);
            return new(body, headers)
            {
                MessageId = envelope.MessageId,
                EventName = envelope.EventName,
                Message = envelope.Message,
                Dossiernummer = dossier,
                Key = dossier.Length > 0 ? dossier : aggregateId,
            };
        }
        catch (JsonException e)
        {
            return new(body, headers) { EventName = "onleesbaar", Refusal = e };
        }
    }

    private static (string Dossier, string AggregateId) Belonging(ReadOnlySpan<byte> message)
    {
        var (dossier, aggregateId) = ("", "");
        var reader = new Utf8JsonReader(message);
        while (reader.Read())
        {
            if (reader is not { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }) continue;
            var (isDossier, isAggregate) = (reader.ValueTextEquals("dossiernummer"u8), reader.ValueTextEquals("aggregaatId"u8));
            reader.Read();
            if (isDossier && reader.TokenType == JsonTokenType.String) dossier = reader.GetString()!;
            else if (isAggregate && reader.TokenType == JsonTokenType.String) aggregateId = reader.GetString()!;
            else reader.Skip();
        }
        return (dossier, aggregateId);
    }

    /// <summary>Identifies the content of the event. Sealed values are left out: sealing gives another text every time.</summary>
    public byte[] Fingerprint => _fingerprint ??= WithoutSeals();

    private byte[]? _fingerprint;

    private byte[] WithoutSeals()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new Utf8JsonReader(Message.Span);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String && reader.ValueSpan.StartsWith("2."u8)) continue;
            hash.AppendData([(byte)reader.TokenType]);
            hash.AppendData(reader.ValueSpan);
        }
        return hash.GetHashAndReset();
    }

    /// <summary>The key as a number for an advisory lock, the same on every instance (FNV-1a).</summary>
    public long Lock
    {
        get
        {
            var hash = 14695981039346656037UL;
            foreach (var b in Encoding.UTF8.GetBytes("beurt " + Key)) hash = (hash ^ b) * 1099511628211UL;
            return unchecked((long)hash);
        }
    }
}

/// <summary>What came with a message.</summary>
/// <param name="MessageId">What the broker calls it; null without a usable one.</param>
/// <param name="Attempt">How often its consumer has tried it.</param>
/// <param name="Traceparent">W3C trace context of its publishing.</param>
/// <param name="Signature">The announcer's signature over the body.</param>
internal sealed record DeliveryHeaders(Guid? MessageId, int Attempt, string? Traceparent, string? Signature);
