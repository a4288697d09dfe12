using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// Without an indicatie there is nothing to check. The withdrawal is kept as well, so that an older choice that arrives after it starts
/// nothing.
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
