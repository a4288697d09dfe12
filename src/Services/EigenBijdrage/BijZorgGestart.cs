using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// Help in natura has started, perhaps the first voorziening of this person, or it has resumed. A resumption waits until its start has
/// arrived.
/// </summary>
public sealed class BijZorgGestart(EigenBijdrageDb db, CakSignaal cak, Vault kluis, TimeProvider klok) : IReaction<ZorgGestart>
{
    public async Task Handle(ZorgGestart gebeurtenis, CancellationToken annulering)
    {
        var persoon = gebeurtenis.Persoon.Waarde;
        var bijdrage = gebeurtenis.Hervat
            ? await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering)
            : await db.VanPersoon(gebeurtenis.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        var oordeel = Bijdrageregels.Beoordeel(gebeurtenis.Begindatum, persoon.Geboortedatum, gebeurtenis.Productcategorie);
        bijdrage.Start(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Begindatum, Leveringsvorm.Zin, oordeel.NietVerschuldigd(),
            klok.GetUtcNow(), gebeurtenis.GeenBerichtenverkeer);
        await cak.Signaleer(bijdrage, annulering);
    }
}
