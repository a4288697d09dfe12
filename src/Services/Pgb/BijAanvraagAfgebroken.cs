using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// Another municipality decides on the aanvraag, or the resident withdrew it, so a toets that still runs lapses. The end is stored, so that
/// a choice that arrives later starts nothing.
/// </summary>
public sealed class BijAanvraagAfgebroken(PgbDb db) : IReaction<AanvraagDoorgezonden>, IReaction<AanvraagIngetrokken>
{
    public Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering) => Eindig(gebeurtenis, annulering);

    public async Task Handle(AanvraagIngetrokken gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Geheel) await Eindig(gebeurtenis, annulering);
        foreach (var voorzieningId in gebeurtenis.Voorzieningen)
        {
            var toets = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == voorzieningId, annulering);
            if (toets is null) db.Add(toets = new PgbToets(voorzieningId, gebeurtenis.Dossiernummer));
            toets.Volg(gebeurtenis);
        }
    }

    private async Task Eindig(Gebeurtenis gebeurtenis, CancellationToken annulering)
    {
        (await db.Einde(gebeurtenis.Dossiernummer, annulering)).VolgAanvraag(gebeurtenis);
        foreach (var toets in await db.Toetsen.Where(t => t.Dossiernummer == gebeurtenis.Dossiernummer).ToListAsync(annulering))
            toets.Verval();
    }
}
