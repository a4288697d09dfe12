using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>
/// While nothing that comes of a message can be stored, the message is held: not lost, not parked, not set aside, and no hot loop.
/// </summary>
public sealed class VasthoudenTests
{
    public static TheoryData<string, string, string> Oorzaken => new()
    {
        {
            "read-only",
            "ALTER DATABASE {0} SET default_transaction_read_only TO on",
            "ALTER DATABASE {0} RESET default_transaction_read_only"
        },
        {
            "disk full",
            """
            CREATE FUNCTION vol() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '53100' USING MESSAGE = 'vol'; END $$;
            CREATE TRIGGER vol BEFORE INSERT ON effect FOR EACH STATEMENT EXECUTE FUNCTION vol();
            CREATE TRIGGER vol BEFORE INSERT ON outbox_message FOR EACH STATEMENT EXECUTE FUNCTION vol();
            CREATE TRIGGER vol BEFORE INSERT ON failed_message FOR EACH STATEMENT EXECUTE FUNCTION vol()
            """,
            "DROP FUNCTION vol CASCADE"
        },
        {
            "no connections left",
            "ALTER DATABASE {0} CONNECTION LIMIT 0",
            "ALTER DATABASE {0} CONNECTION LIMIT -1"
        },
        {
            "no right to write",
            "ALTER TABLE processed_message RENAME TO processed_message_weg; ALTER TABLE outbox_message RENAME TO outbox_message_weg",
            "ALTER TABLE processed_message_weg RENAME TO processed_message; ALTER TABLE outbox_message_weg RENAME TO outbox_message"
        },
    };

    [Theory]
    [MemberData(nameof(Oorzaken))]
    public async Task A_database_that_refuses_to_write_only_delays(string oorzaak, string weiger, string herstel)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        await Verander(huis, weiger);
        var begin = await Afgebroken(huis);
        for (var i = 0; i < 40; i++) await Publiceer(kanaal, $"VAST-{i}");
        await Tot.Waar(async () => await kanaal.MessageCountAsync(Diensten.Meldingen) == 0, melding: "De dienst heeft ze in handen.");
        await Verstreken(TimeSpan.FromSeconds(4));
        var afgebroken = await Afgebroken(huis) - begin;

        await Verander(huis, herstel);

        await Tot.Waar(async () => await huis.Tel("effect") == 40, TimeSpan.FromMinutes(1), melding: oorzaak);
        (await huis.Effecten()).Select(e => e.Dossiernummer).Distinct().Count().ShouldBe(40);
        (await huis.Tel("failed_message")).ShouldBe(0);
        (await kanaal.MessageCountAsync("meldingen_parkeer")).ShouldBe(0u);
        afgebroken.ShouldBeLessThan(80, "a hot loop has hundreds a second");
    }

    [Fact]
    public async Task A_message_is_held_longer_than_the_broker_waits_and_beyond_its_delivery_limit()
    {
        await using var huis = await Proefhuis.NieuwAsync(bezorglimiet: 2);
        await huis.Start(stel: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Messaging:Vernieuwing"] = "00:00:00.300",
        }));
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        await Verander(huis, "ALTER DATABASE {0} SET default_transaction_read_only TO on");
        await Publiceer(kanaal, "DUURT");
        await Verstreken(TimeSpan.FromSeconds(5));

        await Verander(huis, "ALTER DATABASE {0} RESET default_transaction_read_only");

        await Tot.Waar(async () => await huis.Tel("effect") == 1);
        (await kanaal.MessageCountAsync("meldingen_parkeer")).ShouldBe(0u);
    }

    [Fact(Skip = "Duurt drie minuten; ./test.sh --lang Messaging.Tests speelt dit.", SkipType = typeof(Duur),
        SkipUnless = nameof(Duur.Lang))]
    public async Task A_message_is_held_longer_than_a_consumer_timeout_of_a_minute()
    {
        await using var servers = await EigenServers.StartAsync();
        await servers.ConsumerTimeoutAsync(TimeSpan.FromMinutes(1));
        // A message that came back twice because its channel was closed would be parked.
        await using var huis = await Proefhuis.NieuwAsync(servers, bezorglimiet: 1);
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        // The broker closes the channel of who holds a message too long. This consumer does, to show that it would.
        var houdtVast = await huis.Kanaal();
        await houdtVast.QueueDeclareAsync("vast", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await houdtVast.BasicPublishAsync("", "vast", true, "bericht"u8.ToArray());
        await houdtVast.BasicConsumeAsync("vast", autoAck: false, new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(houdtVast));
        await Verander(huis, "ALTER DATABASE {0} SET default_transaction_read_only TO on");
        await Publiceer(kanaal, "DUURT");

        await Tot.Waar(() => houdtVast.IsClosed, TimeSpan.FromMinutes(4));
        await Verstreken(TimeSpan.FromSeconds(100));
        await Verander(huis, "ALTER DATABASE {0} RESET default_transaction_read_only");

        await Tot.Waar(async () => await huis.Tel("effect") == 1);
        (await huis.Tel("failed_message")).ShouldBe(0);
        (await kanaal.MessageCountAsync("meldingen_parkeer")).ShouldBe(0u);
    }

    [Fact]
    public async Task A_statement_that_times_out_goes_the_normal_way_and_holds_up_nobody()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await Verander(huis, "ALTER DATABASE {0} SET statement_timeout TO '500ms'");
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        for (var i = 0; i < 20; i++) await Publiceer(kanaal, $"LANG-{i}");
        await Publiceer(kanaal, "GEZOND");

        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "GEZOND"));
        await Tot.Waar(async () => await huis.Tel("failed_message") == 20, TimeSpan.FromMinutes(1));
        (await huis.InDb(db => db.Set<FailedMessage>().AllAsync(m => m.Attempts == 4))).ShouldBeTrue();
    }

    [Fact]
    public async Task One_message_of_which_nothing_can_be_stored_holds_up_nobody_else()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Voer(
            """
            CREATE FUNCTION nooit() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF convert_from(NEW.body, 'UTF8') LIKE '%GIF%' THEN RAISE SQLSTATE '53100'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER nooit BEFORE INSERT ON outbox_message FOR EACH ROW EXECUTE FUNCTION nooit();
            CREATE TRIGGER nooit BEFORE INSERT ON failed_message FOR EACH ROW EXECUTE FUNCTION nooit()
            """);
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        await Publiceer(kanaal, "GIF-1");
        for (var i = 0; i < 30; i++) await Publiceer(kanaal, $"GEZOND-{i}");

        await Tot.Waar(async () => await huis.Tel("effect") == 30);
        await huis.GeefVrij("GIF-1");
        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "GIF-1"), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Another_event_under_a_used_number_is_set_aside_at_once()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        var aggregaat = Guid.CreateVersion7();
        await Publiceer(kanaal, "EERST", aggregaat);
        await Tot.Waar(async () => await huis.Tel("effect") == 1);
        await Publiceer(kanaal, "EERST", aggregaat);
        await Publiceer(kanaal, "ANDERS", aggregaat);

        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        (await huis.InDb(db => db.Set<FailedMessage>().SingleAsync())).Error.ShouldBe("AnderFeitOnderZelfdeNummer");
        (await huis.Effecten()).ShouldHaveSingleItem().Dossiernummer.ShouldBe("EERST");
    }

    [Fact]
    public async Task What_the_broker_parked_stands_among_the_failed_messages()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await huis.Start();
        var kanaal = await huis.Kanaal();
        await Tot.Waar(async () => await kanaal.ConsumerCountAsync(Diensten.Meldingen) == 1);
        var (id, inhoud) = Proefhuis.Bericht("GEPARKEERD");

        await kanaal.BasicPublishAsync("", "meldingen_parkeer", true, Proefhuis.Eigenschappen(id, inhoud), inhoud);

        await Tot.Waar(async () => await huis.Tel("failed_message") == 1);
        var mislukt = await huis.InDb(db => db.Set<FailedMessage>().SingleAsync());
        (mislukt.MessageId, mislukt.Error, mislukt.Dossiernummer).ShouldBe((id, "Geparkeerd", "GEPARKEERD"));
    }

    /// <summary>Lets an outage last. What happens meanwhile is counted afterwards.</summary>
    private static Task Verstreken(TimeSpan duur)
    {
        var klok = Stopwatch.StartNew();
        return Tot.Waar(() => Task.FromResult(klok.Elapsed > duur));
    }

    private static async Task Publiceer(IChannel kanaal, string dossiernummer, Guid? aggregaat = null)
    {
        var (id, inhoud) = Proefhuis.Bericht(dossiernummer, aggregaat: aggregaat);
        await kanaal.BasicPublishAsync("", Diensten.Meldingen, true, Proefhuis.Eigenschappen(id, inhoud), inhoud);
    }

    /// <summary>Changes the database as its administrator would, and ends the sessions that still have the old settings.</summary>
    private static async Task Verander(Proefhuis huis, string sql)
    {
        var adres = new NpgsqlConnectionStringBuilder(huis.Database) { Pooling = false };
        var naam = adres.Database!;
        // A statement about the database itself comes from another one. It still works while this one lets nobody in.
        if (sql.Contains("{0}", StringComparison.Ordinal)) adres.Database = "postgres";
        await using var bron = NpgsqlDataSource.Create(adres.ConnectionString);
        await using (var verander = bron.CreateCommand(string.Format(null, sql, naam))) await verander.ExecuteNonQueryAsync();
        await using var beeindig = bron.CreateCommand(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{naam}' AND pid <> pg_backend_pid()");
        await beeindig.ExecuteNonQueryAsync();
    }

    /// <summary>The number of transactions that were rolled back.</summary>
    private static async Task<long> Afgebroken(Proefhuis huis)
    {
        var adres = new NpgsqlConnectionStringBuilder(huis.Database) { Pooling = false };
        var naam = adres.Database;
        adres.Database = "postgres";
        await using var bron = NpgsqlDataSource.Create(adres.ConnectionString);
        await using var vraag = bron.CreateCommand($"SELECT xact_rollback FROM pg_stat_database WHERE datname = '{naam}'");
        return (long)(await vraag.ExecuteScalarAsync())!;
    }
}
