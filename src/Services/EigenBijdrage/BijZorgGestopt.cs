using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Help in natura has officially ended, perhaps the last voorziening of this person.</summary>
public sealed class BijZorgGestopt(EigenBijdrageDb db, CakSignaal cak) : IReaction<ZorgGestopt>
{
    public async Task Handle(ZorgGestopt gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.Stop(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Einddatum);
        await cak.Signaleer(bijdrage, annulering);
    }
}
