using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>Correspondentie sent the confirmation of receipt: the melding counts as confirmed.</summary>
public sealed class BijOntvangstBevestigd(MeldingenDb db) : IReaction<OntvangstBevestigd>
{
    public async Task Handle(OntvangstBevestigd gebeurtenis, CancellationToken annulering)
    {
        var melding = await db.Meldingen.SingleAsync(m => m.Dossiernummer == gebeurtenis.Dossiernummer, annulering);
        melding.Bevestig(gebeurtenis.BevestigdOp);
    }
}
