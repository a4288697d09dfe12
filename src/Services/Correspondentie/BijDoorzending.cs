using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>A melding or an aanvraag went to another municipality, so the resident is told (Awb 2:3 lid 1).</summary>
public sealed class BijDoorzending(Briefpost post) : IReaction<OnderzoekGestopt>, IReaction<AanvraagDoorgezonden>
{
    public Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering) =>
        gebeurtenis is { Reden: Stopreden.AndereGemeente, Gemeente: { } gemeente }
            ? Schrijf(gebeurtenis, gemeente, gebeurtenis.GestoptOp, isAanvraag: false, annulering)
            : Task.CompletedTask;

    public Task Handle(AanvraagDoorgezonden gebeurtenis, CancellationToken annulering) =>
        Schrijf(gebeurtenis, gebeurtenis.Gemeente, gebeurtenis.DoorgezondenOp, isAanvraag: true, annulering);

    private Task Schrijf(Gebeurtenis gebeurtenis, string gemeente, DateOnly dag, bool isAanvraag, CancellationToken annulering) =>
        post.Leg(new Doorzendbericht(gemeente, dag, isAanvraag), gebeurtenis, annulering);
}
