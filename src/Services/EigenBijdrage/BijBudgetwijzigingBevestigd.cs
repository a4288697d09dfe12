using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The period of a budget has changed, so it counts from its new first day. BijBudgetBeeindigd sets its last day.</summary>
public sealed class BijBudgetwijzigingBevestigd(EigenBijdrageDb db, CakSignaal cak) : IReaction<BudgetwijzigingBevestigd>
{
    public async Task Handle(BudgetwijzigingBevestigd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.Verschuif(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Periode.Ingangsdatum);
        await cak.Signaleer(bijdrage, annulering);
    }
}
