using Microsoft.EntityFrameworkCore;
using WmoPlatform.EigenBijdrage.Opslag;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Comes back, at the start and every hour, to what could not be told yet because its date was too far ahead, or because the same was changed today already.</summary>
public sealed class UitgesteldSignaleren(IServiceScopeFactory scopes, ILogger<UitgesteldSignaleren> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SignaleerWatNuKan(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Uitgesteld melden slaat een beurt over: {Fout}.", e.GetType().Name);
            }
            await Task.Delay(TimeSpan.FromHours(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round, each person by itself: what fails for one comes back in the next round, and holds up nobody else.</summary>
    public async Task SignaleerWatNuKan(CancellationToken annulering)
    {
        Guid[] wachtend;
        await using (var scope = scopes.CreateAsyncScope())
            wachtend = await scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>().Wachtend().Select(b => b.PersoonId).ToArrayAsync(annulering);
        foreach (var persoonId in wachtend)
        {
            try
            {
                await Meld(persoonId, annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                log.LogWarning("Uitgesteld melden komt in de volgende beurt terug bij één persoon: {Fout}.", e.GetType().Name);
            }
        }
    }

    private async Task Meld(Guid persoonId, CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EigenBijdrageDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        if (await db.VanPersoon(persoonId, annulering) is { } bijdrage) await scope.ServiceProvider.GetRequiredService<CakSignaal>().Signaleer(bijdrage, annulering);
        await db.SaveChangesAsync(annulering);
        await transactie.CommitAsync(annulering);
    }
}
