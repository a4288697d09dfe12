using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Help was decided or agreed, so the person is followed and the dossier is open until it is over. Every melding of the dossier keeps that,
/// because any of them may be withdrawn.
/// </summary>
public sealed class BijHulpAfgesproken(MeldingenDb db)
    : IReaction<ZorgAfgesproken>, IReaction<BudgetAfgesproken>, IReaction<VoorzieningGewijzigd>
{
    public Task Handle(ZorgAfgesproken gebeurtenis, CancellationToken annulering) =>
        Verwerk(gebeurtenis, m => m.SpreektHulpAf(gebeurtenis.Hulp.Periode.Einddatum), annulering);

    public Task Handle(BudgetAfgesproken gebeurtenis, CancellationToken annulering) =>
        Verwerk(gebeurtenis, m => m.SpreektHulpAf(gebeurtenis.Hulp.Periode.Einddatum), annulering);

    /// <summary>Help that could not wait, or was changed later. A provider may get it much later, or never.</summary>
    public Task Handle(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering) => Verwerk(gebeurtenis, m =>
    {
        if (gebeurtenis.Bezwaartermijn is { } termijn) m.IsBesloten(termijn.Uiterlijk);
        if (gebeurtenis.Delen is [.., var laatste]) m.SpreektHulpAf(laatste.Periode.Einddatum);
    }, annulering);

    private async Task Verwerk(Gebeurtenis gebeurtenis, Action<Melding> neem, CancellationToken annulering)
    {
        foreach (var melding in await db.Meldingen.Where(m => m.Dossiernummer == gebeurtenis.Dossiernummer).ToListAsync(annulering))
            neem(melding);
    }
}
