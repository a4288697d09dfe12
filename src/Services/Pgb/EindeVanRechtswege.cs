using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Ends budgets whose last day has passed, at the start of the service and every hour. For a budget that was never reserved it records that
/// the day has passed.
/// </summary>
public sealed class EindeVanRechtswege(IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<EindeVanRechtswege> log)
    : Rounds("Het beëindigen van afgelopen budgetten", TimeSpan.FromHours(1), log)
{
    /// <summary>
    /// Handles each budget separately. A budget that fails, or that someone changes at this moment, waits for the next round.
    /// </summary>
    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        await Ieder(db => db.Afgelopen(vandaag), b => b.EindigVanRechtswege(b.Persoon(kluis), klok.GetUtcNow()), annulering);
        await Ieder(db => db.NooitGereserveerd(vandaag), b => b.LoopAf(b.Persoon(kluis), klok.GetUtcNow()), annulering);
    }

    private async Task Ieder(Func<PgbDb, IQueryable<Budget>> welke, Action<Budget> doe, CancellationToken annulering)
    {
        Guid[] afgelopen;
        await using (var scope = scopes.CreateAsyncScope())
            afgelopen = await welke(scope.ServiceProvider.GetRequiredService<PgbDb>()).Select(b => b.Id).ToArrayAsync(annulering);
        foreach (var id in afgelopen)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PgbDb>();
                if (await welke(db).SingleOrDefaultAsync(b => b.Id == id, annulering) is not { } budget) continue;
                doe(budget);
                await db.SaveChangesAsync(annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                log.LogWarning("Een afgelopen budget komt in de volgende beurt terug: {Fout}.", e.GetType().Name);
            }
        }
    }
}
