using RabbitMQ.Client;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging;

/// <summary>
/// Declares every exchange, queue and binding of the platform from Contracts, before anything is published. <c>Mandatory</c> only notices
/// that nobody is bound, not that one of two subscribers is missing; so whoever starts first declares for all.
/// </summary>
internal static class Topologie
{
    public static string Parkeerwachtrij(string wachtrij) => wachtrij + "_parkeer";

    public static Dictionary<string, object?> Wachtrijargumenten(string wachtrij, int bezorglimiet) => new()
    {
        ["x-queue-type"] = "quorum",
        // A quorum queue drops what it redelivers too often (by default from RabbitMQ 4 on): set explicitly, with a place to land.
        ["x-delivery-limit"] = bezorglimiet,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = Parkeerwachtrij(wachtrij),
    };

    public static async Task DeclareerAsync(IChannel kanaal, int bezorglimiet, CancellationToken annulering)
    {
        foreach (var soort in Gebeurtenissen.Bron.Keys)
            await kanaal.ExchangeDeclareAsync(Gebeurtenissen.Naam(soort), ExchangeType.Fanout, durable: true, cancellationToken: annulering);

        foreach (var (wachtrij, soorten) in Gebeurtenissen.Abonnementen)
        {
            await kanaal.QueueDeclareAsync(Parkeerwachtrij(wachtrij), durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: annulering);
            await kanaal.QueueDeclareAsync(wachtrij, durable: true, exclusive: false, autoDelete: false,
                Wachtrijargumenten(wachtrij, bezorglimiet), cancellationToken: annulering);
            foreach (var soort in soorten)
                await kanaal.QueueBindAsync(wachtrij, Gebeurtenissen.Naam(soort), "", cancellationToken: annulering);
        }
    }
}
