using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The SVB, or the municipality itself, has reserved a budget: the pgb counts from its first day.</summary>
public sealed class BijBudgetGereserveerd(EigenBijdrageDb db, CakSignaal cak, Vault kluis, TimeProvider klok)
    : IReaction<BudgetGereserveerd>
{
    public async Task Handle(BudgetGereserveerd gebeurtenis, CancellationToken annulering)
    {
        var (persoon, start) = (gebeurtenis.Persoon.Waarde, gebeurtenis.Periode.Ingangsdatum);
        var bijdrage = await db.VanPersoon(gebeurtenis.PersoonId, persoon.Bsn, gebeurtenis.Dossiernummer, kluis, annulering);
        var oordeel = Bijdrageregels.Beoordeel(start, persoon.Geboortedatum, gebeurtenis.Productcategorie);
        bijdrage.Start(gebeurtenis, gebeurtenis.VoorzieningId, start, Leveringsvorm.Pgb, oordeel.NietVerschuldigd(), klok.GetUtcNow(),
            gebeurtenis.GeenBerichtenverkeer);
        if (await db.FindAsync<EindeZonderStart>([gebeurtenis.VoorzieningId], annulering) is { } einde)
        {
            bijdrage.Stop(gebeurtenis with { AggregaatId = einde.AggregaatId, Versie = einde.Versie }, gebeurtenis.VoorzieningId,
                einde.Einddatum, einde.Ingetrokken);
            db.Remove(einde);
        }
        await cak.Signaleer(bijdrage, annulering);
    }
}
