using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>Stops an onderzoek that has no signed verslag yet.</summary>
public sealed class BijMeldingIngetrokken(OnderzoekDb db, TimeProvider klok) : IReaction<MeldingIngetrokken>
{
    public async Task Handle(MeldingIngetrokken gebeurtenis, CancellationToken annulering)
    {
        var onderzoek = await db.VanMelding(gebeurtenis.AggregaatId, annulering);
        onderzoek.TrekMeldingIn(gebeurtenis.IngetrokkenOp, klok.GetUtcNow());
    }
}
