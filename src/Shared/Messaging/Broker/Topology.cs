using System.Security.Cryptography;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging.Broker;

/// <summary>
/// The exchanges and queues of the platform. Services do not declare them: a step of the deployment does, before any traffic
/// (<see cref="Definitions"/>). <c>Mandatory</c> notices when no queue is bound, but not when one of two subscribers is missing.
/// </summary>
public static class Topology
{
    /// <summary>
    /// An exchange without messages. It is there when everything that this version of Contracts needs is there, so a service publishes
    /// nothing before it sees it.
    /// </summary>
    public static string Mark { get; } =
        "wmo.inrichting." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Subscriptions))))[..16];

    private static IEnumerable<string> Subscriptions =>
        Gebeurtenissen.Abonnementen.Select(a => $"{a.Key}: {string.Join(' ', a.Value.Select(Gebeurtenissen.Naam))}");

    /// <summary>Where the broker puts what it brought to a queue too often.</summary>
    public static string ParkingQueue(string queue) => queue + "_parkeer";

    /// <summary>Makes sure that the deployment has prepared the broker for this version.</summary>
    /// <exception cref="InvalidOperationException">It has not, or not yet.</exception>
    internal static async Task RequireAsync(IConnection connection, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        try
        {
            await channel.ExchangeDeclarePassiveAsync(Mark, cancellation);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            throw new BrokerNietIngericht();
        }
    }
}

/// <summary>The broker lacks exchanges, queues or bindings that this version of Contracts needs.</summary>
internal sealed class BrokerNietIngericht() : InvalidOperationException(
    "De broker is niet ingericht voor deze versie. Voer eerst de stap 'inrichting' van de uitrol uit (docs/operations.md).");
