using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Messaging.Failed;

/// <summary>Sets failed messages aside, and lets an operator read, replay and drop them.</summary>
internal static class FailedMessages
{
    /// <param name="db">The service's database.</param>
    /// <param name="delivery">The message.</param>
    /// <param name="messageId">Its number among the failed ones.</param>
    /// <param name="error">Why it is set aside.</param>
    /// <param name="attempts">How often it was tried.</param>
    public static Task<int> Store(ServiceDb db, Delivery delivery, Guid messageId, Exception error, int attempts)
    {
        var dossier = delivery.Dossiernummer.Length > 0 ? delivery.Dossiernummer : null;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO failed_message (
                message_id, event_name, dossiernummer, body, signature, error, location, attempts, failed_at, traceparent)
            VALUES ({messageId}, {delivery.EventName}, {dossier}, {delivery.Body}, {delivery.Headers.Signature},
                    {error.GetType().Name}, {Location(error)}, {attempts}, now(), {Activity.Current?.Id})
            ON CONFLICT (message_id) DO UPDATE
            SET error = excluded.error, location = excluded.location, attempts = excluded.attempts, failed_at = excluded.failed_at
            """);
    }

    /// <summary>The topmost methods of our own code: where to look, without any value.</summary>
    private static string Location(Exception error) => string.Join(" < ", new StackTrace(error).GetFrames()
        .Select(f => f.GetMethod()).Where(m => m?.DeclaringType?.Namespace?.StartsWith("WmoPlatform", StringComparison.Ordinal) == true)
        .Take(5).Select(m => $"{m!.DeclaringType!.Name}.{m.Name}"));
}

/// <summary>An event that this version of the service does not know.</summary>
internal sealed class UnknownEvent() : Exception("Deze versie kent deze gebeurtenis niet.");

/// <summary>The broker brought this message back too often and parked it.</summary>
internal sealed class Geparkeerd() : Exception("De broker heeft dit bericht te vaak teruggekregen.");
