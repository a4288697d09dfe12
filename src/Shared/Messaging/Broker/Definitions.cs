using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;

namespace WmoPlatform.Messaging.Broker;

/// <summary>
/// What the broker must hold for the platform, as RabbitMQ's definitions: a user per service with its rights, the policies, and every
/// exchange, queue and binding that follows from Contracts. Loading them again changes what is different and keeps the messages.
/// </summary>
public static class Definitions
{
    /// <summary>
    /// How often the broker may bring one message back unhandled before it goes to the parking queue, unless the operator says otherwise.
    /// </summary>
    public const int DeliveryLimit = 1000;

    /// <summary>The definitions for one virtual host, as JSON.</summary>
    /// <param name="vhost">The virtual host; it is made when it does not exist.</param>
    /// <param name="password">The password of each service.</param>
    /// <param name="deliveryLimit">Deliveries of one message before it is parked; at least 1.</param>
    public static JsonObject For(string vhost, Func<string, string> password, int deliveryLimit = DeliveryLimit)
    {
        ArgumentException.ThrowIfNullOrEmpty(vhost);
        ArgumentNullException.ThrowIfNull(password);
        ArgumentOutOfRangeException.ThrowIfLessThan(deliveryLimit, 1);
        string[] services = [.. Gebeurtenissen.Abonnementen.Keys];
        string[] queues = [.. services, .. services.Select(Topology.ParkingQueue)];
        // What comes back for another try, or was delivered too often, goes through an exchange for that queue alone.
        string[] exchanges = [.. queues, .. Gebeurtenissen.Bron.Keys.Select(Gebeurtenissen.Naam), Topology.Mark];
        return new JsonObject
        {
            ["vhosts"] = new JsonArray(new JsonObject { ["name"] = vhost }),
            ["users"] = Each(services, s => User(s, password(s))),
            ["permissions"] = Each(services, s => Permission(s, vhost)),
            ["policies"] = Each(services, s => Policy(s, vhost, deliveryLimit)),
            ["queues"] = Each(queues, q => Queue(q, vhost)),
            ["exchanges"] = Each(exchanges, e => Exchange(e, vhost)),
            ["bindings"] = Each(
                [
                    .. queues.Select(q => (q, q)),
                    .. Gebeurtenissen.Abonnementen.SelectMany(a => a.Value.Select(e => (Gebeurtenissen.Naam(e), a.Key))),
                ],
                b => Binding(b, vhost)),
        };
    }

    private static JsonArray Each<T>(IEnumerable<T> of, Func<T, JsonObject> make) => [.. of.Select(make)];

    /// <summary>RabbitMQ keeps a salt of four bytes, followed by the SHA-256 of salt and password.</summary>
    private static JsonObject User(string service, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return new JsonObject
        {
            ["name"] = service,
            ["password_hash"] = Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]),
            ["hashing_algorithm"] = "rabbit_password_hashing_sha256",
            ["tags"] = "",
        };
    }

    /// <summary>A service may make its own queues, read them, and write to them and to the exchanges of its own events.</summary>
    private static JsonObject Permission(string service, string vhost)
    {
        var own = $"{service}|{Topology.ParkingQueue(service)}";
        var events = string.Concat(Gebeurtenissen.Bron.Where(b => b.Value == service).Select(b => "|" + Gebeurtenissen.Naam(b.Key)));
        return new JsonObject
        {
            ["user"] = service,
            ["vhost"] = vhost,
            ["configure"] = $"^({own})$",
            ["write"] = $"^({own}{events})$",
            ["read"] = $"^({own})$",
        };
    }

    /// <summary>
    /// A message that comes back too often moves to the parking queue. It leaves its own queue only once the parking queue has it. As a
    /// policy, these settings can change while the queue is in use.
    /// </summary>
    private static JsonObject Policy(string service, string vhost, int deliveryLimit) => new()
    {
        ["vhost"] = vhost,
        ["name"] = $"wmo-{service}",
        ["pattern"] = $"^{service}$",
        ["apply-to"] = "queues",
        ["priority"] = 0,
        ["definition"] = new JsonObject
        {
            ["delivery-limit"] = deliveryLimit,
            ["dead-letter-exchange"] = Topology.ParkingQueue(service),
            ["dead-letter-strategy"] = "at-least-once",
            ["overflow"] = "reject-publish",
        },
    };

    private static JsonObject Queue(string name, string vhost) => new()
    {
        ["name"] = name,
        ["vhost"] = vhost,
        ["durable"] = true,
        ["auto_delete"] = false,
        ["arguments"] = new JsonObject { ["x-queue-type"] = "quorum" },
    };

    private static JsonObject Exchange(string name, string vhost) => new()
    {
        ["name"] = name,
        ["vhost"] = vhost,
        ["type"] = "fanout",
        ["durable"] = true,
        ["auto_delete"] = false,
        ["internal"] = false,
        ["arguments"] = new JsonObject(),
    };

    private static JsonObject Binding((string Exchange, string Queue) between, string vhost) => new()
    {
        ["source"] = between.Exchange,
        ["vhost"] = vhost,
        ["destination"] = between.Queue,
        ["destination_type"] = "queue",
        ["routing_key"] = "",
        ["arguments"] = new JsonObject(),
    };
}
