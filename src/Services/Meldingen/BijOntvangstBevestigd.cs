using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>The confirmation of receipt was really sent: the melding counts as confirmed.</summary>
public sealed class BijOntvangstBevestigd(MeldingenDb db) : IReactie<OntvangstBevestigd>
{
    public async Task Verwerk(OntvangstBevestigd gebeurtenis, CancellationToken annulering)
    {
        var melding = await db.Meldingen.SingleAsync(m => m.Dossiernummer == gebeurtenis.Dossiernummer, annulering);
        melding.Bevestig(gebeurtenis.BevestigdOp);
    }
}
