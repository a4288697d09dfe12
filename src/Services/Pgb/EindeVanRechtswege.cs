using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Ends budgets whose last day has passed, at the start of the service and every hour. For a budget that was never reserved it records that
/// the day has passed.
/// </summary>
public sealed class EindeVanRechtswege(IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<EindeVanRechtswege> log)
    : RowRounds<PgbDb>("Het beëindigen van afgelopen budgetten", TimeSpan.FromHours(1), scopes, log)
{
    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        await Each(db => db.Afgelopen(vandaag), b => b.EindigVanRechtswege(b.Persoon(kluis), klok.GetUtcNow()), annulering);
        await Each(db => db.NooitGereserveerd(vandaag), b => b.LoopAf(b.Persoon(kluis), klok.GetUtcNow()), annulering);
    }

    protected override void Waits(string fout) => log.LogWarning("Een afgelopen budget komt in de volgende beurt terug: {Fout}.", fout);
}
