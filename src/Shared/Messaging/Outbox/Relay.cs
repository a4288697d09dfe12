using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// Delivers the outbox to the broker. One relay per database works at a time (an advisory lock); the others stand by. Its connection comes
/// from no pool, so the lock and the settings end with it. A row is deleted only after the broker has confirmed it. A crash in between
/// delivers it twice; the inbox recognises the duplicate.
/// </summary>
internal sealed class Relay(
    [FromKeyedServices(nameof(Relay))] NpgsqlDataSource source, IConnectionFactory broker, MessagingOptions options, Signal signal,
    Metering metering, RelayHooks hooks, ILogger<Relay> log)
    : Rounds("De relay", options.Peiling, log)
{
    // "wmo-rela" as a 64-bit number: the same key in every service's own database.
    private const long Lock = 0x776D6F2D72656C61;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How often, in milliseconds, the parking queue is counted.</summary>
    private const long CountEvery = 10_000;

    /// <summary>In milliseconds.</summary>
    private const int Linger = 4;

    private static readonly TimeSpan[] Delays = [.. new[] { 1, 2, 5, 15, 60 }.Select(s => TimeSpan.FromSeconds(s))];

    private const ushort AccessRefused = 403;
    private const ushort NotFound = 404;
    private const ushort PreconditionFailed = 406;

    // A row closed the channel. Until it is found and put off, rows go one at a time.
    private bool _careful;

    /// <summary>Whether this relay has the lock and a broker, for the readiness check and the tests.</summary>
    public bool Active { get; private set; }

    /// <summary>Delivers as long as database and broker are there.</summary>
    public override async Task Round(CancellationToken annulering)
    {
        // An instance without a broker must not keep the lock from one that has a broker.
        await using var connection = await broker.CreateConnectionAsync(annulering);
        await Topology.RequireAsync(connection, annulering);
        await using var db = await source.OpenConnectionAsync(annulering);
        while (!await TryLock(db, annulering)) await Task.Delay(options.Peiling, annulering);
        try
        {
            await Set(db, annulering);
            await DeliverUnderLock(db, connection, annulering);
        }
        finally
        {
            // The relay that takes over counts from here on.
            (Active, metering.Parked) = (false, 0);
        }
    }

    private async Task DeliverUnderLock(NpgsqlConnection db, IConnection connection, CancellationToken cancellation)
    {
        // The bundle itself is the window. The client's own limiter slows down from half its permits on, so it gets room enough.
        var withConfirms = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, new ThrottlingRateLimiter(options.Bundel * 4));
        await using var channel = await connection.CreateChannelAsync(withConfirms, cancellation);
        Active = true;

        var nextCount = 0L;
        while (!cancellation.IsCancellationRequested)
        {
            if (Environment.TickCount64 >= nextCount)
            {
                var parkingQueue = await channel.QueueDeclarePassiveAsync(Topology.ParkingQueue(metering.ServiceName), cancellation);
                metering.Parked = parkingQueue.MessageCount;
                nextCount = Environment.TickCount64 + CountEvery;
            }
            var rows = await Read(db, _careful ? 1 : options.Bundel, cancellation);
            if (rows.Count > 0) await Deliver(rows, channel, db, cancellation);
            else _careful = false;
            if (rows.Count < options.Bundel && !_careful)
            {
                var since = Environment.TickCount64;
                await signal.Wait(options.Peiling, cancellation);
                // While rows come one after the other, a short wait lets one look, one delete and one flush serve several of them.
                if (rows.Count > 0 && Environment.TickCount64 - since < Linger) await Task.Delay(Linger, cancellation);
            }
            if (!channel.IsOpen) throw new InvalidOperationException("Het kanaal naar de broker is dicht.");
        }
    }

    private static async Task<bool> TryLock(NpgsqlConnection db, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", db) { Parameters = { new() { Value = Lock } } };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// The relay removes only confirmed rows. If a crash of the server brings rows back, they are delivered twice, and the inbox recognises
    /// the duplicates. The server ends the session, and with it the lock, when it hears nothing for a while: a host that hangs or vanishes
    /// does not close its connections.
    /// </summary>
    private static async Task Set(NpgsqlConnection db, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SET synchronous_commit TO off; SET idle_session_timeout TO '15s'", db);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<Row>> Read(NpgsqlConnection db, int limit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT number, message_id, order_key, exchange, body, traceparent, attempt, failures, created_at, signature
            FROM outbox_message u
            WHERE (not_before IS NULL OR not_before <= now())
              AND NOT EXISTS (SELECT FROM outbox_message e
                              WHERE e.failures > 0 AND e.order_key = u.order_key AND e.number < u.number)
            ORDER BY number LIMIT $1
            """, db)
        { Parameters = { new() { Value = limit } } };
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new Row(
                reader.GetInt64(0), reader.GetGuid(1), Text(reader, 2), reader.GetString(3), reader.GetFieldValue<byte[]>(4),
                Text(reader, 5), reader.GetInt32(6), reader.GetInt32(7), reader.GetDateTime(8), Text(reader, 9)));
        }
        return rows;

        static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private async Task Deliver(List<Row> rows, IChannel channel, NpgsqlConnection db, CancellationToken cancellation)
    {
        var confirmed = new List<long>(rows.Count);
        var failed = new List<Row>();
        var broken = false;
        // A quorum queue that is just coming back may forget to confirm. The connection is then of no use; a new one publishes again.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        // Rows go in waves: the first row of every key, then the second, …. So a row never overtakes a failing row of its own dossier.
        foreach (var wave in InWaves(rows))
        {
            if (patience.IsCancellationRequested || broken) break;
            var stopped = failed.Select(r => r.OrderKey).Where(s => s is not null).ToHashSet();
            var underway = new List<(Row Row, Task Task)>(wave.Count);
            foreach (var row in wave)
                if (row.OrderKey is null || !stopped.Contains(row.OrderKey))
                    underway.Add((row, Publish(row, channel, patience.Token)));
            foreach (var (row, task) in underway)
            {
                try
                {
                    await task;
                    confirmed.Add(row.Number);
                    metering.Sent(row.Exchange);
                }
                catch (OperationCanceledException) when (patience.IsCancellationRequested)
                {
                    // The broker did not confirm in time, so the row stays.
                }
                catch (PublishException e)
                {
                    failed.Add(row);
                    NotTaken(row, e);
                }
                catch (Exception e) when (!cancellation.IsCancellationRequested)
                {
                    // Which of several rows closed the channel is found out by taking them one at a time.
                    broken = true;
                    if (rows.Count > 1 || !await ClosedByPeer(channel)) continue;
                    failed.Add(row);
                    NotTaken(row, e);
                }
            }
        }
        await hooks.AfterConfirmation();
        // Whatever else went wrong: what was confirmed goes, or it would be delivered again and again.
        await Delete(confirmed, db);
        foreach (var row in failed) await Postpone(row, db);
        if (broken)
        {
            _careful = failed.Count == 0;
            throw new InvalidOperationException("Het kanaal naar de broker is dicht.");
        }
        if (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
            throw new TimeoutException("De broker bevestigt niet.");
    }

    private void NotTaken(Row row, Exception error)
    {
        log.LogWarning("Bericht {BerichtId} ({Exchange}) is niet aangenomen: {Fout}.", row.MessageId, row.Exchange, error.GetType().Name);
        metering.Sent(row.Exchange, error.GetType().Name);
    }

    /// <summary>
    /// Whether the broker closed the channel because of what was published. A connection that is lost says nothing about a row.
    /// </summary>
    private static async Task<bool> ClosedByPeer(IChannel channel)
    {
        // The client reports the failed publish a moment before it closes the channel.
        for (var wait = 0; wait < 20 && channel.CloseReason is null; wait++) await Task.Delay(50);
        return channel.CloseReason is
        {
            Initiator: ShutdownInitiator.Peer, ReplyCode: AccessRefused or NotFound or PreconditionFailed
        };
    }

    private static IEnumerable<List<Row>> InWaves(List<Row> rows)
    {
        var seen = new Dictionary<string, int>(rows.Count);
        var waves = new List<List<Row>>();
        foreach (var row in rows)
        {
            var wave = 0;
            if (row.OrderKey is { } key)
            {
                seen.TryGetValue(key, out wave);
                seen[key] = wave + 1;
            }
            if (wave == waves.Count) waves.Add([]);
            waves[wave].Add(row);
        }
        return waves;
    }

    private static async Task Publish(Row row, IChannel channel, CancellationToken cancellation)
    {
        var since = DateTime.UtcNow;
        using var span = MessageSpans.Send(row.Exchange, row.MessageId, row.Traceparent);
        var headers = new DeliveryHeaders(row.MessageId, row.Attempt, span?.Id ?? row.Traceparent, row.Signature);
        try
        {
            await Publishing.Publish(channel, row.Exchange, row.MessageId, row.Body, headers, cancellation);
        }
        catch (Exception e)
        {
            MessageSpans.Fail(span, e.GetType().Name);
            throw;
        }
        MessageSpans.Waited(row.Traceparent, redelivery: row.Attempt > 0, row.CreatedAt, since);
    }

    /// <summary>Takes confirmed rows out of the outbox. Events of this service are kept elsewhere; another try is not kept.</summary>
    private async Task Delete(List<long> numbers, NpgsqlConnection db)
    {
        if (numbers.Count == 0) return;
        await using var command = new NpgsqlCommand(
            """
            WITH sent AS (DELETE FROM outbox_message WHERE number = ANY($1) RETURNING *)
            INSERT INTO published_message (message_id, event_name, order_key, body, signature, traceparent)
            SELECT message_id, exchange, order_key, body, signature, traceparent FROM sent WHERE exchange <> $2
            ON CONFLICT (message_id) DO NOTHING
            """, db)
        {
            Parameters =
            {
                new() { Value = numbers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = metering.ServiceName },
            },
        };
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static async Task Postpone(Row row, NpgsqlConnection db)
    {
        var delay = Delays[Math.Min(row.Failures, Delays.Length - 1)];
        await using var command = new NpgsqlCommand(
            "UPDATE outbox_message SET failures = failures + 1, not_before = now() + $2 WHERE number = $1", db)
        {
            Parameters = { new() { Value = row.Number }, new() { Value = delay } },
        };
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private readonly record struct Row(
        long Number, Guid MessageId, string? OrderKey, string Exchange, byte[] Body, string? Traceparent, int Attempt, int Failures,
        DateTime CreatedAt, string? Signature);
}

/// <summary>The point where a test may end the process.</summary>
internal sealed class RelayHooks
{
    public Func<Task> AfterConfirmation { get; init; } = () => Task.CompletedTask;
}
