using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>At the broker a service can do what its own work needs, and nothing else.</summary>
public sealed class BrokerrechtenTests(BrokerrechtenTests.Makelaar makelaar) : IClassFixture<BrokerrechtenTests.Makelaar>
{
    /// <summary>What a service tries at the broker: its own name, and that of another service.</summary>
    private static readonly Dictionary<string, Func<IChannel, string, string, Task>> Verboden = new()
    {
        ["announce an event of another"] = (k, _, ander) => Publiceer(k, Gebeurtenis(ander)),
        ["have another's queue try again"] = (k, _, ander) => Publiceer(k, ander),
        ["park a message of another"] = (k, _, ander) => Publiceer(k, Topology.ParkingQueue(ander)),
        ["publish straight to another's queue"] = (k, _, ander) => Publiceer(k, "", ander),
        ["publish straight to its own queue"] = (k, eigen, _) => Publiceer(k, "", eigen),
        ["publish to an exchange of the broker"] = (k, eigen, _) => Publiceer(k, "amq.fanout", eigen),
        ["publish to the mark of the deployment"] = (k, _, _) => Publiceer(k, Topology.Mark),
        ["consume from another's queue"] = (k, _, ander) => k.BasicConsumeAsync(ander, false, new AsyncDefaultBasicConsumer(k)),
        ["take a message of another"] = (k, _, ander) => k.BasicGetAsync(ander, true),
        ["take a parked message of another"] = (k, _, ander) => k.BasicGetAsync(Topology.ParkingQueue(ander), true),
        ["empty another's queue"] = (k, _, ander) => k.QueuePurgeAsync(ander),
        ["delete another's queue"] = (k, _, ander) => k.QueueDeleteAsync(ander),
        ["delete the exchange of its own event"] = (k, eigen, _) => k.ExchangeDeleteAsync(Gebeurtenis(eigen)),
        ["delete the exchange of another's event"] = (k, _, ander) => k.ExchangeDeleteAsync(Gebeurtenis(ander)),
        ["make a queue beside its own"] = (k, eigen, _) => k.QueueDeclareAsync(eigen + "_mee", true, false, false),
        ["make a queue with a name of the broker"] = (k, _, _) => k.QueueDeclareAsync("", false, true, true),
        ["make an exchange"] = (k, _, _) => k.ExchangeDeclareAsync("nieuw", ExchangeType.Fanout),
        ["hear the events of another"] = (k, eigen, ander) => k.QueueBindAsync(eigen, Gebeurtenis(ander), ""),
        ["hear what comes back to another"] = (k, eigen, ander) => k.QueueBindAsync(eigen, ander, ""),
        ["hear the broker itself"] = (k, eigen, _) => k.QueueBindAsync(eigen, "amq.rabbitmq.event", "#"),
        ["keep another from its own events"] = (k, eigen, ander) => k.QueueUnbindAsync(ander, Gebeurtenis(eigen), ""),
        ["send its own events elsewhere"] = (k, eigen, ander) => k.ExchangeBindAsync(ander, Gebeurtenis(eigen), ""),
    };

    public static TheoryData<string, string> Pogingen
    {
        get
        {
            var pogingen = new TheoryData<string, string>();
            foreach (var dienst in Gebeurtenissen.Abonnementen.Keys)
                foreach (var poging in Verboden.Keys)
                    if (Kondigt(dienst) || !poging.Contains("its own event", StringComparison.Ordinal)) pogingen.Add(dienst, poging);
            return pogingen;
        }
    }

    public static TheoryData<string> Alle => [.. Gebeurtenissen.Abonnementen.Keys];

    [Theory]
    [MemberData(nameof(Pogingen))]
    public async Task No_service_may(string dienst, string poging)
    {
        await using var verbinding = await makelaar.Als(dienst);
        await using var kanaal = await verbinding.CreateChannelAsync();
        try
        {
            await Verboden[poging](kanaal, dienst, Gebeurtenissen.Abonnementen.Keys.First(d => d != dienst));
            // The broker does not answer a publish. It answers this, or has closed the channel before.
            await kanaal.QueueDeclarePassiveAsync(dienst);
        }
        catch (OperationInterruptedException)
        {
            // The channel says why.
        }
        await Tot.Waar(() => kanaal.CloseReason is not null || kanaal.IsOpen);
        kanaal.CloseReason.ShouldNotBeNull($"{dienst} was allowed to {poging}").ReplyCode.ShouldBe((ushort)Constants.AccessRefused);
    }

    [Theory]
    [MemberData(nameof(Alle))]
    public async Task A_service_may_announce_its_own_events_and_use_its_own_queues(string dienst)
    {
        await using var verbinding = await makelaar.Als(dienst);
        await using var kanaal = await verbinding.CreateChannelAsync(new CreateChannelOptions(true, true));
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        foreach (var eigen in new[] { dienst, Topology.ParkingQueue(dienst) })
        {
            await kanaal.QueueDeclareAsync(eigen, true, false, false, quorum);
            await kanaal.ExchangeDeclareAsync(eigen, ExchangeType.Fanout, true);
            await kanaal.QueueBindAsync(eigen, eigen, "");
            await kanaal.BasicPublishAsync(eigen, "", true, "{}"u8.ToArray());
            (await Tot.Gevonden(() => kanaal.BasicGetAsync(eigen, true))).ShouldNotBeNull();
        }
        foreach (var gebeurtenis in Gebeurtenissen.Bron.Where(b => b.Value == dienst).Select(b => Gebeurtenissen.Naam(b.Key)))
            await kanaal.BasicPublishAsync(gebeurtenis, "", true, "{}"u8.ToArray());
    }

    [Fact]
    public async Task The_account_of_a_service_opens_no_other_virtual_host_and_no_management_api()
    {
        await using var elders = await TestVhost.NieuwAsync("elders", ingericht: false);
        foreach (var dienst in Gebeurtenissen.Abonnementen.Keys)
        {
            // The client may report the refusal only when the connection is used.
            var fout = await Should.ThrowAsync<Exception>(async () =>
            {
                await using var verbinding = await Makelaar.Verbind(elders, dienst);
                await verbinding.CreateChannelAsync();
            });
            fout.ToString().ShouldContain("NOT_ALLOWED");
            using var beheer = new Management(makelaar.Vhost.Beheeradres, new Uri(makelaar.Vhost.VoorDienst(dienst)));
            (await Should.ThrowAsync<HttpRequestException>(() => beheer.MakeVhostAsync("erbij")))
                .StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        }
    }

    /// <summary>Dossiers announces nothing.</summary>
    private static bool Kondigt(string dienst) => Gebeurtenissen.Bron.Values.Contains(dienst);

    private static string Gebeurtenis(string dienst) => Gebeurtenissen.Naam(Gebeurtenissen.Bron.First(b => b.Value == dienst).Key);

    private static async Task Publiceer(IChannel kanaal, string exchange, string sleutel = "") =>
        await kanaal.BasicPublishAsync(exchange, sleutel, "{}"u8.ToArray());

    /// <summary>One virtual host for all attempts: nothing that is forbidden changes it.</summary>
    public sealed class Makelaar : IAsyncLifetime
    {
        public TestVhost Vhost { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Vhost = await TestVhost.NieuwAsync("rechten");

        public Task<IConnection> Als(string dienst) => Verbind(Vhost, dienst);

        public static Task<IConnection> Verbind(TestVhost vhost, string dienst) =>
            new ConnectionFactory { Uri = new Uri(vhost.VoorDienst(dienst)) }.CreateConnectionAsync();

        public ValueTask DisposeAsync() => Vhost.DisposeAsync();
    }
}
