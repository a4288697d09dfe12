using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>A pgb has ended, so the same product may be assigned again from then on (iWmo OP043).</summary>
public sealed class BijBudgetBeeindigd(ZorgaanbiedersDb db) : IReaction<BudgetBeeindigd>
{
    public async Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering)
    {
        // An unknown pgb blocks no assignment.
        if (await db.FindAsync<Pgb>([gebeurtenis.VoorzieningId], annulering) is not { } pgb) return;
        if (gebeurtenis.Ingetrokken) db.Remove(pgb);
        else pgb.Einddatum = gebeurtenis.Einddatum;
    }
}
