using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The provider has taken back a start, so the help counts as never begun. When the provider takes back a resumption, nothing changes for
/// the CAK.
/// </summary>
public sealed class BijZorgstartVerwijderd(EigenBijdrageDb db, CakSignaal cak) : IReaction<ZorgstartVerwijderd>
{
    public async Task Handle(ZorgstartVerwijderd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        if (gebeurtenis.Hervat) bijdrage.StopTijdelijk(gebeurtenis, gebeurtenis.VoorzieningId);
        else bijdrage.VervalStart(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Begindatum);
        await cak.Signaleer(bijdrage, annulering);
    }
}
