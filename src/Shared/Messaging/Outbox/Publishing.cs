using RabbitMQ.Client;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>Publishes a complete message. A channel that tracks its confirms returns once the broker has it.</summary>
internal static class Publishing
{
    /// <param name="channel">A channel with publisher confirms.</param>
    /// <param name="exchange">Where it goes.</param>
    /// <param name="messageId">Identifies it.</param>
    /// <param name="body">The complete body.</param>
    /// <param name="with">What goes with it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RabbitMQ.Client.Exceptions.PublishException">
    /// The broker did not take it, or no queue is bound; from a channel that tracks its confirms.
    /// </exception>
    public static ValueTask Publish(
        IChannel channel, string exchange, Guid messageId, byte[] body, DeliveryHeaders with, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, object?>(3);
        // The consumer continues this trace.
        if (with.Traceparent is not null) headers[WmoHeaders.Trace] = with.Traceparent;
        if (with.Attempt > 0) headers[WmoHeaders.Attempt] = with.Attempt;
        if (with.Signature is not null) headers[WmoHeaders.Signature] = with.Signature;
        var properties = new BasicProperties
        {
            MessageId = messageId.ToString(),
            ContentType = Envelope.ContentType,
            DeliveryMode = DeliveryModes.Persistent,
            Headers = headers,
        };
        return channel.BasicPublishAsync(exchange, routingKey: "", mandatory: true, properties, body, cancellation);
    }
}

/// <summary>The AMQP headers that we set. They never hold personal data.</summary>
internal static class WmoHeaders
{
    /// <summary>W3C trace context of the publishing, under the name that MassTransit gives it.</summary>
    public const string Trace = "MT-Activity-Id";

    /// <summary>How often the consumer has already tried this message.</summary>
    public const string Attempt = "wmo-poging";

    /// <summary>The announcer's signature over the body, in base64.</summary>
    public const string Signature = "wmo-handtekening";
}
