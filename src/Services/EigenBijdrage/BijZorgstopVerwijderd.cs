using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The provider has taken back a stop. The help then runs, or is stopped temporarily; in both cases the contribution continues.
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
