using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Creates the budget of a granted pgb, which the SVB or the municipality itself then reserves (Wmo 2015 art. 2.6.2). There is one per
/// voorziening, however often the event arrives, and none when a later decision on the voorziening arrived before. A toets that still runs
/// lapses, because the decision was taken without it. A decision to change granted help is carried out by what it changes.
/// </summary>
public sealed class BijBeschikkingBekendgemaakt(PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok)
    : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        // A change of the person may have arrived before.
        var beeld = await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering);
        if (beeld?.Stand > gebeurtenis.Persoonstand)
            gebeurtenis = gebeurtenis with { Persoon = new(beeld.Persoon(kluis)), GeenBerichtenverkeer = beeld.GeenBerichtenverkeer };
        foreach (var toets in await db.ToetsenVanAanvraag(gebeurtenis, gebeurtenis.OnderzoekId, annulering)) toets.Verval();
        if (gebeurtenis.VanWijziging) return;
        var alle = gebeurtenis.Voorzieningen.Select(v => v.VoorzieningId).ToList();
        List<Guid> bekend =
        [
            .. await db.Budgetten.Where(b => alle.Contains(b.VoorzieningId)).Select(b => b.VoorzieningId).ToListAsync(annulering),
            .. await db.Besluitstanden.Where(b => alle.Contains(b.VoorzieningId)).Select(b => b.VoorzieningId).ToListAsync(annulering),
        ];
        foreach (var voorziening in gebeurtenis.Voorzieningen
            .Where(v => v.IsToegekend && v.Leveringsvorm == Leveringsvorm.Pgb && !bekend.Contains(v.VoorzieningId)))
        {
            var van = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == voorziening.VoorzieningId, annulering);
            var budget = Budget.Ken(gebeurtenis, voorziening, van?.Vertegenwoordiging(kluis), kluis, klok.GetUtcNow());
            db.Add(budget);
            if (beeld is { IsOverleden: true }) budget.TrekInNaOverlijden(klok.Vandaag(), kluis, klok.GetUtcNow());
            else await svb.MeldAan(budget, annulering);
        }
    }
}
