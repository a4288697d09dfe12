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

    private async Task Neem<T>(T gebeurtenis, DateOnly? bevestigdOp, CancellationToken annulering) where T : Gebeurtenis, IVanMelding
    {
        var melding = await db.VanMelding(gebeurtenis, annulering);
        melding.Bevestig(bevestigdOp, gebeurtenis.AggregaatId, gebeurtenis.Versie);
    }
}
