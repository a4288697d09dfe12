using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Takes over what is known about the person now, in every budget of that person. A death ends the budgets. Who moved away keeps them until
/// a user ends them; a budget for an aid stays after a move.
/// </summary>
public sealed class BijPersoonsgegevensGewijzigd(PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok)
    : IReaction<PersoonsgegevensGewijzigd>
{
    public async Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering)
    {
        if (await db.Volg(gebeurtenis, kluis, annulering) is not { } beeld) return;
        foreach (var budget in await db.Budgetten.Where(b => b.PersoonId == beeld.Id).OrderBy(b => b.Id).ToListAsync(annulering))
        {
            await svb.NeemTerug(budget, annulering);
            budget.NeemPersoon(beeld.Persoon(kluis), beeld.GeenBerichtenverkeer, kluis);
            // While only a part of the date is known, the budget ends now.
            if (beeld.IsOverleden)
                budget.EindigDoorOverlijden(beeld.OverledenOp ?? klok.Vandaag(), klok.Vandaag(), kluis, klok.GetUtcNow());
            await svb.MeldAan(budget, annulering);
        }
    }
}
