using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Networks that fall silent close no connection. The platform notices all the same.</summary>
public sealed class StilteTests
{
    [Fact]
    public async Task A_relay_that_lost_its_database_without_a_word_is_replaced()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var adres = new NpgsqlConnectionStringBuilder(huis.Database);
        var netwerk = new Tussenstation(adres.Host!, adres.Port);
        (adres.Host, adres.Port) = ("127.0.0.1", netwerk.Poort);
        var afgesneden = await huis.Start(ontvangst: false, stel: b => b.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:meldingen"] = adres.ConnectionString }));
        await Tot.Waar(() => afgesneden.Services.GetRequiredService<Relay>().Active);
        netwerk.Verbreek();
        var tweede = await huis.Start();
        await Proefhuis.Schrijf(tweede, "VERDER");

        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "VERDER"));

        await netwerk.DisposeAsync();
    }

    [Fact]
    public async Task A_broker_that_is_lost_without_a_word_only_delays()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var netwerk = NaarBroker(huis);
        var host = await Start(huis, netwerk);
        await Proefhuis.Schrijf(host, "EERDER");
        await Tot.Waar(async () => await huis.Tel("effect") == 1);

        netwerk.Verbreek();
        await Proefhuis.Schrijf(host, "INTUSSEN", aantal: 5);
        await Tot.Waar(() => !host.Services.GetRequiredService<Relay>().Active);
        netwerk.Herstel();

        await Tot.Waar(async () => await huis.Tel("effect") == 6, TimeSpan.FromMinutes(3));
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
        (await huis.Effecten()).Count(e => e.Dossiernummer == "INTUSSEN").ShouldBe(5);
    }

    [Fact]
    public async Task A_broker_that_says_nothing_to_a_new_connection_only_delays()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var netwerk = NaarBroker(huis);
        netwerk.Verbreek();
        var host = await Start(huis, netwerk);
        await Proefhuis.Schrijf(host, "GEDULD", aantal: 5);
        await Tot.Waar(() => netwerk.Verbindingen == 2, melding: "Relay en bus wachten op de broker.");
        netwerk.Herstel();

        await Tot.Waar(async () => await huis.Tel("effect") == 5, TimeSpan.FromMinutes(3));
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
    }

    private static Tussenstation NaarBroker(Proefhuis huis)
    {
        var broker = new Uri(huis.Broker.Uri);
        return new Tussenstation(broker.Host, broker.Port);
    }

    /// <summary>Starts an instance that reaches its broker by this network only.</summary>
    private static Task<IHost> Start(Proefhuis huis, Tussenstation netwerk)
    {
        var broker = new UriBuilder(huis.Broker.Uri) { Host = "127.0.0.1", Port = netwerk.Poort };
        return huis.Start(stel: b => b.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:rabbitmq"] = broker.Uri.AbsoluteUri }));
    }
}
