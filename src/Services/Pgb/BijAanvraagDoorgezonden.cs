using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>Another municipality decides on the aanvraag, so a toets that still runs here lapses.</summary>
public sealed class BijAanvraagDoorgezonden(PgbDb db) : IReaction<AanvraagDoorgezonden>
{
    public async Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering)
    {
        foreach (var toets in await db.Toetsen.Where(t => t.Dossiernummer == gebeurtenis.Dossiernummer).ToListAsync(annulering))
            toets.Verval();
    }
}
