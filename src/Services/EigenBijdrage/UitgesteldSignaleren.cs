using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// Sends signals that had to wait, at the start of the service and every hour. Their day was too far ahead, or the same signal had already
/// been changed that day.
/// </summary>
public sealed class UitgesteldSignaleren(IServiceScopeFactory scopes, ILogger<UitgesteldSignaleren> log)
    : RowRounds<EigenBijdrageDb>("Uitgesteld signaleren", TimeSpan.FromHours(1), scopes, log)
{
    public override Task Round(CancellationToken annulering) =>
        Each(db => db.Wachtend().Select(b => b.PersoonId), async (scope, persoonId) =>
        {
            if (await scope.GetRequiredService<EigenBijdrageDb>().VanPersoon(persoonId, annulering) is { } bijdrage)
                await scope.GetRequiredService<CakSignaal>().Signaleer(bijdrage, annulering);
        }, annulering);

    protected override void Waits(string fout) =>
        log.LogWarning("Uitgesteld signaleren komt in de volgende beurt terug bij één persoon: {Fout}.", fout);
}
