using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>The access log is durable, append-only and chained; what is past its retention goes, and the rest still verifies.</summary>
public sealed class InzagelogTests
{
    private static readonly CancellationToken Annulering = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_of_the_same_moment_are_all_durable_and_in_one_chain()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var een = new Boek(huis);
        await using var ander = new Boek(huis);

        var lezen = Task.WhenAll(Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? een : ander).Lees($"D-2026-{i:000000}")));
        while (!lezen.IsCompleted) await Task.WhenAll(een.Sluit(), ander.Sluit());
        await lezen;

        (await huis.InDb(db => db.Set<AccessRow>().Select(r => r.Subjects[0]).Distinct().CountAsync())).ShouldBe(400);
        await een.Sluit();
        var uitkomst = await een.Controleer();
        (uitkomst.Rows, uitkomst.Broken.Count, uitkomst.More).ShouldBe((400, 0, false));
    }

    [Fact]
    public async Task A_block_waits_for_a_row_that_is_still_being_stored_and_the_row_for_the_block()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var boek = new Boek(huis);
        await using var traag = new NpgsqlConnection(huis.Database + ";Pooling=false");
        await traag.OpenAsync(Annulering);

        // A writer that has its number, and has not committed yet.
        var schrijver = await traag.BeginTransactionAsync(Annulering);
        await Voer($"SELECT pg_advisory_xact_lock_shared({AccessLog.AccessLog.Lock})");
        await Voer("INSERT INTO access_row (who, role, operation, subjects, status) VALUES ('traag', 'consulent', 'GET', '{}', 200)");
        await boek.Lees("D-2026-000002");
        var sluiten = boek.Sluit();
        await Wacht(sluiten);
        await schrijver.CommitAsync(Annulering);
        await sluiten;
        (await boek.Controleer()).ShouldSatisfyAllConditions(u => u.Rows.ShouldBe(2), u => u.Broken.ShouldBeEmpty());

        // A closer at work.
        var sluiter = await traag.BeginTransactionAsync(Annulering);
        await Voer($"SELECT pg_advisory_xact_lock({AccessLog.AccessLog.Lock})");
        var lezen = boek.Lees("D-2026-000003");
        await Wacht(lezen);
        await sluiter.CommitAsync(Annulering);
        await lezen;

        async Task Voer(string sql)
        {
            await using var opdracht = new NpgsqlCommand(sql, traag);
            await opdracht.ExecuteNonQueryAsync(Annulering);
        }

        async Task Wacht(Task werk)
        {
            await Tot.Waar(async () => werk.IsCompleted || await huis.Tel(
                "pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'") == 1);
            werk.IsCompleted.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_row_is_in_a_block_within_ten_seconds()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        // A round begins this long after the end of the last one, and takes a moment itself.
        host.Services.GetRequiredService<AccessLogOptions>().Blokduur.ShouldBe(TimeSpan.FromSeconds(5));
        await host.Services.GetRequiredService<IInzagelog>().Schrijf(Regel("D-2026-000001"));

        await Tot.Waar(async () => await huis.Tel("access_block") == 1);
    }

    [Theory]
    [InlineData("UPDATE access_row SET who = 'een ander' WHERE nr = 2")]
    [InlineData("DELETE FROM access_row WHERE nr = 2")]
    [InlineData("TRUNCATE access_row")]
    [InlineData("UPDATE access_block SET rows = 2")]
    [InlineData("DELETE FROM access_block")]
    [InlineData("TRUNCATE access_block")]
    public async Task The_database_refuses_to_change_or_remove_what_was_recorded(string opdracht)
    {
        await using var huis = await Gevuld();
        (await Should.ThrowAsync<PostgresException>(() => huis.Voer(opdracht)))
            .Message.ShouldContain("alleen aangevuld");
        (await huis.Tel("access_row"), await huis.Tel("access_block")).ShouldBe((9, 3));
    }

    [Theory]
    [InlineData("UPDATE access_row SET who = 'een ander' WHERE nr = 5", 2)]
    [InlineData("UPDATE access_row SET at = at - interval '1 day' WHERE nr = 9", 3)]
    [InlineData("DELETE FROM access_row WHERE nr = 5", 2)]
    [InlineData("UPDATE access_row SET trace_id = NULL, client = '' WHERE nr = 1", 1)]
    [InlineData("DELETE FROM access_block WHERE nr = 2", 2)]
    [InlineData("UPDATE access_block SET hash = sha256('a') WHERE nr = 3", 3)]
    [InlineData("UPDATE access_block SET seal = sha256('a') WHERE nr = 1", 1)]
    public async Task Whoever_changes_it_all_the_same_breaks_the_block_that_the_check_names(string opdracht, long blok)
    {
        await using var huis = await Gevuld();
        await using var boek = new Boek(huis);
        (await boek.Controleer()).Broken.ShouldBeEmpty();

        await huis.Voer($"ALTER TABLE access_row DISABLE TRIGGER ALL; ALTER TABLE access_block DISABLE TRIGGER ALL; {opdracht}");

        (await boek.Controleer()).Broken.ShouldContain(blok);
    }

    [Fact]
    public async Task A_chain_that_is_computed_anew_lacks_the_seal()
    {
        await using var huis = await Gevuld();
        await using var vervalser = new Boek(huis, sleutel: Convert.ToBase64String(new byte[32]));
        await huis.Voer(
            "ALTER TABLE access_row DISABLE TRIGGER ALL; ALTER TABLE access_block DISABLE TRIGGER ALL; DELETE FROM access_block; "
                + "UPDATE access_row SET who = 'een ander'");
        await vervalser.Sluit();
        (await vervalser.Controleer()).Broken.ShouldBeEmpty();

        await using var boek = new Boek(huis);
        (await boek.Controleer()).Broken.ShouldBe([1]);
    }

    [Fact]
    public async Task What_is_past_its_retention_goes_and_from_its_sealed_end_the_rest_verifies()
    {
        await using var huis = await Gevuld();
        await using var boek = new Boek(huis, bewaartermijn: TimeSpan.FromTicks(10));
        (await boek.Ruim()).ShouldBeTrue();
        await boek.Lees("D-2026-000099");
        await boek.Sluit();

        (await huis.Tel("access_row"), await huis.Tel("access_block"), await huis.Tel("access_end")).ShouldBe((1, 1, 1));
        var uitkomst = await boek.Controleer();
        (uitkomst.Broken.Count, uitkomst.End, uitkomst.UpTo, uitkomst.Rows).ShouldBe((0, 3, 4, 1));

        await Should.ThrowAsync<PostgresException>(() => huis.Voer("DELETE FROM access_end"));
        await huis.Voer("ALTER TABLE access_end DISABLE TRIGGER ALL; UPDATE access_end SET removed_at = removed_at - interval '1 year'");
        (await boek.Controleer()).Broken.ShouldBe([3]);
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_lets_no_read_pass()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        await using var boek = new Boek(huis);
        await boek.Lees("D-2026-000001");
        var naam = new NpgsqlConnectionStringBuilder(huis.Database).Database;
        await huis.Voer($"ALTER DATABASE \"{naam}\" SET default_transaction_read_only = on");
        await huis.Voer(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await Tot.Waar(async () =>
        {
            try
            {
                await boek.Lees("D-2026-000002");
                return false;
            }
            catch (InzageNietVastgelegd fout)
            {
                return fout.InnerException is PostgresException { SqlState: "25006" };
            }
        });
        (await huis.InDb(db => db.Set<AccessRow>().CountAsync(r => r.Subjects.Contains("D-2026-000002")))).ShouldBe(0);
    }

    [Theory]
    [InlineData("Inzagelog:Aan", "false")]
    [InlineData("Inzagelog:Blokduur", "00:00:09")]
    [InlineData("Inzagelog:Bewaartermijn", "00:00:00")]
    public async Task A_setting_that_would_undo_the_log_stops_the_start(string naam, string waarde)
    {
        await using var huis = await Proefhuis.NieuwAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => huis.Start(stel: builder =>
        {
            builder.Environment.EnvironmentName = Environments.Production;
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [naam] = waarde,
                ["Verbindingen:Onversleuteld"] = "127.0.0.1",
                ["Verbindingen:LuisterenOnversleuteld"] = "true",
            });
        }))).Message.ShouldContain(naam);
    }

    /// <summary>A house with nine rows in three blocks.</summary>
    private static async Task<Proefhuis> Gevuld()
    {
        var huis = await Proefhuis.NieuwAsync();
        await using var boek = new Boek(huis);
        for (var blok = 0; blok < 3; blok++)
        {
            for (var i = 0; i < 3; i++) await boek.Lees($"D-2026-00000{i}");
            await boek.Sluit();
        }
        return huis;
    }

    /// <summary>The parts of one instance. No loop runs, so the test decides when a block is closed.</summary>
    private sealed class Boek(Proefhuis huis, string? sleutel = null, TimeSpan? bewaartermijn = null) : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _bron = NpgsqlDataSource.Create(huis.Database);
        private readonly AccessLogOptions _opties = new() { Bewaartermijn = bewaartermijn ?? TimeSpan.FromDays(1) };
        private readonly Chain _keten = new(new MessagingOptions { Sleutel = sleutel ?? Sleutels.Verzegeling });
        private AccessLog.AccessLog? _log;

        public Task Lees(string dossiernummer) => (_log ??= new(_bron, _opties)).Schrijf(Regel(dossiernummer));

        public Task Sluit() => Sluiter().Close(Annulering);

        public Task<bool> Ruim() => Sluiter().Remove(Annulering);

        /// <summary>Checks the whole log, in as many calls as a slow machine needs.</summary>
        public async Task<Verify.Outcome> Controleer()
        {
            var controle = new Verify(_bron, _keten);
            var alles = await controle.Check(0, Annulering);
            while (alles.More)
            {
                var deel = await controle.Check(alles.UpTo, Annulering);
                alles = deel with
                {
                    Blocks = alles.Blocks + deel.Blocks,
                    Rows = alles.Rows + deel.Rows,
                    Broken = [.. alles.Broken.Union(deel.Broken)],
                };
            }
            return alles;
        }

        public ValueTask DisposeAsync() => _bron.DisposeAsync();

        private CloseBlocks Sluiter() => new(_bron, _keten, _opties, NullLoggerFactory.Instance, NullLogger<CloseBlocks>.Instance);
    }

    private static Inzageregel Regel(string dossiernummer) => new(
        new Actor("lezer", "consulent", "testclient"), "GET /dossiers/v1/dossiers/{dossiernummer}", [dossiernummer], 200, null);
}
