using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// The onderzoek ended without a verslag, the aanvraag was withdrawn, became a melding, or went to another municipality, so nothing more is
/// to be decided on it.
/// </summary>
public sealed class BijAfgebroken(MeldingenDb db) : IReaction<OnderzoekGestopt>, IReaction<AanvraagDoorgezonden>,
    IReaction<AanvraagIngetrokken>, IReaction<AanvraagWerdMelding>
{
    public async Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).StoptOnderzoek(gebeurtenis.GestoptOp);

    public async Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).IsKlaar(gebeurtenis.AggregaatId);

    public async Task Handle(AanvraagWerdMelding gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).IsKlaar(gebeurtenis.AggregaatId);

    public async Task Handle(AanvraagIngetrokken gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Geheel)
            (await db.VanMelding(gebeurtenis, annulering)).IsKlaar(gebeurtenis.AggregaatId);
    }
}
