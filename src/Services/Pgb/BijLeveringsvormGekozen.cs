using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// A choice for a pgb starts a toets. A choice for zorg in natura is stored too, so that an older choice that arrives later starts nothing.
/// So does a choice from before the end of the onderzoek, or from before the beschikking.
/// </summary>
public sealed class BijLeveringsvormGekozen(PgbDb db, TimeProvider klok) : IReaction<LeveringsvormGekozen>
{
    public async Task Handle(LeveringsvormGekozen gebeurtenis, CancellationToken annulering)
    {
        var toets = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == gebeurtenis.VoorzieningId, annulering);
        if (toets is null) db.Add(toets = new PgbToets(gebeurtenis.VoorzieningId, gebeurtenis.Dossiernummer));
        var einde = await db.FindAsync<Onderzoekseinde>([gebeurtenis.AggregaatId], annulering);
        toets.Volg(gebeurtenis, achterhaald: einde?.Achterhaalt(gebeurtenis) == true, klok.GetUtcNow());
    }
}
