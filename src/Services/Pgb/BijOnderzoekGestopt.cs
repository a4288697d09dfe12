using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// After a stopped onderzoek no pgb follows, so its toetsen lapse, also those with an outcome. The end is stored, so that a choice that
/// arrives later starts nothing.
/// </summary>
public sealed class BijOnderzoekGestopt(PgbDb db) : IReaction<OnderzoekGestopt>
{
    public async Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering)
    {
        (await db.Einde(gebeurtenis.AggregaatId, annulering)).Volg(gebeurtenis);
        foreach (var toets in await db.Toetsen.Where(t => t.OnderzoekId == gebeurtenis.AggregaatId).ToListAsync(annulering))
            toets.Volg(gebeurtenis);
    }
}
