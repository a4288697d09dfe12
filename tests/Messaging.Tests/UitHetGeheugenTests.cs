using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Proefdienst;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>What this process commits is published from memory, and never differently from what the database says.</summary>
public sealed class UitHetGeheugenTests
{
    public static TheoryData<string> Mislukkingen => ["teruggedraaid", "losgelaten", "niet op te slaan", "afgebroken en toch vastgelegd"];

    [Theory]
    [MemberData(nameof(Mislukkingen))]
    public async Task What_was_not_committed_is_not_published_whatever_is_committed_after_it(string mislukking)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "EERST");
        await Effect("EERST");

        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
            await Mislukt(db);
            db.ChangeTracker.Clear();
            await Sla(db, "DOOR");
        }
        await Effect("DOOR");
        await Proefhuis.Schrijf(host, "LAATSTE");
        await Effect("LAATSTE");

        (await huis.Effecten()).ShouldNotContain(e => e.Dossiernummer == "TERUG");

        async Task Mislukt(ProefDb db)
        {
            if (mislukking == "niet op te slaan")
            {
                var dubbel = new Proef("DUBBEL");
                await Sla(db, dubbel);
                db.ChangeTracker.Clear();
                await Should.ThrowAsync<Exception>(() => Sla(db, new Proef("TERUG"), dubbel));
                return;
            }
            await using var transactie = await db.Database.BeginTransactionAsync();
            await Sla(db, "TERUG");
            if (mislukking == "teruggedraaid") await transactie.RollbackAsync();
            if (mislukking != "afgebroken en toch vastgelegd") return;
            await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("SELECT 1 / 0"));
            // PostgreSQL answers this COMMIT with a ROLLBACK.
            await transactie.CommitAsync();
        }

        Task Effect(string dossiernummer) =>
            Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == dossiernummer));
    }

    [Fact]
    public async Task What_is_committed_in_another_order_than_it_was_numbered_all_goes()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "EERST");
        await Tot.Waar(async () => (await huis.Effecten()).Count == 1);

        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
        await using var transactie = await db.Database.BeginTransactionAsync();
        await Sla(db, "LAGER");
        await Proefhuis.Schrijf(host, "HOGER");
        await Tot.Waar(async () => (await huis.Effecten()).Count == 2);
        await transactie.CommitAsync();

        await Tot.Waar(async () => (await huis.Effecten()).Count == 3);
        (await huis.Effecten()).Select(e => e.Dossiernummer).ShouldBe(["EERST", "HOGER", "LAGER"]);
    }

    [Fact]
    public async Task What_follows_without_a_gap_is_not_read_again()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var (host, outbox) = await Bijgewerkt(huis);

        await Proefhuis.Schrijf(host, "UIT-HET-GEHEUGEN", aantal: 2);
        // A query would find nothing now.
        await huis.Voer("DELETE FROM outbox_message");

        (await outbox.Next(100, [], default)).Select(r => r.OrderKey).ShouldBe(["UIT-HET-GEHEUGEN", "UIT-HET-GEHEUGEN"]);
        (await outbox.Next(100, [], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_a_number_is_missing_the_database_is_read()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var (host, outbox) = await Bijgewerkt(huis);

        await Proefhuis.Schrijf(await huis.Start(relay: false, ontvangst: false), "VAN-EEN-ANDER");
        await Proefhuis.Schrijf(host, "VAN-ONS");

        (await outbox.Next(100, [], default)).Select(r => r.OrderKey).ShouldBe(["VAN-EEN-ANDER", "VAN-ONS"]);
    }

    [Fact]
    public async Task Behind_a_row_that_waits_for_its_next_try_its_dossier_waits()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var (host, outbox) = await Bijgewerkt(huis);

        await Proefhuis.Schrijf(host, "VAST");
        await outbox.Postpone((await outbox.Next(100, [], default)).ShouldHaveSingleItem());
        await Proefhuis.Schrijf(host, "VAST");
        await Proefhuis.Schrijf(host, "VRIJ");

        (await outbox.Next(100, [], default)).Select(r => r.OrderKey).ShouldBe(["VRIJ"]);
    }

    [Fact]
    public async Task What_was_published_leaves_the_outbox_once_enough_of_it_can_go()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var (host, outbox) = await Bijgewerkt(huis);

        foreach (var dossiernummer in new[] { "EEN", "TWEE" })
        {
            await Proefhuis.Schrijf(host, dossiernummer);
            outbox.Confirm((await outbox.Next(2, [], default)).ShouldHaveSingleItem());
        }
        (await huis.Tel("outbox_message")).ShouldBe(2);
        await Proefhuis.Schrijf(host, "DRIE");

        (await outbox.Next(2, [], default)).Select(r => r.OrderKey).ShouldBe(["DRIE"]);
        (await huis.Tel("outbox_message")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_published_leaves_the_outbox_also_when_nothing_follows()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(stel: b => b.Configuration["Messaging:Peiling"] = "00:10:00");
        await Proefhuis.Schrijf(host, "EERST");
        await Tot.Waar(async () => (await huis.Effecten()).Count == 1);

        await Proefhuis.Schrijf(host, "LAATST");

        await Tot.Waar(async () => (await huis.Effecten()).Count == 2 && await huis.Tel("outbox_message") == 0);
    }

    /// <summary>An instance without loops, and its empty outbox, of which the relay knows how far it has come.</summary>
    private static async Task<(IHost, OutboxRows)> Bijgewerkt(Proefhuis huis)
    {
        var host = await huis.Start(relay: false, ontvangst: false);
        var db = await host.Services.GetRequiredKeyedService<NpgsqlDataSource>(nameof(Relay)).OpenConnectionAsync();
        var outbox = new OutboxRows(
            db, Diensten.Meldingen, host.Services.GetRequiredService<JustCommitted>(), poll: TimeSpan.FromMinutes(5));
        await Proefhuis.Schrijf(host, "EERST");
        (await outbox.Next(100, [], default)).Count.ShouldBe(1);
        await huis.Voer("DELETE FROM outbox_message");
        (await outbox.Next(100, [], default)).ShouldBeEmpty();
        await outbox.LookForTrouble(default);
        return (host, outbox);
    }

    private static Task Sla(ProefDb db, string dossiernummer) => Sla(db, new Proef(dossiernummer));

    private static Task Sla(ProefDb db, params Proef[] proeven)
    {
        foreach (var proef in proeven)
        {
            proef.Kondig();
            db.Add(proef);
        }
        return db.SaveChangesAsync();
    }
}
