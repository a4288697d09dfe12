using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The period of a pgb has changed or ended, so from then on the same product may be assigned again (iWmo OP043). It is stored too when the
/// beschikking has not arrived yet.
/// </summary>
public sealed class BijBudget(ZorgaanbiedersDb db) : IReaction<BudgetwijzigingBevestigd>, IReaction<BudgetBeeindigd>
{
    public async Task Handle(BudgetwijzigingBevestigd gebeurtenis, CancellationToken annulering) =>
        (await db.Pgb(gebeurtenis.VoorzieningId, gebeurtenis.Hulp.PersoonId, annulering))
            .Volg(gebeurtenis.Versie, gebeurtenis.Periode, ingetrokken: false);

    public async Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering) =>
        (await db.Pgb(gebeurtenis.VoorzieningId, gebeurtenis.Hulp.PersoonId, annulering)).Volg(
            gebeurtenis.Versie, gebeurtenis.Periode with { Einddatum = gebeurtenis.Einddatum }, gebeurtenis.Ingetrokken);
}
