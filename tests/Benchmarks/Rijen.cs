using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Benchmarks;

/// <summary>The rows of docs/measurements.md.</summary>
internal static class Rijen
{
    private const string SchrijfScript =
        """
        \set k random(1, 9000000000000000)
        \set p random(1, 5000)
        BEGIN;
        INSERT INTO answered_request (key, requester, fingerprint, status, answer, processed_at)
          VALUES ('s' || :k, 'bench', decode(repeat('00', 32), 'hex'), 0, '', now())
          ON CONFLICT DO NOTHING;
        INSERT INTO persoon (id, bsn) VALUES (gen_random_uuid(), 'p' || :p)
          ON CONFLICT (bsn) DO UPDATE SET bsn = excluded.bsn RETURNING id, nextval('dossier_volgnummer');
        INSERT INTO melding (id, meldingnummer, persoon_id, bsn, ontvangen_op, vastgelegd_op, kanaal, wijkteam, spoed, hulpvraag, email,
            status, bevestiging_uiterlijk, due_at, persoon_bekend, aanvragen, klare_aanvragen, verslag_ondertekend, heeft_besluit, loopt,
            versie, dossiernummer)
          VALUES (gen_random_uuid(), 'M-' || :k, gen_random_uuid(), 'p' || :p, '2026-11-23', '2026-11-23', 'Telefoon', 'wijkteam-centrum',
            false, repeat('x', 150), 'inwoner@example.org',
            'Ontvangen', '2026-11-30', now(), false, '{}', '{}', false, false, true, 1, 'D-' || :k)
          RETURNING xmin;
        INSERT INTO dossierplaats (persoon_id, volgorde, dossiernummer) VALUES (gen_random_uuid(), 1, 'D-' || :k);
        INSERT INTO outbox_message (message_id, order_key, exchange, body, attempt, failures)
          VALUES (gen_random_uuid(), 'D-' || :k, 'MeldingGedaan', decode(repeat('ab', 900), 'hex'), 0, 0)
          RETURNING number;
        UPDATE answered_request SET status = 201, answer = repeat('z', 250), location = 'x'
          WHERE key = 's' || :k AND requester = 'bench';
        COMMIT;
        """;

    private const string InboxScript =
        """
        \set k random(1, 9000000000000000)
        BEGIN;
        INSERT INTO processed_message (message_id, aggregate_id, version, fingerprint)
          VALUES (gen_random_uuid(), gen_random_uuid(), 1, '') ON CONFLICT DO NOTHING;
        SELECT EXISTS (SELECT 1 FROM onderzoek WHERE meldingnummer = 'M-' || :k);
        INSERT INTO onderzoek (id, melding_id, meldingnummer, persoon_id, bsn, wijkteam, spoed, hulpvraag, ontvangen_op, uiterlijk,
            brpsignalen, status, persoonversie, geen_berichtenverkeer, opmerkingen, vroege_vragen, versie, dossiernummer)
          VALUES (gen_random_uuid(), gen_random_uuid(), 'M-' || :k, gen_random_uuid(), 'p', 'wijkteam-centrum', false, repeat('x', 80),
            '2026-11-23', '2027-01-04', '{}', 'Open', 0, false, '[]', '[]', 1, 'D-' || :k)
          RETURNING xmin;
        INSERT INTO outbox_message (message_id, order_key, exchange, body, attempt, failures)
          VALUES (gen_random_uuid(), 'D-' || :k, 'OnderzoekGeopend', decode(repeat('ab', 400), 'hex'), 0, 0)
          RETURNING number;
        COMMIT;
        """;

    // The work of the relay on a bundle: read it, and remove it when it has been confirmed.
    private const int Bundel = 200;
    private const string ClaimScript =
        """
        SELECT number, message_id, order_key, exchange, body, traceparent, attempt, failures FROM outbox_message u
          WHERE (not_before IS NULL OR not_before <= now())
            AND NOT EXISTS (SELECT FROM outbox_message e
                            WHERE e.failures > 0 AND e.order_key = u.order_key AND e.number < u.number)
          ORDER BY number LIMIT 200;
        SELECT min(number) AS van, max(number) AS tot FROM (SELECT number FROM outbox_message ORDER BY number LIMIT 200) bundel \gset
        DELETE FROM outbox_message WHERE number BETWEEN :van AND :tot;
        """;

    /// <summary>POST melding accepted (token, validation, row, outbox), 16 clients, relay paused, no consumers.</summary>
    public static async Task PostMelding(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        var meldingen = await o.Start("Meldingen", ("Messaging__RelayAan", "false"), ("Messaging__OntvangstAan", "false"));
        var lua = o.PostLua();
        await bank.Vergelijk(
            "POST melding accepted, 16 clients", "pgbench, same statements", "per s", 0.35, 0.45,
            async () => (await Bank.Wrk(meldingen.Adres.ToString(), lua, 16)).PerSeconde,
            () => Bank.Pgbench(o.Meldingen, SchrijfScript, 16), opwarmen: 6);
    }

    /// <summary>Events consumed with inbox and effect, by an Onderzoek that starts on a full queue.</summary>
    public static async Task Inbox(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        // Its first start makes the tables and the topology.
        var onderzoek = await o.Start("Onderzoek", ("Messaging__OntvangstAan", "false"));
        await Tot.Waar(() => WachtrijIsEr(o, Diensten.Onderzoek));
        await onderzoek.StopAsync();
        var nummer = 0;
        await bank.Vergelijk(
            "events consumed with inbox and effect", "pgbench, one-transaction inbox", "per s", 0.40, 0.60,
            async () =>
            {
                const int aantal = 15_000;
                await using var kanaal = await Kanaal(o);
                await kanaal.QueuePurgeAsync(Diensten.Onderzoek);
                await Publiceer(
                    kanaal, "", Diensten.Onderzoek,
                    Enumerable.Range(0, aantal).Select(_ => Opstelling.MeldingGedaan(Interlocked.Increment(ref nummer))));
                var begin = await Bank.Vraag<long>(o.Onderzoek, "SELECT count(*) FROM processed_message");
                await onderzoek.HerstartAsync([new("Messaging__OntvangstAan", "true"), new("Messaging__RelayAan", "false")]);
                return await Tempo(
                    () => Bank.Vraag<long>(o.Onderzoek, "SELECT count(*) FROM processed_message"),
                    begin + (aantal / 5), begin + aantal, () => onderzoek.StopAsync());
            },
            () => Bank.Pgbench(o.Onderzoek, InboxScript, 16), rondes: 3);
    }

    // The relay removes rows in their order. To count them all each time would be work that the floor does not have.
    private const string Resterend =
        """
        SELECT coalesce((SELECT number FROM outbox_message ORDER BY number DESC LIMIT 1)
                      - (SELECT number FROM outbox_message ORDER BY number LIMIT 1) + 1, 0)
        """;

    /// <summary>Outbox rows relayed, against a confirmed publish of the same bytes to the same exchange with a window of 100.</summary>
    public static async Task Relay(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        var meldingen = await o.Start("Meldingen", ("Messaging__OntvangstAan", "false"));
        await Tot.Waar(() => WachtrijIsEr(o, Diensten.Onderzoek));
        await meldingen.StopAsync();
        await bank.Vergelijk(
            "outbox rows relayed", "raw confirmed publish, window 100", "per s", 0.90, 1.10,
            async () =>
            {
                const int aantal = 40_000;
                await VulOutbox(o.Meldingen, aantal);
                await meldingen.HerstartAsync([new("Messaging__OntvangstAan", "false")]);
                var tempo = await Tempo(
                    async () => aantal - await Bank.Vraag<long>(o.Meldingen, Resterend), aantal / 5, aantal, () => meldingen.StopAsync());
                await Leeg(o);
                return tempo;
            },
            () => RuwPubliceren(o), rondes: 3);
    }

    /// <summary>Lets the server fill a column that is newer than the statements of the floor.</summary>
    private const string VulZelfAan =
        """
        DO $$
        DECLARE k record;
        BEGIN
          FOR k IN SELECT table_name AS tabel, column_name AS kolom,
                     CASE data_type WHEN 'integer' THEN '0' WHEN 'boolean' THEN 'false' ELSE quote_literal('{}') END AS waarde
                   FROM information_schema.columns
                   WHERE table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL
                     AND data_type IN ('integer', 'boolean', 'ARRAY') AND is_identity = 'NO'
          LOOP
            EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT %s', k.tabel, k.kolom, k.waarde);
          END LOOP;
        END $$
        """;

    /// <summary>
    /// From the POST of a melding to the committed onderzoek, with everything running. Also the latency at half that rate, and idle.
    /// </summary>
    public static async Task MeldingTotOnderzoek(Bank bank)
    {
        await using (var sql = NpgsqlDataSource.Create(bank.Servers.Postgres))
        await using (var opdracht = sql.CreateCommand("ALTER SYSTEM SET track_commit_timestamp = on"))
            await opdracht.ExecuteNonQueryAsync();
        await bank.Servers.StopPostgresAsync();
        await bank.Servers.StartPostgresAsync();
        await using var o = await Opstelling.NieuwAsync(bank);
        // The floors of the parts, before anything of ours runs.
        var meldingen = await o.Start("Meldingen", ("Messaging__OntvangstAan", "false"));
        var onderzoek = await o.Start("Onderzoek", ("Messaging__OntvangstAan", "false"));
        await Tot.Waar(() => WachtrijIsEr(o, Diensten.Onderzoek));
        await meldingen.StopAsync();
        await onderzoek.StopAsync();
        await VulOutbox(o.Meldingen, 100 * Bundel);
        foreach (var database in (string[])[o.Meldingen, o.Onderzoek]) await Bank.Vraag<object>(database, VulZelfAan);
        double[] vloeren =
        [
            Bundel * await Bank.Pgbench(o.Meldingen, ClaimScript, keren: 100),
            await Bank.Pgbench(o.Meldingen, SchrijfScript, 16),
            await RuwPubliceren(o),
            await Bank.Pgbench(o.Onderzoek, InboxScript, 16),
        ];
        await Bank.Vraag<object>(o.Meldingen, "TRUNCATE outbox_message, answered_request, melding, persoon");
        await Bank.Vraag<object>(o.Onderzoek, "TRUNCATE outbox_message, processed_message, onderzoek CASCADE");
        await meldingen.HerstartAsync([new("Messaging__OntvangstAan", "true")]);
        await onderzoek.HerstartAsync([new("Messaging__OntvangstAan", "true")]);
        var lua = o.PostLua();

        await using var kestrel = WebApplication.CreateSlimBuilder().Stil().Build();
        kestrel.Urls.Add($"http://127.0.0.1:{VrijePoort.Neem()}");
        kestrel.MapGet("/", () => "ok");
        await kestrel.StartAsync();
        var kaal = new List<double>();
        var kosten = new List<double[]>();

        var (rij, _) = await bank.Vergelijk(
            "melding POST to onderzoek committed", "composed of Kestrel, write, relay claim, publish, inbox", "per s", 0.18, 0.25,
            async () =>
            {
                // The time runs from the first POST until the last melding is an onderzoek. Meldingen that arrive faster than they are
                // handled only wait longer.
                var begin = await Bank.Vraag<long>(o.Onderzoek, "SELECT count(*) FROM onderzoek");
                var voor = Verbruik();
                var klok = Stopwatch.StartNew();
                await Bank.Wrk(meldingen.Adres.ToString(), lua, 16, 8);
                var gemeld = await Bank.Vraag<long>(o.Meldingen, "SELECT count(*) FROM melding");
                await Tot.Waar(
                    async () => await Bank.Vraag<long>(o.Onderzoek, "SELECT count(*) FROM onderzoek") >= gemeld,
                    TimeSpan.FromMinutes(3));
                var tempo = (gemeld - begin) / klok.Elapsed.TotalSeconds;
                kosten.Add([.. Verbruik().Zip(voor, (na, eerder) => (na - eerder).TotalMilliseconds / (gemeld - begin))]);
                await Tot.Waar(
                    async () => await Bank.Vraag<long>(o.Meldingen, "SELECT count(*) FROM outbox_message") == 0,
                    TimeSpan.FromMinutes(3));
                return tempo;
            },
            async () =>
            {
                kaal.Add((await Bank.Wrk(kestrel.Urls.First(), "", 16, 3)).PerSeconde);
                double[] delen = [Bank.Mediaan(kaal), .. vloeren];
                return 1 / delen.Sum(d => 1 / d);
            }, rondes: 3, opwarmen: 10);

        string[] wie = ["Meldingen", "Onderzoek", "PostgreSQL", "RabbitMQ"];
        bank.Regel($"| its processor time per melding | {Kosten(kosten)} | | | 6 ms | 5 ms | |");
        await OnderDruk("at 100 per s", 100);
        await OnderDruk($"at half that rate ({rij / 2:N0} per s)", rij / 2);
        var idle = await Latentie(o, meldingen, 5, TimeSpan.FromSeconds(15));
        bank.Regel($"| its latency idle (5 per s) | p50 {idle.P50:N1} ms | | | 10 ms | 8.5 ms "
            + $"| {(idle.P50 <= 8.5 ? "streef" : idle.P50 <= 10 ? "minstens" : "niet gehaald")} |");
        double[] rustig =
        [
            await Bank.PgbenchRustig(o.Meldingen, SchrijfScript, 5),
            await RuweWeg(o),
            await Bank.PgbenchRustig(o.Onderzoek, InboxScript, 5),
        ];
        bank.Regel($"| of which until the melding is committed | p50 {idle.Vastgelegd:N1} ms "
            + $"| pgbench write, idle too: {rustig[0]:N1} ms | | | | |");
        bank.Regel($"| and from there until a raw consumer has the event | p50 {idle.Aangekomen - idle.Vastgelegd:N1} ms "
            + $"| raw publish through three such queues: {rustig[1]:N1} ms | | | | |");
        bank.Regel($"| and from there until the onderzoek is committed | p50 {idle.P50 - idle.Aangekomen:N1} ms "
            + $"| pgbench inbox: {rustig[2]:N1} ms | | | | |");

        async Task OnderDruk(string wanneer, double perSeconde)
        {
            const int seconden = 15;
            var (p99, kosten) = (new List<double>(), new List<double[]>());
            for (var ronde = 0; ronde < 3; ronde++)
            {
                var voor = Verbruik();
                p99.Add((await Latentie(o, meldingen, perSeconde, TimeSpan.FromSeconds(seconden))).P99);
                kosten.Add([.. Verbruik().Zip(voor, (na, eerder) => (na - eerder).TotalMilliseconds / (perSeconde * seconden))]);
            }
            var midden = Bank.Mediaan(p99);
            var oordeel = midden <= 40 ? "streef" : midden <= 80 ? "minstens" : "niet gehaald";
            bank.Regel($"| its latency {wanneer} | p99 {midden:N1} ms ({p99.Min():N1}–{p99.Max():N1}), "
                + $"{Kosten(kosten)} of processor time per melding | | | 80 ms | 40 ms | {oordeel} |");
        }

        string Kosten(List<double[]> kosten)
        {
            var verdeling = wie.Select((naam, i) => $"{naam} {Bank.Mediaan(kosten.Select(k => k[i])):0.0}");
            return $"{Bank.Mediaan(kosten.Select(k => k.Sum())):0.0} ms ({string.Join(", ", verdeling)})";
        }

        TimeSpan[] Verbruik()
        {
            var servers = bank.Servers.Processortijd();
            return [Proces(meldingen), Proces(onderzoek), servers.Postgres, servers.RabbitMq];
        }

        static TimeSpan Proces(ServiceProces dienst)
        {
            using var proces = Process.GetProcessById(dienst.Pid);
            return proces.TotalProcessorTime;
        }
    }

    /// <summary>One event more in a dossier of 2,000, against one more in a dossier of 20, from the broker until it is shown.</summary>
    public static async Task Journaal(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        await using var database = await TestDatabase.NieuwAsync("dossiers", bank.Servers);
        await o.Start("Dossiers", ("ConnectionStrings__dossiers", database.ConnectionString));
        await using var kanaal = await Kanaal(o);
        var groot = new Dossierstroom("D-2026-000001");
        var klein = 2;
        await Verwerk(groot, 2000);
        await bank.Vergelijk("events shown one by one in a dossier of 2,000", "in dossiers of 20", "per s", 1 / 1.2, 1,
            () => EenVoorEen(groot, 40),
            async () =>
            {
                var stroom = new Dossierstroom($"D-2026-{klein++:000000}");
                await Verwerk(stroom, 10);
                return await EenVoorEen(stroom, 20);
            }, opwarmen: 3);

        async Task Verwerk(Dossierstroom stroom, int aantal)
        {
            await Publiceer(kanaal, "", Diensten.Dossiers, Enumerable.Range(0, aantal).Select(_ => stroom.Volgende()));
            await Getoond(stroom);
        }

        async Task<double> EenVoorEen(Dossierstroom stroom, int aantal)
        {
            var duren = new List<double>();
            for (var i = 0; i < aantal; i++)
            {
                var klok = Stopwatch.StartNew();
                await Publiceer(kanaal, "", Diensten.Dossiers, [stroom.Volgende()]);
                await Getoond(stroom);
                duren.Add(klok.Elapsed.TotalSeconds);
            }
            return 1 / Bank.Mediaan(duren);
        }

        async Task Getoond(Dossierstroom stroom)
        {
            var vraag = $"SELECT count(*) FROM tijdlijnregel WHERE dossiernummer = '{stroom.Dossiernummer}'";
            while (await Bank.Vraag<long>(database.ConnectionString, vraag) < stroom.Aantal) await Task.Delay(1);
        }
    }

    /// <summary>The events of a long onderzoek: gesprekken that are planned and held.</summary>
    private sealed class Dossierstroom(string dossiernummer)
    {
        private static readonly EventJson Json = new(Sleutels.Kluis(Diensten.Onderzoek));
        private static readonly Messaging.Origin.Signatures Ondertekenaar = Sleutels.Ondertekenaar(Diensten.Onderzoek);

        private readonly Guid _aggregaat = Guid.CreateVersion7();

        public string Dossiernummer { get; } = dossiernummer;

        public int Aantal { get; private set; }

        public OutboxMessage Volgende()
        {
            var gesprek = Guid.CreateVersion7();
            Gebeurtenis gebeurtenis = ++Aantal % 2 == 1
                ? new GesprekGepland(gesprek, DateTimeOffset.UtcNow.AddDays(7), Gespreksplaats.Thuis)
                : new GesprekGevoerd(gesprek, new(2026, 11, 23), false);
            return Envelope.Wrap(
                gebeurtenis with { Dossiernummer = Dossiernummer, AggregaatId = _aggregaat, Versie = Aantal, Op = DateTimeOffset.UtcNow },
                Json, Ondertekenaar);
        }
    }

    /// <summary>Reading a dossier of forty events, against the same without the access log.</summary>
    public static async Task Inzage(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        await using var database = await TestDatabase.NieuwAsync("dossiers", bank.Servers);
        (string, string)[] stil =
        [
            ("ConnectionStrings__dossiers", database.ConnectionString), ("Messaging__RelayAan", "false"),
            ("Messaging__OntvangstAan", "false"),
        ];
        var met = await o.Start("Dossiers", stil);
        var zonder = await o.Start("Dossiers", [.. stil, ("Inzagelog__Aan", "false")]);
        await Bank.Vraag<object>(database.ConnectionString,
            """
            INSERT INTO dossier (dossiernummer, wijkteam, spoed, status, aan_zet, wat, werklijstsleutel, zaken, toonbeurt)
              VALUES ('D-2026-000001', 'wijkteam-centrum', false, 'InOnderzoek', 'Consulent', 'Onderzoek de vraag.', '9999', '[]',
                gen_random_uuid());
            INSERT INTO dossiertermijn (dossiernummer, soort, kenmerk, zaak, start, uiterlijk, grondslag, vervallen)
              SELECT 'D-2026-000001', 'termijn ' || n, '', '', '2026-05-04', '2026-06-15', 'Wmo 2015 art. 2.3.2', false
              FROM generate_series(1, 4) n;
            INSERT INTO tijdlijnregel (nr, dossiernummer, aggregaat_id, versie, op, dienst, gebeurtenis, wat, door)
              SELECT n, 'D-2026-000001', '0193a000-0000-7000-8000-000000000001', n, now(), 'onderzoek', 'GesprekGevoerd',
                'Het gesprek is gevoerd op 4 mei 2026.', '{"wie":"een-ondoorzichtig-kenmerk","rol":"consulent","client":"werkplek"}'
              FROM generate_series(1, 40) n;
            """);
        const string pad = "dossiers/v1/dossiers/D-2026-000001";
        List<double> metKosten = [], zonderKosten = [];
        var lua = o.GetLua();
        await bank.Vergelijk(
            "GET dossier with the access log, 16 clients", "without the log", "per s", 0.70, 0.85,
            () => Meet(met, metKosten), () => Meet(zonder, zonderKosten), opwarmen: 3);
        var (duur, kaal) = (Bank.Mediaan(metKosten), Bank.Mediaan(zonderKosten));
        bank.Regel($"| its processor time, service and PostgreSQL | {duur:0.00} ms | without: {kaal:0.00} ms | {kaal / duur:0.00} | | | |");
        var (met1, zonder1) = ((await Bank.Wrk(met.Adres + pad, lua, 1)).P50, (await Bank.Wrk(zonder.Adres + pad, lua, 1)).P50);
        bank.Regel($"| added by the access log, one client | p50 {met1:0.00} ms | without: {zonder1:0.00} ms "
            + $"| +{met1 - zonder1:0.00} ms | | | |");

        async Task<double> Meet(ServiceProces dienst, List<double> kosten)
        {
            var voor = await Processortijd(dienst, database.ConnectionString);
            var perSeconde = (await Bank.Wrk(dienst.Adres + pad, lua, 16)).PerSeconde;
            kosten.Add((await Processortijd(dienst, database.ConnectionString) - voor).TotalMilliseconds / (perSeconde * 6));
            return perSeconde;
        }
    }

    /// <summary>The processor time so far of a service and of every process of PostgreSQL that is there.</summary>
    private static async Task<TimeSpan> Processortijd(ServiceProces dienst, string database)
    {
        var postgres = await Bank.Vraag<int[]>(database, "SELECT array_agg(pid) FROM pg_stat_activity");
        return postgres.Prepend(dienst.Pid).Aggregate(TimeSpan.Zero, (som, pid) =>
        {
            using var proces = Process.GetProcessById(pid);
            return som + proces.TotalProcessorTime;
        });
    }

    /// <summary>A backlog of 50,000 events after an outage, while writes go on.</summary>
    public static async Task Achterstand(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        var meldingen = await o.Start("Meldingen", ("Messaging__OntvangstAan", "false"), ("Messaging__RelayAan", "true"));
        await Tot.Waar(() => WachtrijIsEr(o, Diensten.Onderzoek));
        await meldingen.StopAsync();
        var lua = o.PostLua();
        const int aantal = 50_000;
        await bank.Vergelijk(
            "a backlog of 50,000 events, while writes go on", "the same backlog, no writes", "per s", 0.80, 0.90,
            () => Draineer(o, meldingen, lua), () => Draineer(o, meldingen, null), rondes: 3);

        async Task<double> Draineer(Opstelling opstelling, ServiceProces proces, string? schrijvers)
        {
            await VulOutbox(opstelling.Meldingen, aantal);
            await proces.HerstartAsync([new("Messaging__OntvangstAan", "false")]);
            var schrijven = schrijvers is null ? Task.CompletedTask : Bank.Wrk(proces.Adres.ToString(), schrijvers, 1, 8);
            var laatste = await Bank.Vraag<long>(opstelling.Meldingen, "SELECT max(number) FROM outbox_message");
            const string rest =
                "SELECT count(*) FROM outbox_message WHERE exchange = 'MeldingGedaan' AND traceparent = 'achterstand'";
            var tempo = await Tempo(
                async () => aantal - await Bank.Vraag<long>(opstelling.Meldingen, rest),
                aantal / 5, aantal, () => Task.CompletedTask);
            await schrijven;
            await proces.StopAsync();
            await Leeg(opstelling);
            return tempo;
        }
    }

    /// <summary>Resident memory of one service after 1,000 requests and 60 seconds of rest.</summary>
    public static async Task Geheugen(Bank bank)
    {
        await using var o = await Opstelling.NieuwAsync(bank);
        var meldingen = await o.Start("Meldingen");
        using var http = new HttpClient();
        for (var i = 0; i < 1000; i++) await Post(http, meldingen, o.Token(), Opstelling.Bsns[i]);
        await Task.Delay(TimeSpan.FromSeconds(60));
        var regel = (await File.ReadAllLinesAsync($"/proc/{meldingen.Pid}/status"))
            .Single(r => r.StartsWith("VmRSS", StringComparison.Ordinal));
        var mb = long.Parse(regel.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024.0;
        bank.Regel($"| memory of one idle service (Meldingen) | {mb:N0} MB | | | 130 MB | 80 MB "
            + $"| {(mb <= 80 ? "streef" : mb <= 130 ? "minstens" : "niet gehaald")} |");
    }

    /// <summary>Milliseconds from the start of the POST: medians, and for the whole way the 99th percentile too.</summary>
    private sealed record Weg(double P50, double P99, double Vastgelegd, double Aangekomen);

    /// <summary>
    /// Measures from the start of the POST to the commits of melding and onderzoek, by the databases' own commit times. In between, a raw
    /// consumer notes when it has the event.
    /// </summary>
    private static async Task<Weg> Latentie(Opstelling o, ServiceProces meldingen, double perSeconde, TimeSpan duur)
    {
        using var http = new HttpClient();
        var token = o.Token();
        await using var kanaal = await Kanaal(o);
        var aangekomen = await Luister(kanaal);
        var klok = Stopwatch.StartNew();
        var onderweg = new List<Task<(string Dossiernummer, DateTime Begin)>>();
        for (var i = 0; klok.Elapsed < duur; i++)
        {
            var beurt = TimeSpan.FromSeconds(i / perSeconde);
            // One wake-up per POST: a load generator that keeps looking at the clock takes a tenth of a core from what it measures.
            if (beurt > klok.Elapsed) await Task.Delay((int)Math.Ceiling((beurt - klok.Elapsed).TotalMilliseconds));
            onderweg.Add(Een(i));
        }
        var gestart = (await Task.WhenAll(onderweg)).ToDictionary(p => p.Dossiernummer, p => p.Begin);
        await Tot.Waar(
            async () => await Bank.Vraag<long>(o.Onderzoek, "SELECT count(*) FROM onderzoek")
                == await Bank.Vraag<long>(o.Meldingen, "SELECT count(*) FROM melding"),
            TimeSpan.FromMinutes(2));
        await Tot.Waar(() => gestart.Keys.All(aangekomen.ContainsKey));

        var duren = await Vastgelegd(
            o.Onderzoek, "SELECT dossiernummer, pg_xact_commit_timestamp(xmin) FROM onderzoek WHERE dossiernummer = ANY($1)", gestart);
        var gemeld = await Vastgelegd(
            o.Meldingen,
            """
            SELECT m.dossiernummer, pg_xact_commit_timestamp(v.xmin)
            FROM melding m JOIN answered_request v ON v.location = '/meldingen/v1/meldingen/' || m.meldingnummer
            WHERE m.dossiernummer = ANY($1)
            """, gestart);
        return new(
            duren[duren.Length / 2], duren[(int)(duren.Length * 0.99)], Bank.Mediaan(gemeld),
            Bank.Mediaan(gestart.Select(g => (aangekomen[g.Key] - g.Value).TotalMilliseconds)));

        async Task<(string, DateTime)> Een(int i)
        {
            var begin = DateTime.UtcNow;
            return ((await Post(http, meldingen, token, Opstelling.Bsns[i % Opstelling.Bsns.Count])).Dossiernummer, begin);
        }
    }

    /// <summary>The milliseconds from the start of each POST to its commit, shortest first.</summary>
    private static async Task<double[]> Vastgelegd(string database, string sql, Dictionary<string, DateTime> gestart)
    {
        var duren = new List<double>();
        await using var bron = NpgsqlDataSource.Create(database);
        await using var vraag = bron.CreateCommand(sql);
        vraag.Parameters.Add(new() { Value = gestart.Keys.ToArray() });
        await using var lezer = await vraag.ExecuteReaderAsync();
        while (await lezer.ReadAsync())
            duren.Add((lezer.GetDateTime(1).ToUniversalTime() - gestart[lezer.GetString(0)]).TotalMilliseconds);
        return [.. duren.Order()];
    }

    /// <summary>Notes when the event of each melding reaches a consumer that does nothing else.</summary>
    private static async Task<ConcurrentDictionary<string, DateTime>> Luister(IChannel kanaal)
    {
        var aangekomen = new ConcurrentDictionary<string, DateTime>();
        var wachtrij = (await kanaal.QueueDeclareAsync("", exclusive: true, autoDelete: true)).QueueName;
        await kanaal.QueueBindAsync(wachtrij, "MeldingGedaan", "");
        var ontvanger = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(kanaal);
        ontvanger.ReceivedAsync += (_, bericht) =>
        {
            var nu = DateTime.UtcNow;
            using var json = JsonDocument.Parse(bericht.Body);
            aangekomen.TryAdd(json.RootElement.GetProperty("message").GetProperty("dossiernummer").GetString()!, nu);
            return Task.CompletedTask;
        };
        await kanaal.BasicConsumeAsync(wachtrij, autoAck: true, ontvanger);
        return aangekomen;
    }

    internal static async Task<(string Dossiernummer, string Meldingnummer)> Post(
        HttpClient http, ServiceProces meldingen, string token, string bsn)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri(meldingen.Adres, "/meldingen/v1/meldingen"))
        {
            Content = new StringContent(
                $$"""{"kanaal":"telefoon","bsn":"{{bsn}}","hulpvraag":"Ik heb hulp nodig bij het huishouden."}""",
                Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = (await http.SendAsync(verzoek)).EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        return (json.RootElement.GetProperty("dossiernummer").GetString()!, json.RootElement.GetProperty("meldingnummer").GetString()!);
    }

    /// <summary>Items per second between two marks. The start-up before the first mark does not count.</summary>
    internal static async Task<double> Tempo(Func<Task<long>> gedaan, long van, long tot, Func<Task> na)
    {
        long eerste, laatste;
        while ((eerste = await gedaan()) < van) await Task.Delay(100);
        var klok = Stopwatch.StartNew();
        while ((laatste = await gedaan()) < tot && klok.Elapsed < TimeSpan.FromMinutes(3)) await Task.Delay(250);
        var tempo = (laatste - eerste) / klok.Elapsed.TotalSeconds;
        await na();
        return tempo;
    }

    private static async Task VulOutbox(string database, int aantal)
    {
        await using var bron = NpgsqlDataSource.Create(database);
        await using var db = await bron.OpenConnectionAsync();
        await using (var leeg = new NpgsqlCommand("TRUNCATE outbox_message", db)) await leeg.ExecuteNonQueryAsync();
        const string kopieer =
            """
            COPY outbox_message (message_id, order_key, exchange, body, traceparent, attempt, failures)
            FROM STDIN (FORMAT binary)
            """;
        await using (var invoer = await db.BeginBinaryImportAsync(kopieer))
        {
            for (var i = 0; i < aantal; i++)
            {
                var b = Opstelling.MeldingGedaan(i);
                await invoer.StartRowAsync();
                await invoer.WriteAsync(b.MessageId, NpgsqlDbType.Uuid);
                await invoer.WriteAsync(b.OrderKey!, NpgsqlDbType.Text);
                await invoer.WriteAsync(b.Exchange, NpgsqlDbType.Text);
                await invoer.WriteAsync(b.Body, NpgsqlDbType.Bytea);
                await invoer.WriteAsync("achterstand", NpgsqlDbType.Text);
                await invoer.WriteAsync(0, NpgsqlDbType.Integer);
                await invoer.WriteAsync(0, NpgsqlDbType.Integer);
            }
            await invoer.CompleteAsync();
        }
        await using var analyse = new NpgsqlCommand("ANALYZE outbox_message", db);
        await analyse.ExecuteNonQueryAsync();
    }

    internal static async Task<IChannel> Kanaal(Opstelling o)
    {
        var verbinding = await new ConnectionFactory { Uri = new Uri(o.Broker) }.CreateConnectionAsync();
        return await verbinding.CreateChannelAsync(new CreateChannelOptions(true, true, new ThrottlingRateLimiter(1000)));
    }

    private static BasicProperties Eigenschappen(OutboxMessage b) => new()
    {
        MessageId = b.MessageId.ToString(),
        ContentType = Envelope.ContentType,
        Persistent = true,
        Headers = new Dictionary<string, object?> { [WmoHeaders.Signature] = b.Signature },
    };

    internal static async Task Publiceer(IChannel kanaal, string exchange, string wachtrij, IEnumerable<OutboxMessage> berichten)
    {
        foreach (var venster in berichten.Chunk(200))
            await Task.WhenAll(venster.Select(b => kanaal.BasicPublishAsync(exchange, wachtrij, true, Eigenschappen(b), b.Body).AsTask()));
    }

    /// <summary>Confirmed publish by the raw client, a window of 100: the floor of the relay.</summary>
    private static async Task<double> RuwPubliceren(Opstelling o)
    {
        await using var kanaal = await Kanaal(o);
        var bericht = Opstelling.MeldingGedaan(1);
        var klok = Stopwatch.StartNew();
        var aantal = 0;
        while (klok.Elapsed < TimeSpan.FromSeconds(5))
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(
                _ => kanaal.BasicPublishAsync(bericht.Exchange, "", true, Eigenschappen(bericht), bericht.Body).AsTask()));
            aantal += 100;
        }
        var tempo = aantal / klok.Elapsed.TotalSeconds;
        await Leeg(o);
        return tempo;
    }

    /// <summary>
    /// The median milliseconds from publish to delivery, through an exchange with three quorum queues: one message at a time, 5 per second.
    /// </summary>
    private static async Task<double> RuweWeg(Opstelling o)
    {
        await using var kanaal = await Kanaal(o);
        await kanaal.ExchangeDeclareAsync("ruw", ExchangeType.Fanout, durable: true);
        for (var i = 0; i < 3; i++)
        {
            await kanaal.QueueDeclareAsync(
                $"ruw-{i}", durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await kanaal.QueueBindAsync($"ruw-{i}", "ruw", "");
        }
        var duren = new List<double>();
        var aangekomen = new TaskCompletionSource();
        var ontvanger = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(kanaal);
        ontvanger.ReceivedAsync += (_, _) => { aangekomen.TrySetResult(); return Task.CompletedTask; };
        await kanaal.BasicConsumeAsync("ruw-0", autoAck: true, ontvanger);
        var bericht = Opstelling.MeldingGedaan(1);
        for (var i = 0; i < 50; i++)
        {
            aangekomen = new();
            var klok = Stopwatch.StartNew();
            await kanaal.BasicPublishAsync("ruw", "", true, Eigenschappen(bericht), bericht.Body);
            await aangekomen.Task;
            duren.Add(klok.Elapsed.TotalMilliseconds);
            await Task.Delay(200);
        }
        return Bank.Mediaan(duren);
    }

    private static async Task Leeg(Opstelling o)
    {
        await using var kanaal = await Kanaal(o);
        foreach (var wachtrij in Gebeurtenissen.Abonnementen.Keys) await kanaal.QueuePurgeAsync(wachtrij);
    }

    private static async Task<bool> WachtrijIsEr(Opstelling o, string wachtrij)
    {
        await using var kanaal = await Kanaal(o);
        try
        {
            await kanaal.QueueDeclarePassiveAsync(wachtrij);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    internal static WebApplicationBuilder Stil(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        return builder;
    }
}
