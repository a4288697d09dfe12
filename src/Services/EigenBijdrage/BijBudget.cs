using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The SVB has reserved a budget: a pgb counts from its first day.</summary>
public sealed class BijBudgetGereserveerd(EigenBijdrageDb db, CakMelden cak, Vault kluis, TimeProvider klok) : IReaction<BudgetGereserveerd>
{
    public async Task Handle(BudgetGereserveerd gebeurtenis, CancellationToken annulering)
    {
        var (persoon, start) = (gebeurtenis.Persoon.Waarde, gebeurtenis.Periode.Ingangsdatum);
        var bijdrage = await db.VanPersoon(gebeurtenis.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        var oordeel = Bijdrageregels.Beoordeel(start, persoon.Geboortedatum, gebeurtenis.Productcategorie);
        bijdrage.Start(gebeurtenis, gebeurtenis.VoorzieningId, start, Leveringsvorm.Pgb, oordeel.NietVerschuldigd(), klok.GetUtcNow(), gebeurtenis.GeenBerichtenverkeer);
        if (await db.FindAsync<EindeZonderStart>([gebeurtenis.VoorzieningId], annulering) is { } einde)
        {
            bijdrage.Stop(gebeurtenis with { AggregaatId = einde.AggregaatId, Versie = einde.Versie }, gebeurtenis.VoorzieningId, einde.Einddatum, einde.Ingetrokken);
            db.Remove(einde);
        }
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}

/// <summary>A budget has officially ended: perhaps the last voorziening of this person. One that was never reserved owes nothing.</summary>
public sealed class BijBudgetBeeindigd(EigenBijdrageDb db, CakMelden cak) : IReaction<BudgetBeeindigd>
{
    public async Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering)
    {
        var (id, einddatum, ingetrokken) = (gebeurtenis.VoorzieningId, gebeurtenis.Einddatum, gebeurtenis.Ingetrokken);
        if (await db.VanPersoon(gebeurtenis.PersoonId, annulering) is { } bijdrage && bijdrage.Zoek(id) is not null)
        {
            bijdrage.Stop(gebeurtenis, id, einddatum, ingetrokken);
            await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
        }
        else if (await db.FindAsync<EindeZonderStart>([id], annulering) is null)
        {
            db.Add(new EindeZonderStart { VoorzieningId = id, AggregaatId = gebeurtenis.AggregaatId, Versie = gebeurtenis.Versie, Einddatum = einddatum, Ingetrokken = ingetrokken });
        }
    }
}

/// <summary>The period of a budget has changed: it counts from its new first day. Its last day is told when it ends.</summary>
public sealed class BijBudgetwijzigingBevestigd(EigenBijdrageDb db, CakMelden cak) : IReaction<BudgetwijzigingBevestigd>
{
    public async Task Handle(BudgetwijzigingBevestigd gebeurtenis, CancellationToken annulering)
    {
        var bijdrage = await db.MetVoorziening(gebeurtenis.PersoonId, gebeurtenis.VoorzieningId, annulering);
        bijdrage.Verschuif(gebeurtenis, gebeurtenis.VoorzieningId, gebeurtenis.Periode.Ingangsdatum);
        await cak.MeldWatVerschuldigdIs(bijdrage, annulering);
    }
}
