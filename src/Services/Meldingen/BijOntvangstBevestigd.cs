using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Correspondentie sent the confirmation of receipt, so the melding counts as confirmed; or its e-mail came back, so that it does not.
/// </summary>
public sealed class BijOntvangstBevestigd(MeldingenDb db) : IReaction<OntvangstBevestigd>, IReaction<OntvangstbevestigingTeruggekomen>
{
    public Task Handle(OntvangstBevestigd gebeurtenis, CancellationToken annulering) =>
        Neem(gebeurtenis, gebeurtenis.BevestigdOp, annulering);

    public Task Handle(OntvangstbevestigingTeruggekomen gebeurtenis, CancellationToken annulering) =>
        Neem(gebeurtenis, null, annulering);

    private async Task Neem(Gebeurtenis gebeurtenis, DateOnly? bevestigdOp, CancellationToken annulering)
    {
        var melding = await db.Meldingen.SingleAsync(m => m.Dossiernummer == gebeurtenis.Dossiernummer, annulering);
        melding.Bevestig(bevestigdOp, gebeurtenis.AggregaatId, gebeurtenis.Versie);
    }
}
