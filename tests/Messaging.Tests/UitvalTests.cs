using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Hosts that hang and networks that fall silent close no connection. Another instance goes on all the same.</summary>
public sealed class UitvalTests
{
    [Fact]
    public async Task A_relay_whose_host_hangs_is_replaced_and_nothing_is_doubled()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var hangt = await ServiceProces.StartAsync("Proefdienst", huis.Omgeving(("Messaging__OntvangstAan", "false")));
        (await hangt.Http.PostAsync("/schrijf/EERDER/3", null)).EnsureSuccessStatusCode();
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
        hangt.Pauzeer();
        var tweede = await huis.Start();
        await Proefhuis.Schrijf(tweede, "VERDER");

        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "VERDER"));

        hangt.GaVerder();
        await Tot.Waar(hangt.ReadyAsync);
        (await hangt.Http.PostAsync("/schrijf/LATER/3", null)).EnsureSuccessStatusCode();
        await Tot.Waar(async () => await huis.Tel("effect") == 7);
    }

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
        var broker = new UriBuilder(huis.Broker.Uri);
        await using var netwerk = new Tussenstation(broker.Host, broker.Port);
        (broker.Host, broker.Port) = ("127.0.0.1", netwerk.Poort);
        var host = await huis.Start(stel: b => b.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:rabbitmq"] = broker.Uri.AbsoluteUri }));
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
    public async Task A_full_WAL_disk_stops_the_server_and_loses_or_doubles_nothing()
    {
        if (!KleineSchijf.Kan) Assert.Skip("Een volle schijf vraagt root, en een PostgreSQL op deze machine.");
        var servers = await EigenServers.StartAsync();
        await using var schijf = await Walschijf.StartAsync(servers);
        await using (servers)
        {
            await using var huis = await Proefhuis.NieuwAsync(servers);
            var host = await huis.Start();
            await Proefhuis.Schrijf(host, "EERDER");
            await Tot.Waar(async () => await huis.Tel("effect") == 1);
            await schijf.Vol();
            var bevestigd = new List<string>();
            await Tot.Waar(async () =>
            {
                var nummer = $"WAL-{bevestigd.Count}";
                try
                {
                    await Proefhuis.Schrijf(host, nummer, aantal: 100);
                    bevestigd.Add(nummer);
                    return false;
                }
                catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException)
                {
                    return true;
                }
            });

            schijf.Leeg();
            await servers.StopPostgresAsync();
            await servers.StartPostgresAsync();

            await Tot.Waar(async () =>
            {
                var geteld = (await huis.Effecten()).CountBy(e => e.Dossiernummer).ToDictionary();
                return bevestigd.TrueForAll(nummer => geteld.GetValueOrDefault(nummer) >= 100);
            }, TimeSpan.FromMinutes(3));
            await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
            var effecten = await huis.Effecten();
            effecten.ShouldAllBe(e => effecten.Count(a => a.Dossiernummer == e.Dossiernummer && a.Versie == e.Versie) == 1);
        }
    }
}
