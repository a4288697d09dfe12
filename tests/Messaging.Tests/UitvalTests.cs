using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Servers and hosts go away and come back. Another instance, or the same one later, goes on.</summary>
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
    public async Task An_outage_of_the_broker_loses_nothing_and_the_backlog_drains()
    {
        await using var servers = await EigenServers.StartAsync();
        await using var huis = await Proefhuis.NieuwAsync(servers);
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "VOOR");
        await Tot.Waar(async () => await huis.Tel("effect") == 1);

        // Debian's RabbitMQ 3.10 stores the list of its quorum queues minutes later, or at an orderly stop. A younger queue does not
        // survive a kill -9. In a running platform the queues are older than that.
        await servers.StopRabbitAsync();
        await servers.StartRabbitAsync();
        await servers.KillRabbitAsync();
        for (var i = 0; i < 50; i++) await Proefhuis.Schrijf(host, $"TIJDENS-{i}", 2);
        (await huis.Tel("outbox_message")).ShouldBe(100);
        await servers.StartRabbitAsync();

        await Tot.Waar(async () => await huis.Tel("effect") == 101, TimeSpan.FromMinutes(2));
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
    }
}
