using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// A later decision on a voorziening. Its budget becomes what the decision grants as pgb, whatever happened before: it changes, begins,
/// ends, is withdrawn, or begins again. The decision may arrive before the beschikking that it follows. Of a voorziening that becomes an
/// aid, or stops being one, the money at the SVB and the money that the municipality keeps itself are two budgets.
/// </summary>
public sealed class BijVoorzieningGewijzigd(PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok) : IReaction<VoorzieningGewijzigd>
{
    public async Task Handle(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering)
    {
        var beeld = await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering);
        if (!await db.NeemBesluit(gebeurtenis.VoorzieningId, gebeurtenis.Stand, annulering)) return;
        if (beeld?.Stand > gebeurtenis.Persoonstand)
            gebeurtenis = gebeurtenis with { Persoon = new(beeld.Persoon(kluis)), GeenBerichtenverkeer = beeld.GeenBerichtenverkeer };
        var budgetten = await db.Budgetten.Where(b => b.VoorzieningId == gebeurtenis.VoorzieningId).ToListAsync(annulering);
        foreach (var inEigenBeheer in (bool[])[false, true])
        {
            var toegekend = gebeurtenis.Delen.Budgetdelen(inEigenBeheer);
            if (budgetten.Find(b => b.InEigenBeheer == inEigenBeheer) is { } budget)
                await Volg(budget, gebeurtenis, toegekend, beeld, annulering);
            else if (toegekend.Count > 0)
                await Ken(gebeurtenis, toegekend, beeld, annulering);
        }
        await svb.MeldTegengehoudenAan(gebeurtenis.PersoonId, annulering);
    }

    private async Task Volg(Budget budget, VoorzieningGewijzigd besluit, IReadOnlyList<Functiebudget> toegekend, Persoonsbeeld? beeld,
        CancellationToken annulering)
    {
        budget.NeemPersoon(besluit.Persoon.Waarde, besluit.GeenBerichtenverkeer, kluis);
        // While only a part of the date is known, a death ends the budget on the day on which it was handled.
        var overledenOp = beeld is { IsOverleden: true }
            ? beeld.OverledenOp ?? (budget.Beeindiging is { WegensOverlijden: true } einde ? einde.Einddatum : klok.Vandaag())
            : (DateOnly?)null;
        budget.Volg(besluit, toegekend, overledenOp, kluis, klok.GetUtcNow());
        await svb.MeldAan(budget, annulering);
    }

    private async Task Ken(
        VoorzieningGewijzigd besluit, IReadOnlyList<Functiebudget> toegekend, Persoonsbeeld? beeld, CancellationToken annulering)
    {
        var toets = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == besluit.VoorzieningId, annulering);
        var budget = Budget.Ken(besluit, toegekend, toets?.Vertegenwoordiging(kluis), kluis, klok.GetUtcNow());
        db.Add(budget);
        if (beeld is { IsOverleden: true }) budget.TrekInNaOverlijden(klok.Vandaag(), kluis, klok.GetUtcNow());
        else await svb.MeldAan(budget, annulering);
    }
}
