using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>Help in natura has started, perhaps the first voorziening of this person; or goes on, which is no start when the start is not known yet.</summary>
public sealed class BijZorgGestart(EigenBijdrageDb db, CakMelden cak, Vault kluis, TimeProvider klok) : IReaction<ZorgGestart>
{
    public async Task Handle(ZorgGestart gebeurtenis, CancellationToken annulering)
    {
        var persoon = gebeurtenis.Persoon.Waarde;
        var bijdrage = gebeurtenis.Hervat
            ? await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering)
            : await db.VanPersoon(gebeurtenis.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        var oordeel = Bijdrageregels.Beoordeel(gebeurtenis.Begindatum, persoon.Geboortedatum, gebeurtenis.Productcategorie);
        bijdrage.Start(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Begindatum, Leveringsvorm.Zin, oordeel.NietVerschuldigd(), klok.GetUtcNow(), gebeurtenis.GeenBerichtenverkeer);
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}

/// <summary>A temporary stop (reason 20): the CAK hears nothing.</summary>
public sealed class BijZorgTijdelijkGestopt(EigenBijdrageDb db) : IReaction<ZorgTijdelijkGestopt>
{
    public async Task Handle(ZorgTijdelijkGestopt gebeurtenis, CancellationToken annulering) =>
        (await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering)).StopTijdelijk(gebeurtenis, gebeurtenis.VoorzieningId);
}

/// <summary>Help in natura has officially ended: perhaps the last voorziening of this person.</summary>
public sealed class BijZorgGestopt(EigenBijdrageDb db, CakMelden cak) : IReaction<ZorgGestopt>
{
    public async Task Handle(ZorgGestopt gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.Stop(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Einddatum);
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}

/// <summary>The provider has taken a start back: as if this help never began. After a temporary stop nothing changes for the CAK.</summary>
public sealed class BijZorgstartVerwijderd(EigenBijdrageDb db, CakMelden cak) : IReaction<ZorgstartVerwijderd>
{
    public async Task Handle(ZorgstartVerwijderd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        if (gebeurtenis.Hervat) bijdrage.StopTijdelijk(gebeurtenis, gebeurtenis.VoorzieningId);
        else bijdrage.VervalStart(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Begindatum);
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}

/// <summary>The provider has taken a stop back: the help goes on, or has stopped for a time only. Either way the contribution goes on.</summary>
public sealed class BijZorgstopVerwijderd(EigenBijdrageDb db, CakMelden cak) : IReaction<ZorgstopVerwijderd>
{
    public async Task Handle(ZorgstopVerwijderd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.GaDoor(gebeurtenis, gebeurtenis.VoorzieningId);
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}
