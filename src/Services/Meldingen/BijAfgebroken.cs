using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// The onderzoek ended without a verslag, the aanvraag was withdrawn, or it went to another municipality, so the person need not be
/// followed for this dossier any more.
/// </summary>
public sealed class BijAfgebroken(MeldingenDb db) : IReaction<OnderzoekGestopt>, IReaction<AanvraagDoorgezonden>,
    IReaction<AanvraagIngetrokken>
{
    public Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering) =>
        Stop(gebeurtenis, gebeurtenis.GestoptOp, annulering);

    public Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering) =>
        Stop(gebeurtenis, gebeurtenis.DoorgezondenOp, annulering);

    public Task Handle(AanvraagIngetrokken gebeurtenis, CancellationToken annulering) =>
        gebeurtenis.Geheel ? Stop(gebeurtenis, gebeurtenis.IngetrokkenOp, annulering) : Task.CompletedTask;

    private async Task Stop<T>(T gebeurtenis, DateOnly dag, CancellationToken annulering) where T : Gebeurtenis, IVanMelding =>
        (await db.VanMelding(gebeurtenis, annulering)).Stopt(dag);
}
