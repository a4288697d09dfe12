using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// The onderzoek ended without a verslag, the aanvraag was withdrawn, or it went to another municipality, so nothing more is
/// to be decided on it.
/// </summary>
public sealed class BijAfgebroken(MeldingenDb db) : IReaction<OnderzoekGestopt>, IReaction<AanvraagDoorgezonden>,
    IReaction<AanvraagIngetrokken>
{
    public async Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).StoptOnderzoek(gebeurtenis.GestoptOp);

    public async Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).IsKlaar(gebeurtenis.AggregaatId);

    public async Task Handle(AanvraagIngetrokken gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Geheel)
            (await db.VanMelding(gebeurtenis, annulering)).IsKlaar(gebeurtenis.AggregaatId);
    }
}
