using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>The deployment sets up the broker, before the services and beside them.</summary>
public sealed class InrichtingTests
{
    [Fact]
    public async Task Nothing_is_published_before_every_subscriber_has_its_queue()
    {
        await using var huis = await Proefhuis.NieuwAsync(ingericht: false);
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "VROEG");
        // The consumer is there, so the service has tried.
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        host.Services.GetRequiredService<Relay>().Active.ShouldBeFalse();
        (await huis.Tel("outbox_message")).ShouldBe(1);

        await huis.Broker.RichtIn();

        await Tot.Waar(async () => await huis.Tel("effect") == 1);
        (await kanaal.MessageCountAsync(Diensten.Dossiers)).ShouldBe(1u);
    }

    [Fact]
    public async Task A_setting_changes_while_the_queue_is_in_use_and_every_message_stays()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "EERDER");
        await Tot.Waar(async () => await huis.Tel("effect") == 1);
        var kanaal = await huis.Kanaal();
        await Publiceer(kanaal, Diensten.Onderzoek);

        await huis.Broker.RichtIn(bezorglimiet: 3);

        await Proefhuis.Schrijf(host, "LATER");
        await Tot.Waar(async () => await huis.Tel("effect") == 2);
        host.Services.GetRequiredService<Relay>().Active.ShouldBeTrue();
        // The new limit holds for what was in a queue already.
        await GeefTerug(kanaal, Diensten.Onderzoek, 4);
        await Tot.Waar(async () => await kanaal.MessageCountAsync(Topology.ParkingQueue(Diensten.Onderzoek)) == 1);
    }

    // The broker tries again after three minutes.
    [Fact(Skip = "Duurt drie minuten; ./test.sh --lang Messaging.Tests speelt dit.", SkipType = typeof(Duur),
        SkipUnless = nameof(Duur.Lang))]
    public async Task A_message_leaves_its_queue_only_once_the_parking_queue_has_it()
    {
        await using var vhost = await TestVhost.NieuwAsync("parkeren", bezorglimiet: 2);
        await using var verbinding = await new ConnectionFactory { Uri = new Uri(vhost.Uri) }.CreateConnectionAsync();
        await using var kanaal = await verbinding.CreateChannelAsync(new CreateChannelOptions(true, true));
        await kanaal.QueueUnbindAsync(Topology.ParkingQueue(Diensten.Pgb), Topology.ParkingQueue(Diensten.Pgb), "");
        await Publiceer(kanaal, Diensten.Pgb);
        await GeefTerug(kanaal, Diensten.Pgb, 3);
        await Tot.Waar(async () => await kanaal.MessageCountAsync(Diensten.Pgb) == 0, melding: "Hij is op weg naar de parkeerrij.");

        await vhost.RichtIn(bezorglimiet: 2);

        await Tot.Waar(async () => await kanaal.MessageCountAsync(Topology.ParkingQueue(Diensten.Pgb)) == 1, TimeSpan.FromMinutes(5));
    }

    private static async Task Publiceer(IChannel kanaal, string exchange) =>
        await kanaal.BasicPublishAsync(exchange, "", true, new BasicProperties { Persistent = true }, "{}"u8.ToArray());

    /// <summary>Takes a message as often as it comes, and gives it back unhandled.</summary>
    private static async Task GeefTerug(IChannel kanaal, string rij, int keer)
    {
        for (var i = 0; i < keer; i++)
        {
            var bericht = await Tot.Gevonden(() => kanaal.BasicGetAsync(rij, autoAck: false));
            await kanaal.BasicNackAsync(bericht.DeliveryTag, multiple: false, requeue: true);
        }
    }
}
