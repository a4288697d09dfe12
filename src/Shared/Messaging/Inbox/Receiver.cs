using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Failed;
using WmoPlatform.Messaging.Origin;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// Receives one kind of event for one service. One transaction stores the inbox row, the effect and the new announcements; then the message
/// is acknowledged. A message that fails comes back later through the outbox. A message that keeps failing is set aside. While the database
/// is away, every message waits.
/// </summary>
internal sealed class Receiver<TDb, T>(
    IServiceScopeFactory scopes, TurnTaking turns, Outage<TDb> outage, MessagingOptions options, Metering metering, Signal signal,
    EventJson json, Signatures signatures, ILogger<TDb> log)
    : IConsumer<T> where TDb : ServiceDb where T : Gebeurtenis
{
    private const int ImmediateAttempts = 3;

    public async Task Consume(ConsumeContext<T> context)
    {
        var started = Stopwatch.GetTimestamp();
        var headers = context.ReceiveContext.TransportHeaders;
        using var span = MessageSpans.Process(
            metering.ServiceName, Gebeurtenissen.Naam(typeof(T)), context.MessageId!.Value,
            headers.Get<int>(WmoHeaders.Attempt) ?? 0, headers.Get<string>(WmoHeaders.Trace));
        var (outcome, error) = await HandleUntilDone(context, context.CancellationToken);
        var errorType = outcome is Outcome.Redelivered or Outcome.Failed or Outcome.Forged ? error?.GetType().Name : null;
        MessageSpans.End(span, outcome, errorType);
        metering.Processed(Stopwatch.GetElapsedTime(started), errorType);
    }

    private async Task<(Outcome Outcome, Exception? Error)> HandleUntilDone(ConsumeContext<T> context, CancellationToken cancellation)
    {
        using var turn = await turns.Take(context.Message.Volgordesleutel, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var signature = context.ReceiveContext.TransportHeaders.Get<string>(WmoHeaders.Signature);
                if (!signatures.Proves(typeof(T), context.ReceiveContext.GetBody(), signature))
                    return (Outcome.Forged, await Refuse(context, cancellation));
                await Handle(context, cancellation);
                return (Outcome.Processed, null);
            }
            catch (Exception e) when (Outage<TDb>.IsAway(e) && !cancellation.IsCancellationRequested)
            {
                // The message stays ours as long as it is not acknowledged. If the broker takes it back meanwhile, the inbox still allows
                // only one effect.
                await outage.WaitUntilBack(cancellation);
                attempt = 0;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                if (await Settle(context, e, attempt, cancellation) is { } outcome) return (outcome, e);
            }
        }
    }

    /// <summary>Sets a forged event aside. It is never handled, so it counts as no attempt.</summary>
    private async Task<VervalsteGebeurtenis> Refuse(ConsumeContext<T> context, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var error = new VervalsteGebeurtenis();
        var id = Signatures.IdOfForged(context.ReceiveContext.GetBody());
        await FailedMessages.Store(db, context.ReceiveContext, id, typeof(T).Name, dossiernummer: null, error, 0, cancellation);
        metering.Forged.Add(1);
        log.LogError("{Gebeurtenis} is opzijgelegd als {BerichtId}: geen bewijs van herkomst.", typeof(T).Name, id);
        return error;
    }

    private async Task Handle(ConsumeContext<T> context, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The inbox row goes to the database with the effect, in one round trip. If the message is a duplicate, the database refuses both.
        db.Add(new ProcessedMessage { MessageId = context.MessageId!.Value });
        Uitvoerder.Nu = Actor.Na(context.Message);
        scope.ServiceProvider.GetRequiredService<ReceivedMessage>().Arrived(Gebeurtenissen.Naam(typeof(T)), context.ReceiveContext.GetBody);
        var message = Envelope.Open(context.ReceiveContext.GetBody()).Message;
        var announcement = (T)json.Read(message.Span, typeof(T));
        await scope.ServiceProvider.GetRequiredService<IReaction<T>>().Handle(announcement, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Wake();
    }

    /// <returns>
    /// Null when the message is tried again at once: the same row was changed at the same time, or the database went away.
    /// </returns>
    private async Task<Outcome?> Settle(ConsumeContext<T> context, Exception error, int immediateAttempt, CancellationToken cancellation)
    {
        var attempt = context.ReceiveContext.TransportHeaders.Get<int>(WmoHeaders.Attempt) ?? 0;
        var schedule = options.RedeliveryOrDefault;
        // Nothing is wrong with a message that only came too early, so it gets a day instead of minutes.
        var patience = schedule.Count + (error is EarlierFactMissing ? 96 : 0);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            if (await db.Set<ProcessedMessage>().AnyAsync(v => v.MessageId == context.MessageId, cancellation))
            {
                metering.Duplicates.Add(1);
                return Outcome.Duplicate;
            }
            if (error is DbUpdateException && immediateAttempt < ImmediateAttempts) return null;
            if (attempt < patience)
            {
                var delay = schedule[Math.Min(attempt, schedule.Count - 1)];
                await ScheduleRedelivery(db, context, attempt, delay, cancellation);
                metering.Redeliveries.Add(1);
                log.LogInformation(
                    "{Gebeurtenis} {BerichtId} komt over {Wachttijd} terug ({Fout}).",
                    typeof(T).Name, context.MessageId, delay, error.GetType().Name);
                return error is EarlierFactMissing ? Outcome.TooEarly : Outcome.Redelivered;
            }
            await FailedMessages.Store(
                db, context.ReceiveContext, context.MessageId!.Value, typeof(T).Name, context.Message.Dossiernummer, error, attempt + 1,
                cancellation);
            log.LogError(
                "{Gebeurtenis} {BerichtId} is na {Pogingen} pogingen opzijgelegd: {Fout}.",
                typeof(T).Name, context.MessageId, attempt + 1, error.GetType().Name);
            return Outcome.Failed;
        }
        catch (Exception e) when (Outage<TDb>.IsAway(e) && !cancellation.IsCancellationRequested)
        {
            await outage.WaitUntilBack(cancellation);
            return null;
        }
    }

    private static async Task ScheduleRedelivery(
        TDb db, ConsumeContext<T> context, int attempt, TimeSpan delay, CancellationToken cancellation)
    {
        var body = context.ReceiveContext.GetBody();
        var signature = context.ReceiveContext.TransportHeaders.Get<string>(WmoHeaders.Signature);
        var trace = Activity.Current?.Id;
        // The row has no order key: a message that waits for another try must not hold back its own dossier.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox_message (message_id, exchange, queue, body, signature, traceparent, attempt, not_before, failures)
            VALUES ({context.MessageId!.Value}, '', {context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1]},
                    {body}, {signature}, {trace}, {attempt + 1}, now() + {delay}, 0)
            """, cancellation);
    }
}
