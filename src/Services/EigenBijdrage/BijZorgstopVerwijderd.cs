using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The provider has taken back a stop: the help goes on, or has stopped for a time only. Either way the contribution goes on.
/// </summary>
public sealed class BijZorgstopVerwijderd(EigenBijdrageDb db, CakSignaal cak) : IReaction<ZorgstopVerwijderd>
{
    public async Task Handle(ZorgstopVerwijderd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.GaDoor(gebeurtenis, gebeurtenis.VoorzieningId);
        await cak.Signaleer(bijdrage, annulering);
    }
}
