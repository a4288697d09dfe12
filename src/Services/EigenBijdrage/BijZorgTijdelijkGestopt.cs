using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>A temporary stop (reason 20) sends no signal to the CAK.</summary>
public sealed class BijZorgTijdelijkGestopt(EigenBijdrageDb db) : IReaction<ZorgTijdelijkGestopt>
{
    public async Task Handle(ZorgTijdelijkGestopt gebeurtenis, CancellationToken annulering) =>
        (await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering))
            .StopTijdelijk(gebeurtenis, gebeurtenis.VoorzieningId);
}
