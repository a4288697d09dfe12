using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// A budget has officially ended, perhaps the last voorziening of this person. For a budget that was never reserved no contribution is due.
/// </summary>
public sealed class BijBudgetBeeindigd(EigenBijdrageDb db, CakSignaal cak) : IReaction<BudgetBeeindigd>
{
    public async Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering)
    {
        var (id, einddatum, ingetrokken) = (gebeurtenis.VoorzieningId, gebeurtenis.Einddatum, gebeurtenis.Ingetrokken);
        if (await db.VanPersoon(gebeurtenis.PersoonId, annulering) is { } bijdrage && bijdrage.Zoek(id) is not null)
        {
            bijdrage.Stop(gebeurtenis, id, einddatum, ingetrokken);
            await cak.Signaleer(bijdrage, annulering);
        }
        else if (await db.FindAsync<EindeZonderStart>([id], annulering) is null)
        {
            db.Add(new EindeZonderStart
            {
                VoorzieningId = id,
                AggregaatId = gebeurtenis.AggregaatId,
                Versie = gebeurtenis.Versie,
                Einddatum = einddatum,
                Ingetrokken = ingetrokken,
            });
        }
    }
}
