using System.Data;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// Delivers the outbox to the broker. One relay per database works at a time (an advisory lock); the others stand by. Its connection comes
/// from no pool, so the lock and the settings end with it. A row is deleted only after the broker has confirmed it. A crash in between
/// delivers it twice; the inbox recognises the duplicate. In a backlog two bundles are under way, over two channels: while the broker takes
/// the one, the database removes the other and reads the next. When nothing waits, it publishes what this process commits from memory.
/// </summary>
internal sealed class Relay(
    [FromKeyedServices(nameof(Relay))] NpgsqlDataSource source, IConnectionFactory broker, MessagingOptions options, Signal signal,
    JustCommitted justCommitted, Metering metering, RelayHooks hooks, ILogger<Relay> log)
    : Rounds("De relay", options.Peiling, log)
{
    // "wmo-rela" as a 64-bit number: the same key in every service's own database.
    private const long Lock = 0x776D6F2D72656C61;

    private const string ChannelClosed = "Het kanaal naar de broker is dicht.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How often, in milliseconds, the parking queue is counted, and looked whether a row waits for its next try.</summary>
    private const long CountEvery = 10_000;

    /// <summary>In milliseconds.</summary>
    private const int Linger = 4;

    /// <summary>When no row has come for so long, the database is looked at, and what the broker has is removed.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(25);

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
        await using var one = await ConfirmedChannel.Open(connection, cancellation);
        await using var other = await ConfirmedChannel.Open(connection, cancellation);
        var outbox = new OutboxRows(db, metering.ServiceName, justCommitted, options.Peiling);
        var underWay = Bundle.None;
        var nextCount = 0L;
        Active = true;
        try
        {
            for (var channel = one; !cancellation.IsCancellationRequested; channel = channel == one ? other : one)
            {
                if (!channel.IsOpen) throw new InvalidOperationException(ChannelClosed);
                if (Environment.TickCount64 >= nextCount)
                {
                    metering.Parked = await channel.Waiting(Topology.ParkingQueue(metering.ServiceName), cancellation);
                    await outbox.LookForTrouble(cancellation);
                    nextCount = Environment.TickCount64 + CountEvery;
                }
                var rows = await outbox.Next(_careful ? 1 : options.Bundel, underWay.Rows, cancellation);
                var before = underWay;
                underWay = Send(underWay.NotBehind(rows), channel, cancellation);
                await Settle(before, outbox, cancellation);
                // Behind a full bundle more rows wait.
                if (rows.Count == options.Bundel && !_careful) continue;
                await Settle(underWay, outbox, cancellation);
                underWay = Bundle.None;
                if (_careful) _careful = rows.Count > 0;
                else await AwaitWork(rows.Count > 0, outbox, cancellation);
            }
        }
        finally
        {
            // Whatever went wrong: what was confirmed goes, or it would be delivered again.
            (await underWay.Sending).Confirmed.ForEach(outbox.Confirm);
            if (db.State == ConnectionState.Open) await outbox.Remove();
        }
    }

    private async Task AwaitWork(bool busy, OutboxRows outbox, CancellationToken cancellation)
    {
        var since = Environment.TickCount64;
        // The next look removes what the broker has. While rows keep coming from memory, it serves many of them.
        await signal.Wait(outbox.HasConfirmed ? Quiet : options.Peiling, cancellation);
        // While rows come one after the other, a short wait lets one look and one flush serve several of them.
        if (busy && Environment.TickCount64 - since < Linger) await Task.Delay(Linger, cancellation);
    }

    /// <summary>Waits for what the broker does with a bundle, and keeps it.</summary>
    private async Task Settle(Bundle bundle, OutboxRows outbox, CancellationToken cancellation)
    {
        if (bundle.Rows.Count == 0) return;
        var sent = await bundle.Sending;
        sent.Confirmed.ForEach(outbox.Confirm);
        await hooks.AfterConfirmation();
        foreach (var row in sent.Refused) await outbox.Postpone(row);
        if (sent.Broken)
        {
            _careful = sent.Refused.Count == 0;
            throw new InvalidOperationException(ChannelClosed);
        }
        if (sent.Late && !cancellation.IsCancellationRequested) throw new TimeoutException("De broker bevestigt niet.");
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

    private Bundle Send(List<OutboxRow> rows, ConfirmedChannel channel, CancellationToken cancellation) =>
        rows.Count == 0 ? Bundle.None : new(rows, Publish(rows, channel, cancellation));

    private async Task<Sent> Publish(List<OutboxRow> rows, ConfirmedChannel channel, CancellationToken cancellation)
    {
        var confirmed = new List<OutboxRow>(rows.Count);
        var refused = new List<OutboxRow>();
        var broken = false;
        // A quorum queue that is just coming back may forget to confirm. The connection is then of no use; a new one publishes again.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        // Rows go in waves: the first row of every key, then the second, …. So a row never overtakes a failing row of its own dossier.
        foreach (var wave in InWaves(rows))
        {
            if (patience.IsCancellationRequested || broken) break;
            var stopped = refused.Select(r => r.OrderKey).Where(s => s is not null).ToHashSet();
            List<OutboxRow> going = [.. wave.Where(r => r.OrderKey is null || !stopped.Contains(r.OrderKey))];
            var since = DateTime.UtcNow;
            List<Posting> postings = [.. going.Select(Posting)];
            Exception? error = null;
            try
            {
                await channel.Publish(postings, patience.Token);
                broken = postings.Exists(p => !p.Answered);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                // The broker did not confirm in time, so the rows without an answer stay.
            }
            catch (Exception e)
            {
                (broken, error) = (true, e);
            }
            foreach (var (row, posting) in going.Zip(postings))
            {
                if (posting.Taken)
                {
                    confirmed.Add(row);
                    metering.Sent(row.Exchange);
                    MessageSpans.Waited(row.Traceparent, redelivery: row.Attempt > 0, row.CreatedAt, since);
                }
                else if (posting.Refusal is { } refusal) NotTaken(row, refusal);
                else posting.End(error?.GetType().Name);
            }
            // Which of several rows closed the channel is found out by taking them one at a time. A row that never left stands alone too.
            if (broken && rows.Count == 1 && (await channel.ClosedByPeer() || channel.IsOpen))
                NotTaken(rows[0], error?.GetType().Name ?? nameof(OperationInterruptedException));
        }
        return new(confirmed, refused, broken, patience.IsCancellationRequested);

        void NotTaken(OutboxRow row, string why)
        {
            refused.Add(row);
            log.LogWarning("Bericht {BerichtId} ({Exchange}) is niet aangenomen: {Fout}.", row.MessageId, row.Exchange, why);
            metering.Sent(row.Exchange, why);
        }
    }

    private static Posting Posting(OutboxRow row)
    {
        var span = MessageSpans.Send(row.Exchange, row.MessageId, row.Traceparent);
        Activity.Current = null;
        var headers = new DeliveryHeaders(row.MessageId, row.Attempt, span?.Id ?? row.Traceparent, row.Signature);
        return new Posting(row.Exchange, row.MessageId, row.Body, headers, span);
    }

    private static IEnumerable<List<OutboxRow>> InWaves(List<OutboxRow> rows)
    {
        var seen = new Dictionary<string, int>(rows.Count);
        var waves = new List<List<OutboxRow>>();
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

    /// <summary>Rows that go to the broker together.</summary>
    private sealed record Bundle(List<OutboxRow> Rows, Task<Sent> Sending)
    {
        public static readonly Bundle None = new([], Task.FromResult(new Sent([], [], false, false)));

        /// <summary>Those rows that need not wait for a row of their own dossier in this bundle.</summary>
        public List<OutboxRow> NotBehind(List<OutboxRow> rows)
        {
            if (Rows.Count == 0) return rows;
            var keys = Rows.Select(r => r.OrderKey).Where(k => k is not null).ToHashSet();
            return [.. rows.Where(r => !keys.Contains(r.OrderKey))];
        }
    }

    /// <summary>What the broker did with a bundle.</summary>
    /// <param name="Confirmed">What it has.</param>
    /// <param name="Refused">What it did not take.</param>
    /// <param name="Broken">Whether the channel closed meanwhile.</param>
    /// <param name="Late">Whether the time was up.</param>
    private sealed record Sent(List<OutboxRow> Confirmed, List<OutboxRow> Refused, bool Broken, bool Late);
}

/// <summary>The point where a test may end the process.</summary>
internal sealed class RelayHooks
{
    public Func<Task> AfterConfirmation { get; init; } = () => Task.CompletedTask;
}
