using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging.Inbox;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging.Failed;

/// <summary>Sets failed messages aside, and lets an operator read, replay and drop them.</summary>
internal static class FailedMessages
{
    public static Task<int> Store(
        ServiceDb db, ReceiveContext receive, Guid messageId, string eventName, string? dossiernummer, Exception error, int attempts,
        CancellationToken cancellation)
    {
        var body = receive.GetBody();
        var signature = receive.TransportHeaders.Get<string>(WmoHeaders.Signature);
        var location = Location(error);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO failed_message (
                message_id, event_name, dossiernummer, body, signature, error, location, attempts, failed_at, traceparent)
            VALUES ({messageId}, {eventName}, {(string.IsNullOrEmpty(dossiernummer) ? null : dossiernummer)}, {body}, {signature},
                    {error.GetType().Name}, {location}, {attempts}, now(), {Activity.Current?.Id})
            ON CONFLICT (message_id) DO UPDATE
            SET error = excluded.error, location = excluded.location, attempts = excluded.attempts, failed_at = excluded.failed_at
            """, cancellation);
    }

    /// <summary>The topmost methods of our own code: where to look, without any value.</summary>
    private static string Location(Exception error) => string.Join(" < ", new StackTrace(error).GetFrames()
        .Select(f => f.GetMethod()).Where(m => m?.DeclaringType?.Namespace?.StartsWith("WmoPlatform", StringComparison.Ordinal) == true)
        .Take(5).Select(m => $"{m!.DeclaringType!.Name}.{m.Name}"));
}

/// <summary>
/// Sets aside the messages that never reach <c>Receiver</c>: a body that is no envelope, JSON that does not fit its event, and an event
/// of a newer version. An operator replays that last kind once the service knows it. While the database is away, the filter waits.
/// </summary>
internal sealed class SetAside<TDb>(IServiceScopeFactory scopes, Outage<TDb> outage)
    : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext> where TDb : ServiceDb
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("naar-mislukt");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // The service stops, or the channel is gone. The broker redelivers a message that was not acknowledged.
        if (context.CancellationToken.IsCancellationRequested) throw context.Exception;
        await SetAsideAsync(context, "onleesbaar", context.Exception);
        await context.NotifyFaulted(context.Exception);
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        SetAsideAsync(context, EventName(context.GetBody()), new UnknownEvent());

    private async Task SetAsideAsync(ReceiveContext context, string eventName, Exception error)
    {
        var messageId = context.GetMessageId() ?? Guid.CreateVersion7();
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TDb>();
                await FailedMessages.Store(db, context, messageId, eventName, null, error, 1, context.CancellationToken);
                return;
            }
            catch (Exception e) when (Outage<TDb>.IsAway(e) && !context.CancellationToken.IsCancellationRequested)
            {
                await outage.WaitUntilBack(context.CancellationToken);
            }
        }
    }

    /// <summary>The event's name: the last part of <c>urn:message:{namespace}:{name}</c>.</summary>
    private static string EventName(byte[] envelope)
    {
        using var json = JsonDocument.Parse(envelope);
        return json.RootElement.TryGetProperty("messageType", out var types)
            && types is { ValueKind: JsonValueKind.Array } && types.GetArrayLength() > 0
            ? types[0].GetString()!.Split(':')[^1]
            : "onbekend";
    }
}

/// <summary>An event that this version of the service does not know.</summary>
internal sealed class UnknownEvent() : Exception("Deze versie kent deze gebeurtenis niet.");
