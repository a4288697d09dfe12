using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// The onderzoek ended without a verslag, or the aanvraag went to another municipality, so the person need not be followed for this dossier
/// any more.
/// </summary>
public sealed class BijAfgebroken(MeldingenDb db) : IReaction<OnderzoekGestopt>, IReaction<AanvraagDoorgezonden>
{
    public Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering) =>
        Stop(gebeurtenis, gebeurtenis.GestoptOp, annulering);

    public Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering) =>
        Stop(gebeurtenis, gebeurtenis.DoorgezondenOp, annulering);

    private async Task Stop(Gebeurtenis gebeurtenis, DateOnly dag, CancellationToken annulering) =>
        (await db.Meldingen.SingleAsync(m => m.Dossiernummer == gebeurtenis.Dossiernummer, annulering)).Stopt(dag);
}
