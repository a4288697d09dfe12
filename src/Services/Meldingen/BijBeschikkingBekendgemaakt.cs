using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>The aanvraag was decided. Until the term for bezwaar is over, and while help runs, the dossier stays open.</summary>
public sealed class BijBeschikkingBekendgemaakt(MeldingenDb db) : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis, annulering)).IsBeschikt(gebeurtenis.AggregaatId, gebeurtenis.Bezwaartermijn.Uiterlijk);
}
