using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>The promises of the inbox, of redelivery and of the failed messages.</summary>
public sealed class OntvangstTests
{
    [Fact]
    public async Task The_same_message_twice_at_once_has_one_effect()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        await huis.Start(relay: false);
        var kanaal = await huis.Kanaal();
        var (id, inhoud) = Proefhuis.Bericht("TWEEMAAL");
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 2);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, inhoud), inhoud).AsTask()));

        await Tot.Waar(async () => await kanaal.MessageCountAsync(Diensten.Meldingen) == 0 && await huis.Tel("effect") > 0);
        var (laatste, sluit) = Proefhuis.Bericht("SLUIT");
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(laatste, sluit), sluit);
        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "SLUIT"));
        (await huis.Effecten()).Count(e => e.Dossiernummer == "TWEEMAAL").ShouldBe(1);
    }

    [Fact]
    public async Task A_message_costs_no_more_when_the_inbox_remembers_many()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Voer(
            """
            INSERT INTO processed_message (message_id, aggregate_id, version, fingerprint)
            SELECT gen_random_uuid(), gen_random_uuid(), 1, '' FROM generate_series(1, 50000);
            ANALYZE processed_message
            """);
        var host = await huis.Start();
        for (var i = 0; i < 20; i++) await Proefhuis.Schrijf(host, $"VEEL-{i}");
        await Tot.Waar(async () => await huis.Tel("effect") == 20);

        // The server publishes what a connection did some seconds after its last work.
        await Tot.Waar(async () => await huis.InDb(db => db.Database.SqlQuery<long>(
            $"""SELECT idx_scan AS "Value" FROM pg_stat_user_tables WHERE relname = 'processed_message'""").SingleAsync()) >= 20);
        (await huis.InDb(db => db.Database.SqlQuery<long>(
            $"""SELECT seq_tup_read AS "Value" FROM pg_stat_user_tables WHERE relname = 'processed_message'""").SingleAsync()))
            .ShouldBeLessThan(50_000);
    }

    [Fact]
    public async Task A_message_that_misses_an_earlier_fact_waits_for_it()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "WACHT-1");
        await Tot.Waar(() => huis.InDb(db => db.Set<OutboxMessage>().AnyAsync(b => b.Attempt > 0)));
        await huis.GeefVrij("WACHT-1");

        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "WACHT-1"));
    }

    [Fact]
    public async Task A_poison_message_is_set_aside_while_the_rest_flows_and_can_be_replayed()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        await Proefhuis.Schrijf(host, "GIF-1");
        for (var i = 0; i < 10; i++) await Proefhuis.Schrijf(host, $"GEZOND-{i}");
        await Tot.Waar(async () => await huis.Tel("effect") == 10);
        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);

        var mislukt = await huis.InDb(db => db.Set<FailedMessage>().SingleAsync());
        mislukt.EventName.ShouldBe(nameof(OntvangstBevestigd));
        mislukt.Error.ShouldBe(nameof(InvalidOperationException));
        mislukt.Attempts.ShouldBe(4);
        (mislukt.Location + mislukt.Error).ShouldNotContain("nergens terugkomen");

        await huis.GeefVrij("GIF-1");
        await Herhaal(host, mislukt.MessageId);
        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "GIF-1"));
        (await huis.Tel("failed_message")).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_nobody_can_read_is_set_aside_too()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        await kanaal.BasicPublishAsync(
            "", Diensten.Meldingen, true, Proefhuis.Eigenschappen(Guid.CreateVersion7(), handtekening: null), "geen json"u8.ToArray());

        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        (await huis.InDb(db => db.Set<FailedMessage>().SingleAsync())).EventName.ShouldBe("onleesbaar");
    }

    [Fact]
    public async Task An_event_of_a_newer_version_is_set_aside_by_its_name_and_can_be_replayed_later()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        var (id, inhoud) = Proefhuis.Bericht("NIEUWER");
        var onbekend = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(inhoud).Replace(nameof(OntvangstBevestigd), "OntvangstHerroepen", StringComparison.Ordinal));
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, onbekend), onbekend);

        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        var mislukt = await huis.InDb(db => db.Set<FailedMessage>().SingleAsync());
        (mislukt.MessageId, mislukt.EventName, mislukt.Error).ShouldBe((id, "OntvangstHerroepen", "UnknownEvent"));
        mislukt.Body.ShouldBe(onbekend);
        // During an upgrade another instance may know it, so it was offered again first.
        mislukt.Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task A_database_that_goes_away_during_consume_only_delays()
    {
        await using var servers = await EigenServers.StartAsync();
        await using var huis = await Proefhuis.NieuwAsync(servers);
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        await servers.KillPostgresAsync();
        for (var i = 0; i < 30; i++)
        {
            var (id, inhoud) = Proefhuis.Bericht($"WEG-{i}");
            await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, inhoud), inhoud);
        }
        await Tot.Waar(
            async () => await kanaal.MessageCountAsync(Diensten.Meldingen) == 0, melding: "De dienst heeft de berichten in handen.");
        await servers.StartPostgresAsync();

        await Tot.Waar(async () => await huis.Tel("effect") == 30, TimeSpan.FromMinutes(2));
        (await huis.Tel("failed_message")).ShouldBe(0);
        (await huis.Effecten()).Select(e => e.Dossiernummer).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task One_trace_runs_from_the_change_to_the_effect()
    {
        using var luisteraar = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(luisteraar);
        using var bron = new ActivitySource("proef");
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        string spoor;
        using (var begin = bron.StartActivity("verzoek"))
        {
            spoor = begin!.TraceId.ToString();
            await Proefhuis.Schrijf(host, "SPOOR");
        }
        await Tot.Waar(async () => await huis.Tel("effect") == 1);
        (await huis.Effecten()).Single().TraceId.ShouldBe(spoor);
    }

    [Fact]
    public async Task A_message_that_comes_back_shows_how_long_it_waited()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var luisteraar = new ActivityListener
        {
            ShouldListenTo = bron => bron.Name is Metering.Name or "proef",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(luisteraar);
        using var bron = new ActivitySource("proef");
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start();
        ActivityTraceId spoor;
        using (var begin = bron.StartActivity("verzoek"))
        {
            spoor = begin!.TraceId;
            await Proefhuis.Schrijf(host, "WACHT-SPOOR");
        }
        await Tot.Waar(() => huis.InDb(db => db.Set<OutboxMessage>().AnyAsync(b => b.Attempt > 0)));
        await huis.GeefVrij("WACHT-SPOOR");
        await Tot.Waar(() => spans.Any(s => s.TraceId == spoor && s.GetTagItem("wmo.message.outcome") is "processed"));

        var deze = spans.Where(s => s.TraceId == spoor).ToList();
        deze.ShouldContain(s => s.DisplayName == "OntvangstBevestigd verstuurd" && s.Kind == ActivityKind.Producer);
        deze.ShouldContain(s => s.DisplayName == "wacht in outbox");
        // The first redelivery is after 200 ms here.
        deze.First(s => s.DisplayName == "wacht op herbezorging").Duration.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(150));
        var verwerkt = deze.Where(s => s.DisplayName == "Meldingen verwerkt OntvangstBevestigd").ToList();
        verwerkt.ShouldContain(s => s.GetTagItem("wmo.message.outcome") as string == "too-early");
        verwerkt.ShouldAllBe(s => s.Kind == ActivityKind.Consumer && s.Status == ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task What_is_past_its_retention_is_removed_and_the_rest_stays()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.InDb(db => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO processed_message (message_id, aggregate_id, version, fingerprint, processed_at)
            SELECT gen_random_uuid(), gen_random_uuid(), 1, '', now() - n * interval '1 day'
            FROM unnest(ARRAY[31, 31, 31, 31, 31, 29, 29, 29]) n;
            INSERT INTO answered_request (key, requester, fingerprint, status, answer, processed_at)
            SELECT 's' || n, 'a', '', 200, '', now() - n * interval '1 day' FROM generate_series(6, 9) n;
            INSERT INTO published_message (message_id, event_name, body, published_at)
            SELECT gen_random_uuid(), 'OntvangstBevestigd', '', now() - n * interval '1 day' FROM generate_series(12, 17) n
            """));
        await huis.Start();
        await Tot.Waar(async () => await huis.Tel("processed_message") == 3);
        await Tot.Waar(async () => await huis.Tel("answered_request") == 2, melding: "Een sleutel blijft ten minste zeven dagen bekend.");
        await Tot.Waar(async () => await huis.Tel("published_message") == 2, melding: "Een back-up gaat twee weken terug.");
    }

    private static async Task Herhaal(IHost host, Guid berichtId)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await FailedMessagesApi.Replay(db, host.Services.GetRequiredService<Metering>(), berichtId, CancellationToken.None);
    }
}
