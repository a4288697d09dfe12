using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// Lets the toets of a withdrawn indicatie lapse. A withdrawal without a toets is stored too, so that an older choice that arrives later
/// starts nothing.
/// </summary>
public sealed class BijIndicatieIngetrokken(PgbDb db) : IReaction<IndicatieIngetrokken>
{
    public async Task Handle(IndicatieIngetrokken gebeurtenis, CancellationToken annulering)
    {
        var toets = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == gebeurtenis.VoorzieningId, annulering);
        if (toets is null) db.Add(toets = new PgbToets(gebeurtenis.VoorzieningId, gebeurtenis.Dossiernummer));
        toets.Volg(gebeurtenis);
    }
}
