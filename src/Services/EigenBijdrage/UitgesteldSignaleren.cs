using Microsoft.EntityFrameworkCore;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// Sends signals that had to wait, at the start of the service and every hour. Their day was too far ahead, or the same signal had already
/// been changed that day.
/// </summary>
public sealed class UitgesteldSignaleren(IServiceScopeFactory scopes, ILogger<UitgesteldSignaleren> log)
    : Rounds("Uitgesteld signaleren", TimeSpan.FromHours(1), log)
{
    /// <summary>
    /// Handles each person in their own transaction. A failure for one person waits for the next round and holds up nobody else.
    /// </summary>
    public override async Task Round(CancellationToken annulering)
    {
        Guid[] wachtend;
        await using (var scope = scopes.CreateAsyncScope())
            wachtend = await scope.ServiceProvider
                .GetRequiredService<EigenBijdrageDb>().Wachtend().Select(b => b.PersoonId).ToArrayAsync(annulering);
        foreach (var persoonId in wachtend)
        {
            try
            {
                await Signaleer(persoonId, annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                log.LogWarning("Uitgesteld signaleren komt in de volgende beurt terug bij één persoon: {Fout}.", e.GetType().Name);
            }
        }
    }

    private async Task Signaleer(Guid persoonId, CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        if (await db.VanPersoon(persoonId, annulering) is { } bijdrage)
            await scope.ServiceProvider.GetRequiredService<CakSignaal>().Signaleer(bijdrage, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
    }
}
