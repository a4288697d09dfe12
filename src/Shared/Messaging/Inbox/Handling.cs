using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Origin;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// Handles messages. One transaction stores the inbox row, the effect and the new announcements. A message that fails comes back later
/// through the outbox; a message that keeps failing is set aside. What came of a message is decided by what could be stored, never by the
/// kind of an exception.
/// </summary>
internal sealed class Handling<TDb>(
    IServiceScopeFactory scopes, Reactions reactions, EventJson json, Signatures signatures, MessagingOptions options, Metering metering,
    ILogger<TDb> log)
    where TDb : ServiceDb
{
    private const int ImmediateAttempts = 3;
    private long _pace;

    /// <summary>How long the handling of one message takes lately.</summary>
    public TimeSpan Pace => TimeSpan.FromTicks(Interlocked.Read(ref _pace));

    /// <summary>
    /// Handles messages of different dossiers in one transaction. A message whose dossier another instance is handling is left for later.
    /// </summary>
    /// <returns>Null when any of them failed: nothing has happened then, and each has to go alone.</returns>
    public async Task<(List<Delivery> Settled, List<Delivery> Later)?> Together(List<Delivery> bundle)
    {
        var started = Stopwatch.GetTimestamp();
        var spans = new List<(Activity? Span, Outcome Outcome)>(bundle.Count);
        try
        {
            if (bundle.Exists(d => Refusal(d) is not null)) return null;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var (busy, seen) = await TakeTurns(db, transaction, bundle);
            if (bundle.Exists(seen.Contradicts)) return null;
            var settled = new List<Delivery>(bundle.Count);
            foreach (var delivery in bundle.Where(d => !busy.Contains(d.Lock)))
            {
                settled.Add(delivery);
                var span = Span(delivery);
                spans.Add((span, seen.Has(delivery) ? Outcome.Duplicate : Outcome.Processed));
                if (seen.Has(delivery)) continue;
                await React(scope.ServiceProvider, db, delivery);
                db.ChangeTracker.Clear();
                Activity.Current = null;
            }
            await transaction.CommitAsync();
            var each = Stopwatch.GetElapsedTime(started) / bundle.Count;
            foreach (var (span, outcome) in spans) Count(span, outcome, null, each);
            return (settled, [.. bundle.Where(d => busy.Contains(d.Lock))]);
        }
        catch (Exception)
        {
            // Each of them now goes alone, and says itself what is wrong with it.
            return null;
        }
        finally
        {
            Activity.Current = null;
            foreach (var (span, _) in spans) span?.Dispose();
        }
    }

    /// <summary>Handles one message, or schedules another try, or sets it aside.</summary>
    /// <returns>False when nothing that came of it could be stored. Nothing has happened then.</returns>
    public async Task<bool> Alone(Delivery delivery)
    {
        var started = Stopwatch.GetTimestamp();
        using var span = Span(delivery);
        for (var attempt = 1; ; attempt++)
        {
            Exception error;
            try
            {
                if (Refusal(delivery) is { } refusal) error = refusal;
                else
                {
                    Count(span, await Handle(delivery), null, Stopwatch.GetElapsedTime(started));
                    return true;
                }
            }
            catch (Exception e)
            {
                error = e;
                // Another transaction changed the same row at the same time.
                if (e is DbUpdateException && attempt < ImmediateAttempts) continue;
            }
            try
            {
                var outcome = await Settle(delivery, error);
                Count(span, outcome, outcome is Outcome.Redelivered or Outcome.Failed or Outcome.Forged ? error.GetType().Name : null,
                    Stopwatch.GetElapsedTime(started));
                return true;
            }
            catch (Exception e)
            {
                MessageSpans.Fail(span, e.GetType().Name);
                return false;
            }
        }
    }

    private async Task<Outcome> Handle(Delivery delivery)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var seen = await TakeTurn(db, transaction, delivery);
        if (seen.Contradicts(delivery)) throw new AnderFeitOnderZelfdeNummer();
        if (seen.Has(delivery)) return Outcome.Duplicate;
        await React(scope.ServiceProvider, db, delivery);
        await transaction.CommitAsync();
        return Outcome.Processed;
    }

    /// <summary>The inbox row goes to the database with the effect. If the message is a duplicate, the database refuses both.</summary>
    private async Task React(IServiceProvider services, TDb db, Delivery delivery)
    {
        var announcement = delivery.Announcement!;
        db.Add(new ProcessedMessage
        {
            MessageId = delivery.MessageId,
            AggregateId = announcement.AggregaatId,
            Version = announcement.Versie,
            Fingerprint = delivery.Fingerprint,
        });
        Uitvoerder.Nu = Actor.Na(announcement);
        services.GetRequiredService<ReceivedMessage>().Arrived(delivery.EventName, delivery.Message);
        await reactions.React(services, announcement);
        await db.SaveChangesAsync();
    }

    /// <summary>Waits for the turn of a dossier, also among instances, and keeps it until the transaction ends.</summary>
    private static async Task<Seen> TakeTurn(TDb db, IDbContextTransaction transaction, Delivery delivery)
    {
        await using var batch = Batch(db, transaction,
            new("SELECT pg_advisory_xact_lock($1)") { Parameters = { new() { Value = delivery.Lock } } }, Seen.Query([delivery]));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        return await Seen.Read(reader);
    }

    /// <summary>Takes the turns that are free; a bundle waits for nobody.</summary>
    private static async Task<(HashSet<long> Busy, Seen Seen)> TakeTurns(
        TDb db, IDbContextTransaction transaction, List<Delivery> bundle)
    {
        long[] locks = [.. bundle.Select(d => d.Lock)];
        await using var batch = Batch(db, transaction,
            new("SELECT k FROM unnest($1) k WHERE NOT pg_try_advisory_xact_lock(k)")
            {
                Parameters = { new() { Value = locks, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
            },
            Seen.Query(bundle));
        var busy = new HashSet<long>();
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync()) busy.Add(reader.GetInt64(0));
        await reader.NextResultAsync();
        return (busy, await Seen.Read(reader));
    }

    private static NpgsqlBatch Batch(TDb db, IDbContextTransaction transaction, params NpgsqlBatchCommand[] commands)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }

    /// <summary>Why a message can never be handled: nobody can read it, this version does not know it, or it is forged.</summary>
    private Exception? Refusal(Delivery delivery)
    {
        if (delivery.Refusal is not null || delivery.Announcement is not null) return delivery.Refusal;
        if (!reactions.TryGet(delivery.EventName, out var type)) return delivery.Refusal = new UnknownEvent();
        if (!signatures.Proves(type, delivery.Body, delivery.Headers.Signature)) return delivery.Refusal = new VervalsteGebeurtenis();
        try
        {
            delivery.Announcement = json.Read(delivery.Message.Span, type);
            return null;
        }
        catch (Exception e) when (e is JsonException or CryptographicException)
        {
            return delivery.Refusal = e;
        }
    }

    /// <summary>Stores what comes of a message that failed: another try after a while, or a place among the failed ones.</summary>
    private async Task<Outcome> Settle(Delivery delivery, Exception error)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (error is VervalsteGebeurtenis)
        {
            var id = Signatures.IdOfForged(delivery.Body);
            await FailedMessages.Store(db, delivery, id, error, attempts: 0);
            metering.Forged.Add(1);
            log.LogError("{Gebeurtenis} is opzijgelegd als {BerichtId}: geen bewijs van herkomst.", delivery.EventName, id);
            return Outcome.Forged;
        }
        if (await db.Set<ProcessedMessage>().AnyAsync(v => v.MessageId == delivery.MessageId)) return Outcome.Duplicate;
        var (attempt, schedule) = (delivery.Headers.Attempt, options.RedeliveryOrDefault);
        // Nothing is wrong with a message that only came too early, so it gets a day instead of minutes. During an upgrade the next try
        // may reach an instance that knows the event.
        var patience = delivery.Refusal is not (null or UnknownEvent) || error is AnderFeitOnderZelfdeNummer
            ? 0
            : schedule.Count + (error is EarlierFactMissing ? 96 : 0);
        if (attempt < patience)
        {
            var delay = schedule[Math.Min(attempt, schedule.Count - 1)];
            await ScheduleRedelivery(db, delivery, delay);
            log.LogInformation("{Gebeurtenis} {BerichtId} komt over {Wachttijd} terug ({Fout}).",
                delivery.EventName, delivery.MessageId, delay, error.GetType().Name);
            return error is EarlierFactMissing ? Outcome.TooEarly : Outcome.Redelivered;
        }
        await FailedMessages.Store(db, delivery, delivery.MessageId, error, attempt + 1);
        log.LogError("{Gebeurtenis} {BerichtId} is na {Pogingen} pogingen opzijgelegd: {Fout}.",
            delivery.EventName, delivery.MessageId, attempt + 1, error.GetType().Name);
        return Outcome.Failed;
    }

    private Task ScheduleRedelivery(TDb db, Delivery delivery, TimeSpan delay)
    {
        var (trace, headers) = (Activity.Current?.Id, delivery.Headers);
        // The row has no order key: a message that waits for another try must not hold back its own dossier.
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox_message (message_id, exchange, body, signature, traceparent, attempt, not_before, failures)
            VALUES ({delivery.MessageId}, {metering.ServiceName}, {delivery.Body}, {headers.Signature}, {trace}, {headers.Attempt + 1},
                    now() + {delay}, 0)
            """);
    }

    private Activity? Span(Delivery delivery) => MessageSpans.Process(
        metering.ServiceName, delivery.EventName, delivery.MessageId, delivery.Headers.Attempt, delivery.Headers.Traceparent);

    private void Count(Activity? span, Outcome outcome, string? errorType, TimeSpan duration)
    {
        // A moving average over about sixteen messages.
        Interlocked.Add(ref _pace, (duration.Ticks - Interlocked.Read(ref _pace)) / 16);
        if (outcome == Outcome.Duplicate) metering.Duplicates.Add(1);
        if (outcome is Outcome.Redelivered or Outcome.TooEarly) metering.Redeliveries.Add(1);
        MessageSpans.End(span, outcome, errorType);
        metering.Processed(duration, errorType);
    }
}
