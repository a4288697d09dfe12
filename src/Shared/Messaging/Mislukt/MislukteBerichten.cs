using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging.Ontvangst;

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
/// What our own code never sees ends among the failed messages too: a body that is no envelope, a class that does not fit, and an event of a
/// newer version that this one does not know, which is replayed once it does. While the database is away it waits.
/// </summary>
internal sealed class NaarMislukt<TDb>(IServiceScopeFactory scopes, Storing<TDb> storing) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext> where TDb : DienstDb
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("naar-mislukt");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // Stopping, or the channel is gone: unacknowledged, the message comes back by itself.
        if (context.CancellationToken.IsCancellationRequested) throw context.Exception;
        await LegOpzij(context, "onleesbaar", context.Exception);
        await context.NotifyFaulted(context.Exception);
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => LegOpzij(context, Soort(context.GetBody()), new OnbekendeGebeurtenis());

    private async Task LegOpzij(ReceiveContext context, string gebeurtenis, Exception fout)
    {
        var berichtId = context.GetMessageId() ?? Guid.CreateVersion7();
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await MislukteBerichten.Bewaar(scope.ServiceProvider.GetRequiredService<TDb>(), context, berichtId, gebeurtenis, null, fout, 1, context.CancellationToken);
                return;
            }
            catch (Exception e) when (Storing<TDb>.IsWeg(e) && !context.CancellationToken.IsCancellationRequested)
            {
                await storing.WachtTotHijErIs(context.CancellationToken);
            }
        }
    }

    /// <summary>The event's name, last in <c>urn:message:{namespace}:{name}</c>.</summary>
    private static string Soort(byte[] envelop)
    {
        using var json = JsonDocument.Parse(envelop);
        return json.RootElement.TryGetProperty("messageType", out var soorten) && soorten is { ValueKind: JsonValueKind.Array } && soorten.GetArrayLength() > 0
            ? soorten[0].GetString()!.Split(':')[^1] : "onbekend";
    }
}

/// <summary>An event that this version of the service does not know.</summary>
internal sealed class OnbekendeGebeurtenis() : Exception("Deze versie kent deze gebeurtenis niet.");
