using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// Another municipality decides on the aanvraag, it became a melding, or the resident withdrew it, so a toets that still
/// runs lapses. The end is stored, so that a choice that arrives later starts nothing.
/// </summary>
public sealed class BijAanvraagAfgebroken(PgbDb db) : IReaction<AanvraagDoorgezonden>, IReaction<AanvraagIngetrokken>,
    IReaction<AanvraagWerdMelding>
{
    public async Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering)
    {
        foreach (var toets in await db.ToetsenVanAanvraag(gebeurtenis, gebeurtenis.OnderzoekId, annulering)) toets.Verval();
    }

    public async Task Handle(AanvraagWerdMelding gebeurtenis, CancellationToken annulering)
    {
        foreach (var toets in await db.ToetsenVanAanvraag(gebeurtenis, gebeurtenis.OnderzoekId, annulering)) toets.Verval();
    }

    public async Task Handle(AanvraagIngetrokken gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Geheel)
            foreach (var toets in await db.ToetsenVanAanvraag(gebeurtenis, gebeurtenis.OnderzoekId, annulering)) toets.Verval();
        foreach (var voorzieningId in gebeurtenis.Voorzieningen)
        {
            var toets = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == voorzieningId, annulering);
            if (toets is null) db.Add(toets = new PgbToets(voorzieningId, gebeurtenis.Dossiernummer));
            toets.Volg(gebeurtenis);
        }
    }
}
