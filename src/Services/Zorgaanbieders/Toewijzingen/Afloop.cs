using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Records that the agreed last day of an assignment has passed, at the start of the service and every hour. A provider that reports no
/// end, or never came, then holds up nothing.
/// </summary>
public sealed class Afloop(IServiceScopeFactory scopes, Vault kluis, TimeProvider klok, ILogger<Afloop> log)
    : RowRounds<ZorgaanbiedersDb>("Het aflopen van toewijzingen", TimeSpan.FromHours(1), scopes, log)
{
    public override Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        return Each(db => db.Afgelopen(vandaag), t => t.LoopAf(kluis, klok.GetUtcNow()), annulering);
    }

    protected override void Waits(string fout) =>
        log.LogWarning("Een afgelopen toewijzing komt in de volgende beurt terug: {Fout}.", fout);
}
