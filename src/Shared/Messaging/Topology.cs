using RabbitMQ.Client;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Declares every exchange, queue and binding of the platform from Contracts, before anything is published. <c>Mandatory</c> notices when
/// no queue is bound, but not when one of two subscribers is missing. So the service that starts first declares for all services.
/// </summary>
internal static class Topology
{
    public static string ParkingQueue(string queue) => queue + "_parkeer";

    public static Dictionary<string, object?> QueueArguments(string queue, int deliveryLimit) => new()
    {
        ["x-queue-type"] = "quorum",
        // A quorum queue drops a message that it redelivers too often (by default from RabbitMQ 4 on). Here the limit is explicit, and the
        // message goes to the parking queue. It leaves this queue only once the parking queue has it.
        ["x-delivery-limit"] = deliveryLimit,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = ParkingQueue(queue),
    };

    public static async Task DeclareAsync(IChannel channel, int deliveryLimit, CancellationToken cancellation)
    {
        foreach (var type in Gebeurtenissen.Bron.Keys)
        {
            await channel.ExchangeDeclareAsync(
                Gebeurtenissen.Naam(type), ExchangeType.Fanout, durable: true, cancellationToken: cancellation);
        }

        foreach (var (queue, types) in Gebeurtenissen.Abonnementen)
        {
            await channel.QueueDeclareAsync(ParkingQueue(queue), durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
                QueueArguments(queue, deliveryLimit), cancellationToken: cancellation);
            // What comes back for another try goes to this queue alone.
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellation);
            await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellation);
            foreach (var type in types)
                await channel.QueueBindAsync(queue, Gebeurtenissen.Naam(type), "", cancellationToken: cancellation);
        }
    }
}
