using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Proefdienst;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>The promises of the outbox and the relay, on a real database and a real broker.</summary>
public sealed class BezorgingTests
{
    [Fact]
    public async Task Nothing_is_published_without_commit()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
            await using var transactie = await db.Database.BeginTransactionAsync();
            var proef = new Proef("TERUG");
            proef.Kondig();
            db.Add(proef);
            await db.SaveChangesAsync();
            await transactie.RollbackAsync();
        }
        await Proefhuis.Schrijf(host, "DOOR");

        await Tot.Waar(async () => (await huis.Effecten()).Count > 0);
        (await huis.Effecten()).Select(e => e.Dossiernummer).ShouldBe(["DOOR"]);
    }

    [Fact]
    public async Task A_loop_is_woken_by_a_commit_and_not_before_it()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        var gewekt = 0;
        await Eenheid(db => db.SaveChangesAsync());
        gewekt.ShouldBe(1);

        await Eenheid(async db =>
        {
            await using var transactie = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            gewekt.ShouldBe(1);
            await transactie.CommitAsync();
        });
        gewekt.ShouldBe(2);

        await Eenheid(async db =>
        {
            await using var teruggedraaid = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
        });
        await Proefhuis.Schrijf(host, "DE-VOLGENDE");
        gewekt.ShouldBe(2);

        async Task Eenheid(Func<ProefDb, Task> doe)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
            db.Add(new Proef("GEWEKT"));
            db.AfterCommit(() => gewekt++);
            await doe(db);
        }
    }

    [Fact]
    public async Task A_kill_after_commit_and_before_the_relay_loses_nothing()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var dienst = await ServiceProces.StartAsync("Proefdienst", huis.Omgeving(("Messaging__RelayAan", "false")));
        (await dienst.Http.PostAsync("/schrijf/KILL/20", null)).EnsureSuccessStatusCode();
        await dienst.Kill9Async();
        (await huis.Tel("outbox_message")).ShouldBe(20);

        await dienst.HerstartAsync([new("Messaging__RelayAan", "true")]);
        await Tot.Waar(async () => await huis.Tel("effect") == 20);
    }

    [Fact]
    public async Task A_kill_between_confirm_and_delete_has_every_effect_once()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var dienst = await ServiceProces.StartAsync(
            "Proefdienst", huis.Omgeving(("Proef__SterfAfterConfirmation", "true"), ("Messaging__OntvangstAan", "false")));
        await dienst.Http.PostAsync("/schrijf/KILL/5", null).ContinueWith(_ => { }, TaskScheduler.Default);
        await Tot.Waar(() => !dienst.Loopt);
        (await huis.Tel("outbox_message")).ShouldBe(5);

        await dienst.HerstartAsync([new("Proef__SterfAfterConfirmation", "false"), new("Messaging__OntvangstAan", "true")]);
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
        await Proefhuis.Schrijf(await huis.Start(ontvangst: false), "LAATSTE");
        // Messages of a moment may overtake each other, so the test waits for all of them.
        await Tot.Waar(async () => await huis.Effecten() is var effecten
            && effecten.Exists(e => e.Dossiernummer == "LAATSTE")
            && effecten.Where(e => e.Dossiernummer == "KILL").DistinctBy(e => e.Versie).Count() == 5);
        await using var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.MessageCountAsync(Diensten.Meldingen) == 0);
        (await huis.Effecten()).Where(e => e.Dossiernummer == "KILL").Select(e => e.Versie).Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task An_event_without_a_subscriber_is_held_and_not_lost()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Tot.Waar(() => host.Services.GetRequiredService<Relay>().Active);
        var kanaal = await huis.Kanaal();
        await kanaal.QueueUnbindAsync(Diensten.Dossiers, nameof(GeenIndicatieGesteld), "");

        await Proefhuis.Schrijf(host, "VERLATEN", gebeurtenis: new GeenIndicatieGesteld(new DateOnly(2026, 11, 23)));
        await Tot.Waar(() => huis.InDb(db => db.Set<OutboxMessage>().AnyAsync(b => b.Failures > 0)));

        await kanaal.QueueBindAsync(Diensten.Dossiers, nameof(GeenIndicatieGesteld), "");
        await Tot.Waar(async () => await kanaal.MessageCountAsync(Diensten.Dossiers) == 1);
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
    }

    [Fact]
    public async Task A_row_that_fails_holds_back_only_its_own_dossier()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Tot.Waar(() => host.Services.GetRequiredService<Relay>().Active);
        var kanaal = await huis.Kanaal();
        await kanaal.QueueUnbindAsync(Diensten.Dossiers, nameof(GeenIndicatieGesteld), "");

        await Proefhuis.Schrijf(host, "VAST", gebeurtenis: new GeenIndicatieGesteld(new DateOnly(2026, 11, 23)));
        await Proefhuis.Schrijf(host, "VAST");
        await Proefhuis.Schrijf(host, "VRIJ");

        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "VRIJ"));
        (await huis.Effecten()).ShouldNotContain(e => e.Dossiernummer == "VAST");
        await kanaal.QueueBindAsync(Diensten.Dossiers, nameof(GeenIndicatieGesteld), "");
        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "VAST"));
    }

    [Fact]
    public async Task In_a_backlog_no_row_overtakes_one_of_its_own_dossier()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start(relay: false, ontvangst: false);
        var kanaal = await huis.Kanaal();
        await kanaal.QueueUnbindAsync(Diensten.Dossiers, nameof(GeenIndicatieGesteld), "");
        // Every seventh row is of the same dossier. The seventieth has no subscriber.
        await huis.Voer(
            """
            INSERT INTO outbox_message (message_id, order_key, exchange, body, attempt, failures)
            SELECT gen_random_uuid(), 'DOSSIER-' || n % 7, CASE WHEN n = 70 THEN 'GeenIndicatieGesteld' ELSE 'OntvangstBevestigd' END,
                   convert_to(n::text, 'UTF8'), 0, 0
            FROM generate_series(1, 700) n
            """);

        await huis.Start(ontvangst: false);
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 91);
        var voor = await Gelezen();
        await kanaal.QueueBindAsync(Diensten.Dossiers, nameof(GeenIndicatieGesteld), "");
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
        List<int> alles = [.. voor, .. await Gelezen()];

        voor.ShouldNotContain(n => n % 7 == 0 && n > 70);
        foreach (var dossier in alles.GroupBy(n => n % 7)) dossier.ShouldBe(dossier.Order());
        alles.Order().ShouldBe(Enumerable.Range(1, 700).Except([70]));

        async Task<List<int>> Gelezen()
        {
            var gelezen = new List<int>();
            while (await kanaal.BasicGetAsync(Diensten.Meldingen, autoAck: true) is { } bericht)
                gelezen.Add(int.Parse(Encoding.UTF8.GetString(bericht.Body.Span), CultureInfo.InvariantCulture));
            return gelezen;
        }
    }

    [Fact]
    public async Task A_row_that_closes_the_channel_is_put_off_and_the_rest_goes_once()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(ontvangst: false);
        await Tot.Waar(() => host.Services.GetRequiredService<Relay>().Active);
        var kanaal = await huis.Kanaal();
        await huis.Voer(
            """
            INSERT INTO outbox_message (message_id, order_key, exchange, body, attempt, failures)
            SELECT gen_random_uuid(), 'DOSSIER-' || n, CASE WHEN n = 10 THEN 'bestaat-niet' ELSE 'OntvangstBevestigd' END, '\x7b7d', 0, 0
            FROM generate_series(1, 21) n
            """);

        await Tot.Waar(() => huis.InDb(async db =>
            await db.Set<OutboxMessage>().CountAsync() == 1 && await db.Set<OutboxMessage>().AnyAsync(b => b.Failures > 0)));
        // The subscribers have each message once or, where the broker had it before the channel closed, perhaps twice.
        (await kanaal.MessageCountAsync(Diensten.Meldingen)).ShouldBeInRange(20u, 40u);
        await Proefhuis.Schrijf(host, "VERDER");
        await Tot.Waar(() => huis.InDb(async db => await db.Set<OutboxMessage>().CountAsync() == 1));
    }

    [Fact]
    public async Task A_relay_whose_channel_breaks_lets_go_of_its_lock_and_another_goes_on()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Tot.Waar(() => host.Services.GetRequiredService<Relay>().Active);
        var tweede = await huis.Start(ontvangst: false);
        // Publishing to a missing exchange closes the channel.
        await (await huis.Kanaal()).ExchangeDeleteAsync(nameof(OntvangstBevestigd));
        await Proefhuis.Schrijf(tweede, "VERDER");
        await Tot.Waar(() => huis.InDb(db => db.Set<OutboxMessage>().AnyAsync(b => b.Failures > 0)));
        await huis.Broker.RichtIn();

        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "VERDER"));
    }

    [Fact]
    public async Task A_service_that_would_forget_requests_within_a_week_does_not_start()
    {
        await using var huis = await Proefhuis.NieuwAsync();

        await Should.ThrowAsync<InvalidOperationException>(
            () => huis.Start(stel: b => b.Configuration["Messaging:BewaartermijnVerzoeken"] = "6.23:59:59"));
    }

    [Fact]
    public async Task What_was_published_is_kept_as_it_was_sent()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        await Proefhuis.Schrijf(host, "BEWAARD", aantal: 3);
        var geschreven = await huis.InDb(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());

        await huis.Start(ontvangst: false);

        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);
        var bewaard = await huis.InDb(db => db.Set<PublishedMessage>().AsNoTracking().ToListAsync());
        bewaard.Select(b => (b.MessageId, b.EventName, b.OrderKey, Convert.ToHexString(b.Body), b.Signature)).ShouldBe(
            geschreven.Select(g => (g.MessageId, g.Exchange, g.OrderKey, Convert.ToHexString(g.Body), g.Signature)), ignoreOrder: true);
    }

    [Fact]
    public async Task The_whole_topology_is_there_before_the_first_event()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(ontvangst: false);
        await Proefhuis.Schrijf(host, "EERSTE");
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);

        // No service consumes yet, so the queue of every subscriber holds a copy.
        var kanaal = await huis.Kanaal();
        (await kanaal.MessageCountAsync(Diensten.Meldingen)).ShouldBe(1u);
        (await kanaal.MessageCountAsync(Diensten.Dossiers)).ShouldBe(1u);
    }

    [Fact]
    public async Task A_consumer_started_later_misses_nothing()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var zender = await huis.Start(ontvangst: false);
        for (var i = 0; i < 10; i++) await Proefhuis.Schrijf(zender, $"VROEG-{i}");
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);

        await huis.Start(relay: false);
        await Tot.Waar(async () => await huis.Tel("effect") == 10);
    }

    [Fact]
    public async Task Two_relays_keep_the_order_per_dossier_and_lose_nothing()
    {
        const int dossiers = 20, perDossier = 15;
        await using var huis = await Proefhuis.NieuwAsync();
        var eerste = await huis.Start(ontvangst: false);
        var tweede = await huis.Start(ontvangst: false);
        var schrijver = await huis.Start(relay: false, ontvangst: false);
        await Task.WhenAll(Enumerable.Range(0, dossiers).Select(async d =>
        {
            for (var i = 0; i < perDossier; i++) await Verder($"ORDE-{d}", i == 0);
            if (d == dossiers / 2) await huis.Stop(eerste.Services.GetRequiredService<Relay>().Active ? eerste : tweede);
        }));
        await Tot.Waar(async () => await huis.Tel("outbox_message") == 0);

        var gezien = new Dictionary<string, int>();
        var kanaal = await huis.Kanaal();
        while (await kanaal.BasicGetAsync(Diensten.Dossiers, autoAck: true) is { } bericht)
        {
            using var json = System.Text.Json.JsonDocument.Parse(bericht.Body);
            var inhoud = json.RootElement.GetProperty("message");
            var (dossier, versie) = (inhoud.GetProperty("dossiernummer").GetString()!, inhoud.GetProperty("versie").GetInt32());
            // An event may be delivered twice. The first deliveries must be in order.
            gezien.TryGetValue(dossier, out var laatste);
            versie.ShouldBeLessThanOrEqualTo(laatste + 1);
            gezien[dossier] = Math.Max(laatste, versie);
        }
        gezien.Count.ShouldBe(dossiers);
        gezien.Values.ShouldAllBe(v => v == perDossier);

        async Task Verder(string dossier, bool nieuw)
        {
            await using var scope = schrijver.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
            var proef = nieuw ? new Proef(dossier) : await db.Proeven.SingleAsync(p => p.Dossiernummer == dossier);
            if (nieuw) db.Add(proef);
            proef.Kondig();
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task Personal_data_leave_the_process_only_sealed()
    {
        const string aas = "999993653";
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        await Proefhuis.Schrijf(host, "GEHEIM", gebeurtenis: new ZorgGestart(
            Guid.NewGuid(), 1, new DateOnly(2026, 11, 23), new(Guid.NewGuid(), Leveringsvorm.Zin, "02",
                new(new(2026, 11, 1), new(2027, 10, 31)), new DateOnly(2026, 11, 23), null),
            new(new Persoonskern(aas, new DateOnly(1950, 1, 1)))));
        var rij = await huis.InDb(db => db.Set<OutboxMessage>().SingleAsync());
        Encoding.UTF8.GetString(rij.Body).ShouldNotContain(aas);
        Encoding.UTF8.GetString(rij.Body).ShouldContain("\"persoon\":\"2.1.");
    }
}
