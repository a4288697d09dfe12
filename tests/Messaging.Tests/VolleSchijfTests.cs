using Microsoft.EntityFrameworkCore;
using Npgsql;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>A full disk under the database.</summary>
public sealed class VolleSchijfTests
{
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
