using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;

namespace WmoPlatform.Messaging.Uitgaand;

/// <summary>
/// Delivers the outbox to the broker. One relay per database works at a time (an advisory lock); the others stand by.
/// A row is deleted only after the broker has confirmed it: a crash in between delivers twice, and the inbox notices.
/// </summary>
internal sealed class Relay(NpgsqlDataSource bron, IConnectionFactory broker, MessagingOpties opties, Wekker wekker, Meting meting, RelayHaken haken, ILogger<Relay> log)
    : BackgroundService
{
    // "wmo-relay" in a 64-bit number: the same key in every service's own database.
    private const long Slot = 0x776D6F2D72656C61;

    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

    /// <summary>How often, in milliseconds, the parking queue is counted.</summary>
    private const long Tellen = 10_000;

    private static readonly TimeSpan[] Uitstel = [.. new[] { 1, 2, 5, 15, 60 }.Select(s => TimeSpan.FromSeconds(s))];

    /// <summary>Whether this relay has the lock and a broker, for the readiness check and the tests.</summary>
    public bool Actief { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The relay is no part of any request: what it does must not hang under the span that happened to start it.
        Activity.Current = null;
        while (opties.RelayAan && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BezorgZolangHetGaat(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("De relay wacht: {Fout}.", e.GetType().Name);
                await Task.Delay(opties.Peiling, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task BezorgZolangHetGaat(CancellationToken annulering)
    {
        await using var db = await bron.OpenConnectionAsync(annulering);
        while (!await KrijgSlot(db, annulering)) await Task.Delay(opties.Peiling, annulering);
        try
        {
            await WachtNietOpDeSchijf(db, annulering);
            await BezorgMetSlot(db, annulering);
        }
        finally
        {
            // Whoever takes over counts from here on.
            (Actief, meting.Geparkeerd) = (false, 0);
            await GeefSlotTerug(db);
        }
    }

    private async Task BezorgMetSlot(NpgsqlConnection db, CancellationToken annulering)
    {
        await using var verbinding = await broker.CreateConnectionAsync(annulering);
        // The bundle itself is the window: the client's own limiter, which slows down from half its permits on, must stay out of the way.
        await using var kanaal = await verbinding.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, new ThrottlingRateLimiter(opties.Bundel * 4)), annulering);
        await Topologie.DeclareerAsync(kanaal, opties.Bezorglimiet, annulering);
        Actief = true;

        var volgendeTelling = 0L;
        while (!annulering.IsCancellationRequested)
        {
            if (Environment.TickCount64 >= volgendeTelling)
            {
                meting.Geparkeerd = (await kanaal.QueueDeclarePassiveAsync(Topologie.Parkeerwachtrij(meting.Naamdienst), annulering)).MessageCount;
                volgendeTelling = Environment.TickCount64 + Tellen;
            }
            var rijen = await Lees(db, annulering);
            if (rijen.Count > 0) await Bezorg(rijen, kanaal, db, annulering);
            if (rijen.Count < opties.Bundel) await wekker.Wacht(opties.Peiling, annulering);
            if (!kanaal.IsOpen) throw new InvalidOperationException("Het kanaal naar de broker is dicht.");
        }
    }

    private static async Task<bool> KrijgSlot(NpgsqlConnection db, CancellationToken annulering)
    {
        await using var opdracht = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", db) { Parameters = { new() { Value = Slot } } };
        return (bool)(await opdracht.ExecuteScalarAsync(annulering))!;
    }

    /// <summary>What is removed here is confirmed already: should a crash of the server bring rows back, they are delivered twice, and the inbox notices.</summary>
    private static async Task WachtNietOpDeSchijf(NpgsqlConnection db, CancellationToken annulering)
    {
        await using var opdracht = new NpgsqlCommand("SET synchronous_commit TO off", db);
        await opdracht.ExecuteNonQueryAsync(annulering);
    }

    /// <summary>The connection goes back to a pool, where the lock would live on and keep everyone out.</summary>
    private static async Task GeefSlotTerug(NpgsqlConnection db)
    {
        if (db.State != System.Data.ConnectionState.Open) return;
        await using var opdracht = new NpgsqlBatch(db)
        {
            BatchCommands = { new("SELECT pg_advisory_unlock($1)") { Parameters = { new() { Value = Slot } } }, new("RESET synchronous_commit") },
        };
        await opdracht.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<List<Rij>> Lees(NpgsqlConnection db, CancellationToken annulering)
    {
        await using var opdracht = new NpgsqlCommand(
            """
            SELECT nr, bericht_id, volgordesleutel, exchange, wachtrij, inhoud, traceparent, poging, mislukkingen
            FROM uitgaand_bericht u
            WHERE (niet_voor IS NULL OR niet_voor <= now())
              AND NOT EXISTS (SELECT FROM uitgaand_bericht e
                              WHERE e.mislukkingen > 0 AND e.volgordesleutel = u.volgordesleutel AND e.nr < u.nr)
            ORDER BY nr LIMIT $1
            """, db)
        { Parameters = { new() { Value = opties.Bundel } } };
        var rijen = new List<Rij>(opties.Bundel);
        await using var lezer = await opdracht.ExecuteReaderAsync(annulering);
        while (await lezer.ReadAsync(annulering))
            rijen.Add(new Rij(lezer.GetInt64(0), lezer.GetGuid(1), lezer.IsDBNull(2) ? null : lezer.GetString(2), lezer.GetString(3), lezer.GetString(4),
                lezer.GetFieldValue<byte[]>(5), lezer.IsDBNull(6) ? null : lezer.GetString(6), lezer.GetInt32(7), lezer.GetInt32(8)));
        return rijen;
    }

    private async Task Bezorg(List<Rij> rijen, IChannel kanaal, NpgsqlConnection db, CancellationToken annulering)
    {
        var bevestigd = new List<long>(rijen.Count);
        var mislukt = new List<Rij>();
        // A quorum queue that is just coming back may forget to confirm: then the connection is of no use, and a new one publishes again.
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        geduld.CancelAfter(Geduld);
        // In waves: the first row of every key, then the second, …; so a row never overtakes one of its own dossier that fails.
        foreach (var golf in InGolven(rijen))
        {
            if (geduld.IsCancellationRequested) break;
            var gestopt = mislukt.Select(r => r.Volgordesleutel).Where(s => s is not null).ToHashSet();
            var onderweg = new List<(Rij Rij, Task Taak)>(golf.Count);
            foreach (var rij in golf)
                if (rij.Volgordesleutel is null || !gestopt.Contains(rij.Volgordesleutel))
                    onderweg.Add((rij, Publiceer(rij, kanaal, geduld.Token)));
            foreach (var (rij, taak) in onderweg)
            {
                try
                {
                    await taak;
                    bevestigd.Add(rij.Nr);
                }
                catch (OperationCanceledException) when (geduld.IsCancellationRequested)
                {
                    // Not confirmed in time: it stays a row.
                }
                catch (Exception e) when (!annulering.IsCancellationRequested)
                {
                    if (!kanaal.IsOpen) throw;
                    log.LogWarning("Bericht {BerichtId} ({Exchange}{Wachtrij}) is niet aangenomen: {Fout}.", rij.BerichtId, rij.Exchange, rij.Wachtrij, e.GetType().Name);
                    mislukt.Add(rij);
                }
            }
        }
        await haken.NaBevestiging();
        await Verwijder(bevestigd, db);
        foreach (var rij in mislukt) await StelUit(rij, db);
        meting.Bezorgd.Add(bevestigd.Count, meting.Dienst);
        if (mislukt.Count > 0) meting.Geretourneerd.Add(mislukt.Count, meting.Dienst);
        if (geduld.IsCancellationRequested && !annulering.IsCancellationRequested) throw new TimeoutException("De broker bevestigt niet.");
    }

    private static IEnumerable<List<Rij>> InGolven(List<Rij> rijen)
    {
        var gezien = new Dictionary<string, int>(rijen.Count);
        var golven = new List<List<Rij>>();
        foreach (var rij in rijen)
        {
            var golf = 0;
            if (rij.Volgordesleutel is { } sleutel)
            {
                gezien.TryGetValue(sleutel, out golf);
                gezien[sleutel] = golf + 1;
            }
            if (golf == golven.Count) golven.Add([]);
            golven[golf].Add(rij);
        }
        return golven;
    }

    private static async Task Publiceer(Rij rij, IChannel kanaal, CancellationToken annulering)
    {
        using var activiteit = Start(rij);
        var koppen = new Dictionary<string, object?>(2);
        // MassTransit's consumer continues this trace.
        if ((activiteit?.Id ?? rij.Traceparent) is { } spoor) koppen["MT-Activity-Id"] = spoor;
        if (rij.Poging > 0) koppen[Koppen.Poging] = rij.Poging;
        var eigenschappen = new BasicProperties
        {
            MessageId = rij.BerichtId.ToString(),
            ContentType = Envelop.ContentType,
            DeliveryMode = DeliveryModes.Persistent,
            Headers = koppen,
        };
        await kanaal.BasicPublishAsync(rij.Exchange, rij.Wachtrij, mandatory: true, eigenschappen, rij.Inhoud, annulering);
    }

    private static Activity? Start(Rij rij)
    {
        if (rij.Traceparent is null || !Meting.Bron.HasListeners() || !ActivityContext.TryParse(rij.Traceparent, null, isRemote: true, out var ouder)) return null;
        var activiteit = Meting.Bron.StartActivity($"{(rij.Exchange.Length > 0 ? rij.Exchange : rij.Wachtrij)} publish", ActivityKind.Producer, ouder);
        activiteit?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.message.id", rij.BerichtId.ToString());
        return activiteit;
    }

    private static async Task Verwijder(List<long> nummers, NpgsqlConnection db)
    {
        if (nummers.Count == 0) return;
        await using var opdracht = new NpgsqlCommand("DELETE FROM uitgaand_bericht WHERE nr = ANY($1)", db)
        {
            Parameters = { new() { Value = nummers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
        };
        await opdracht.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task StelUit(Rij rij, NpgsqlConnection db)
    {
        var uitstel = Uitstel[Math.Min(rij.Mislukkingen, Uitstel.Length - 1)];
        await using var opdracht = new NpgsqlCommand("UPDATE uitgaand_bericht SET mislukkingen = mislukkingen + 1, niet_voor = now() + $2 WHERE nr = $1", db)
        {
            Parameters = { new() { Value = rij.Nr }, new() { Value = uitstel } },
        };
        await opdracht.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private readonly record struct Rij(
        long Nr, Guid BerichtId, string? Volgordesleutel, string Exchange, string Wachtrij, byte[] Inhoud, string? Traceparent, int Poging, int Mislukkingen);
}

/// <summary>Where a test may make the process die.</summary>
internal sealed class RelayHaken
{
    public Func<Task> NaBevestiging { get; init; } = () => Task.CompletedTask;
}

/// <summary>Our own AMQP headers. Never personal data.</summary>
internal static class Koppen
{
    /// <summary>How often the consumer has already tried this message.</summary>
    public const string Poging = "wmo-poging";
}
