using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// An aanvraag is to be decided, so the dossier is open, also when the onderzoek had ended or an earlier aanvraag was decided.
/// </summary>
public sealed class BijAanvraagOntvangen(MeldingenDb db) : IReaction<AanvraagOntvangen>
{
    public async Task Handle(AanvraagOntvangen gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).KrijgtAanvraag(gebeurtenis.AggregaatId);
}
