using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Help was agreed, so the person is followed and the dossier is open until it is over. Every melding of the dossier keeps that, because
/// any of them may be withdrawn.
/// </summary>
public sealed class BijHulpAfgesproken(MeldingenDb db) : IReaction<ZorgAfgesproken>, IReaction<BudgetAfgesproken>
{
    public Task Handle(ZorgAfgesproken gebeurtenis, CancellationToken annulering) => Verwerk(gebeurtenis, annulering);

    public Task Handle(BudgetAfgesproken gebeurtenis, CancellationToken annulering) => Verwerk(gebeurtenis, annulering);

    private async Task Verwerk<T>(T gebeurtenis, CancellationToken annulering) where T : Gebeurtenis, IMetHulpverloop
    {
        foreach (var melding in await db.Meldingen.Where(m => m.Dossiernummer == gebeurtenis.Dossiernummer).ToListAsync(annulering))
            melding.SpreektHulpAf(gebeurtenis.Hulp.Periode.Einddatum);
    }
}
