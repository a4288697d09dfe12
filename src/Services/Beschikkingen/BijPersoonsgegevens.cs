using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// Takes over what is known about the person now, in every aanvraag, voorziening, bezwaar, klacht, request for change and beroep of
/// that person. A death ends a machtiging.
/// </summary>
public sealed class BijPersoonsgegevens(BeschikkingenDb db, Vault kluis, TimeProvider klok)
    : IReaction<PersoonsgegevensVastgesteld>, IReaction<PersoonsgegevensGewijzigd>
{
    public Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    public Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    private async Task Neem(IOverPersoon gebeurtenis, CancellationToken annulering)
    {
        if (await db.Volg(gebeurtenis, kluis, annulering) is not { } beeld) return;
        foreach (var aanvraag in await db.Aanvragen.Where(a => a.PersoonId == beeld.Id).ToListAsync(annulering))
        {
            aanvraag.NeemPersoon(beeld, kluis);
            var eerder = aanvraag.Besluitvorming.Machtiging?.VoorHulp;
            // Letters about the help and about a bezwaar go to the heirs too.
            if (beeld.IsOverleden && aanvraag.EindigMachtigingDoorOverlijden(beeld.OverledenOp ?? klok.Vandaag(), klok.GetUtcNow()))
                await GemachtigdeVastleggen.Volg(db, aanvraag, eerder, kluis, annulering);
        }
        foreach (var voorziening in await db.Voorzieningen.Where(v => v.PersoonId == beeld.Id).ToListAsync(annulering))
            voorziening.NeemPersoon(beeld, kluis);
        var bsn = beeld.Persoon(kluis).Bsn;
        foreach (var bezwaar in await db.Bezwaren.Where(b => b.PersoonId == beeld.Id).ToListAsync(annulering))
            bezwaar.NeemPersoon(bsn, beeld.IsOverleden);
        foreach (var klacht in await db.Klachten.Where(k => k.PersoonId == beeld.Id).ToListAsync(annulering)) klacht.NeemBsn(bsn);
        foreach (var verzoek in await db.Wijzigingsverzoeken.Where(w => w.PersoonId == beeld.Id).ToListAsync(annulering))
            verzoek.NeemBsn(bsn);
        foreach (var beroep in await db.Beroepen.Where(b => b.PersoonId == beeld.Id).ToListAsync(annulering)) beroep.NeemBsn(bsn);
        foreach (var houder in await db.Dossierhouders.Where(d => d.PersoonId == beeld.Id).ToListAsync(annulering)) houder.Bsn = bsn;
    }
}
