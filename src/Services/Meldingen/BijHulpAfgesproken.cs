using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Help was agreed, so the person is followed until it is over. Which melding of the dossier it came from does not matter.
/// </summary>
public sealed class BijHulpAfgesproken(MeldingenDb db) : IReaction<ZorgAfgesproken>, IReaction<BudgetAfgesproken>
{
    public Task Handle(ZorgAfgesproken gebeurtenis, CancellationToken annulering) => Verwerk(gebeurtenis, annulering);

    public Task Handle(BudgetAfgesproken gebeurtenis, CancellationToken annulering) => Verwerk(gebeurtenis, annulering);

    private async Task Verwerk<T>(T gebeurtenis, CancellationToken annulering) where T : Gebeurtenis, IMetHulpverloop =>
        (await db.Meldingen.Where(m => m.Dossiernummer == gebeurtenis.Dossiernummer).OrderBy(m => m.Id).FirstAsync(annulering))
            .SpreektHulpAf(gebeurtenis.Hulp.Periode.Einddatum);
}
