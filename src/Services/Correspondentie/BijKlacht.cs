using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>Something happened to a klacht or to its term, so the person is told: each time, and once for each time.</summary>
public sealed class BijKlacht(Briefpost post)
    : IReaction<KlachtOntvangen>, IReaction<KlachtbedoelingGevraagd>, IReaction<KlachtcommissieIngeschakeld>, IReaction<KlachtVerdaagd>,
        IReaction<KlachtgesprekGepland>, IReaction<KlachtAfgerond>
{
    public Task Handle(KlachtOntvangen g, CancellationToken annulering) =>
        post.Leg(new Klachtbevestiging(g.Zaaknummer, g.OntvangenOp, g.Over, g.Termijn.Uiterlijk), g, annulering);

    public Task Handle(KlachtbedoelingGevraagd g, CancellationToken annulering) =>
        post.Leg(new Klachtvraag(g.Zaaknummer, g.GevraagdOp, g.Uiterlijk, g.Besluitnummer), g, annulering);

    public Task Handle(KlachtcommissieIngeschakeld g, CancellationToken annulering) =>
        post.Leg(new Klachtcommissiebrief(g.Zaaknummer, g.GemeldOp, g.Termijn.Uiterlijk), g, annulering);

    public Task Handle(KlachtVerdaagd g, CancellationToken annulering) =>
        post.Leg(new Klachtverdaging(g.Zaaknummer, g.VerdaagdOp, g.MetInstemming, g.Termijn.Uiterlijk, g.Reden.Waarde), g, annulering);

    public Task Handle(KlachtgesprekGepland g, CancellationToken annulering) => post.Leg(
        new Klachtuitnodiging(g.Zaaknummer, g.Op.Dag(), g.Tijdstip.Dag(), g.Tijdstip.Tijd(), g.Plaats.Waarde), g, annulering);

    public Task Handle(KlachtAfgerond g, CancellationToken annulering) =>
        post.Leg(new Klachtafhandeling(g.Zaaknummer, g.AfgerondOp, g.Afloop, g.NietBehandeld, g.Tekst?.Waarde, g.Advies?.Waarde,
            g.AfwijkingVanAdvies?.Waarde), g, annulering);
}
