using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>The day of receipt of the melding was corrected, so the six weeks end on another day.</summary>
public sealed class BijMeldingontvangst(OnderzoekDb db) : IReaction<MeldingontvangstGecorrigeerd>
{
    public async Task Handle(MeldingontvangstGecorrigeerd gebeurtenis, CancellationToken annulering) =>
        (await db.VanMelding(gebeurtenis.AggregaatId, annulering)).NeemOntvangst(gebeurtenis);
}
