using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Records that the agreed last day of an assignment has passed, at the start of the service and every hour. A provider that reports no
/// end, or never came, then holds up nothing.
/// </summary>
public sealed class Afloop(IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<Afloop> log)
    : Rounds("Het aflopen van toewijzingen", TimeSpan.FromHours(1), log)
{
    /// <summary>
    /// Handles each assignment separately. One that fails, or that someone changes at this moment, waits for the next round.
    /// </summary>
    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        Guid[] afgelopen;
        await using (var scope = scopes.CreateAsyncScope())
            afgelopen = await scope.ServiceProvider.GetRequiredService<ZorgaanbiedersDb>()
                .Afgelopen(vandaag).Select(t => t.Id).ToArrayAsync(annulering);
        foreach (var id in afgelopen)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ZorgaanbiedersDb>();
                if (await db.Afgelopen(vandaag).SingleOrDefaultAsync(t => t.Id == id, annulering) is not { } toewijzing) continue;
                toewijzing.LoopAf(kluis, klok.GetUtcNow());
                await db.SaveChangesAsync(annulering);
            }
            catch (Exception e) when (!annulering.IsCancellationRequested)
            {
                log.LogWarning("Een afgelopen toewijzing komt in de volgende beurt terug: {Fout}.", e.GetType().Name);
            }
        }
    }
}
