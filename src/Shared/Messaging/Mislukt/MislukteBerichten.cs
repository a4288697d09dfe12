using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace WmoPlatform.Messaging.Mislukt;

/// <summary>Sets failed messages aside, and lets an operator read, replay and drop them.</summary>
internal static class MislukteBerichten
{
    public static Task<int> Bewaar(
        DienstDb db, ReceiveContext ontvangst, Guid berichtId, string gebeurtenis, string? dossiernummer, Exception fout, int pogingen, CancellationToken annulering)
    {
        var inhoud = ontvangst.GetBody();
        var plaats = Plaats(fout);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mislukt_bericht (bericht_id, gebeurtenis, dossiernummer, inhoud, fout, plaats, pogingen, mislukt_op, traceparent)
            VALUES ({berichtId}, {gebeurtenis}, {(string.IsNullOrEmpty(dossiernummer) ? null : dossiernummer)}, {inhoud}, {fout.GetType().Name}, {plaats}, {pogingen}, now(), {Activity.Current?.Id})
            ON CONFLICT (bericht_id) DO UPDATE SET fout = excluded.fout, plaats = excluded.plaats, pogingen = excluded.pogingen, mislukt_op = excluded.mislukt_op
            """, annulering);
    }

    /// <summary>The topmost methods of our own code: where to look, without any value.</summary>
    private static string Plaats(Exception fout) => string.Join(" < ", new StackTrace(fout).GetFrames()
        .Select(f => f.GetMethod()).Where(m => m?.DeclaringType?.Namespace?.StartsWith("WmoPlatform", StringComparison.Ordinal) == true)
        .Take(5).Select(m => $"{m!.DeclaringType!.Name}.{m.Name}"));
}

/// <summary>
/// What fails before our own code sees it (a body that is no envelope, a class that does not fit) ends among the failed messages too;
/// only when that database is away does the broker keep it.
/// </summary>
internal sealed class NaarMislukt<TDb>(Microsoft.Extensions.DependencyInjection.IServiceScopeFactory scopes) : IFilter<ExceptionReceiveContext> where TDb : DienstDb
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("naar-mislukt");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // Stopping, or the channel is gone: unacknowledged, the message comes back by itself.
        if (context.CancellationToken.IsCancellationRequested) throw context.Exception;
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(scopes);
        var db = (TDb)scope.ServiceProvider.GetService(typeof(TDb))!;
        var berichtId = context.GetMessageId() ?? Guid.CreateVersion7();
        await MislukteBerichten.Bewaar(db, context, berichtId, "onleesbaar", null, context.Exception, 1, context.CancellationToken);
        await context.NotifyFaulted(context.Exception);
    }
}
