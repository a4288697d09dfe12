using Microsoft.EntityFrameworkCore;
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
        Volg(gebeurtenis, gebeurtenis.Versie, gebeurtenis.Periode, ingetrokken: false, annulering);

    public Task Handle(BudgetBeeindigd gebeurtenis, CancellationToken annulering) => Volg(
        gebeurtenis, gebeurtenis.Versie, gebeurtenis.Periode with { Einddatum = gebeurtenis.Einddatum }, gebeurtenis.Ingetrokken,
        annulering);

    private async Task Volg(IMetHulpverloop gebeurtenis, int versie, Periode periode, bool ingetrokken, CancellationToken annulering)
    {
        var persoonId = gebeurtenis.Hulp.PersoonId;
        await db.HoudPersoon(persoonId, annulering);
        var pgb = await db.Pgb(gebeurtenis.VoorzieningId, persoonId, annulering);
        var aangehouden = await db.Toewijzingen
            .Where(t => t.PersoonId == persoonId && t.Status == Toewijzingstatus.Aangehouden).ToListAsync(annulering);
        var doorDitPgb = aangehouden.Where(t => Stapeling.NaastPgb(t, [pgb]) is not null).ToList();
        pgb.Volg(versie, periode, ingetrokken);
        foreach (var vanEenAanbieder in doorDitPgb.GroupBy(t => t.Agb))
            await toewijzer.WijsToeOfHoudAan([.. vanEenAanbieder.OrderBy(t => t.Toewijzingnummer)], annulering);
    }
}
