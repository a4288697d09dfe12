using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The SVB has reserved a budget: a pgb counts from its first day.</summary>
public sealed class BijBudgetGereserveerd(EigenBijdrageDb db, CakMelden cak, Kluis kluis, TimeProvider klok) : IReactie<BudgetGereserveerd>
{
    public async Task Verwerk(BudgetGereserveerd gebeurtenis, CancellationToken annulering)
    {
        var (persoon, start) = (gebeurtenis.Persoon.Waarde, gebeurtenis.Periode.Ingangsdatum);
        var bijdrage = await db.VanPersoon(gebeurtenis.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        var oordeel = Bijdrageregels.Beoordeel(start, persoon.Geboortedatum, gebeurtenis.Productcategorie);
        bijdrage.Start(gebeurtenis, gebeurtenis.VoorzieningId, start, Leveringsvorm.Pgb, oordeel.Reden, klok.GetUtcNow());
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}

/// <summary>A budget has officially ended: perhaps the last voorziening of this person.</summary>
public sealed class BijBudgetBeeindigd(EigenBijdrageDb db, CakMelden cak) : IReactie<BudgetBeeindigd>
{
    public async Task Verwerk(BudgetBeeindigd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.Stop(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Einddatum);
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}
