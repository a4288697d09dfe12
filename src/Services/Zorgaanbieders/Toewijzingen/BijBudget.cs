using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The period of a pgb has changed or ended, so from then on the same product may be assigned again (iWmo OP043). It is stored too when the
/// beschikking has not arrived yet. Help in kind that this pgb holds is judged again: had the event come first, it would not be held.
/// </summary>
public sealed class BijBudget(ZorgaanbiedersDb db, Toewijzer toewijzer) : IReaction<BudgetwijzigingBevestigd>, IReaction<BudgetBeeindigd>
{
    public Task Handle(BudgetwijzigingBevestigd gebeurtenis, CancellationToken annulering) =>
        Volg(gebeurtenis, gebeurtenis.Periode, ingetrokken: false, annulering);

    public Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering) => Volg(
        gebeurtenis, gebeurtenis.Periode with { Einddatum = gebeurtenis.Einddatum }, gebeurtenis.Ingetrokken, annulering);

    private async Task Volg<T>(T gebeurtenis, Periode periode, bool ingetrokken, CancellationToken annulering)
        where T : Gebeurtenis, IMetHulpverloop
    {
        var persoonId = gebeurtenis.Hulp.PersoonId;
        await db.HoudPersoon(persoonId, annulering);
        var pgb = await db.Voorziening(gebeurtenis.VoorzieningId, persoonId, gebeurtenis.Dossiernummer, annulering);
        var doorDitPgb = await toewijzer.AangehoudenDoor(pgb, annulering);
        pgb.Volg(gebeurtenis.Versie, periode, ingetrokken);
        await toewijzer.BeoordeelOpnieuw(doorDitPgb, annulering);
    }
}
