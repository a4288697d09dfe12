using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>Something happened to the aanvraag or to its term, so the applicant is told: each time, and once for each time.</summary>
public sealed class BijAanvraag(Briefpost post)
    : IReaction<AanvraagOntvangen>, IReaction<AanvraagTeVroegOntvangen>, IReaction<AanvullingGevraagd>,
        IReaction<AanvullingHerinnerd>, IReaction<UitstelAangekondigd>, IReaction<BeslistermijnOpgeschort>,
        IReaction<OpschortingGeeindigd>, IReaction<AanvraagontvangstGecorrigeerd>, IReaction<AanvraagIngetrokken>,
        IReaction<AanvraagWerdMelding>,
        IReaction<IngebrekestellingOntvangen>, IReaction<DwangsomVastgesteld>, IReaction<DwangsomTeruggevorderd>,
        IReaction<VoornemenAangekondigd>, IReaction<BeschikkingBekendgemaakt>
{
    /// <summary>
    /// Who signed the verslag knows that it is the aanvraag: the verslag says so. Who asked for another form got the confirmation of that
    /// request, with the day. If it was sent to another body, they are told when it came here (Awb 2:3).
    /// </summary>
    public Task Handle(AanvraagOntvangen g, CancellationToken annulering) =>
        g is { Vorm: Aanvraagvorm.OndertekendVerslag or Aanvraagvorm.Wijziging, EerstBij: null } ? Task.CompletedTask
        : post.Leg(new Aanvraagbevestiging(g.Op.Dag(), g.OntvangenOp, g.Termijn.Uiterlijk, g.Vorm, g.EerstBij), g, annulering);

    public Task Handle(AanvraagTeVroegOntvangen g, CancellationToken annulering) =>
        post.Leg(new VroegeAanvraagbrief(g.Op.Dag(), g.OntvangenOp, g.AanvraagVanaf), g, annulering);

    public Task Handle(AanvullingGevraagd g, CancellationToken annulering) => post.Leg(
        new Aanvulverzoek(g.Vraag.Waarde.Stukken, g.Vraag.Waarde.Toelichting, g.GevraagdOp, g.Uiterlijk, g.Termijn.Uiterlijk), g,
        annulering);

    public Task Handle(AanvullingHerinnerd g, CancellationToken annulering) =>
        post.Leg(new Aanvulherinnering(g.Vraag.Waarde.Stukken, g.Op.Dag(), g.Uiterlijk), g, annulering);

    public Task Handle(UitstelAangekondigd g, CancellationToken annulering) =>
        post.Leg(new Uitstelbrief(g.AangekondigdOp, g.ToegezegdeDatum, g.Reden?.Waarde), g, annulering);

    public Task Handle(BeslistermijnOpgeschort g, CancellationToken annulering) => post.Leg(
        new Opschortingsbrief(g.Reden, g.Van, g.TermijnTot, Voorbij: false, g.Termijn.Uiterlijk, g.Toelichting.Waarde), g, annulering);

    public Task Handle(OpschortingGeeindigd g, CancellationToken annulering) =>
        post.Leg(new Opschortingsbrief(g.Reden, g.Tot, null, Voorbij: true, g.Termijn.Uiterlijk, null), g, annulering);

    public Task Handle(AanvraagontvangstGecorrigeerd g, CancellationToken annulering) => post.Leg(
        new Ontvangstcorrectie(g.Op.Dag(), g.Was, g.OntvangenOp, g.Termijn.Uiterlijk, g.Reden.Waarde), g, annulering);

    public Task Handle(AanvraagWerdMelding g, CancellationToken annulering) =>
        post.Leg(new Onderzoeknodigbrief(g.GewordenOp, g.OntvangenOp, g.Reden.Waarde), g, annulering);

    /// <summary>Who takes back a request for another form is told that the help stays (<see cref="BijWijzigingsverzoek"/>).</summary>
    public Task Handle(AanvraagIngetrokken g, CancellationToken annulering) => g.Wijzigingsnummer is not null ? Task.CompletedTask
        : post.Leg(new Intrekkingsbevestiging(g.IngetrokkenOp, g.Geheel), g, annulering);

    public Task Handle(IngebrekestellingOntvangen g, CancellationToken annulering) =>
        post.Leg(new Ingebrekestellingsantwoord(g.OntvangenOp, g.Oordeel, g.Termijn?.Uiterlijk, g.Op.Dag(), g.Zaaknummer is not null,
            g.Zaaknummer ?? g.Aanvraagnummer, g.HerkendIn, g.MeerZaken,
            g.Beroepnummer is not null), g, annulering);

    public Task Handle(DwangsomVastgesteld g, CancellationToken annulering) => post.Leg(
        new Dwangsombrief(g.VastgesteldOp, g.Bedrag, g.Dagen, g.Grond, g.Betaaltermijn?.Uiterlijk, g.Bezwaartermijn.Uiterlijk,
            g.Motivering.Waarde, g.Zaaknummer is not null, g.Beroepnummer is not null, g.Aandelen), g, annulering);

    public Task Handle(VoornemenAangekondigd g, CancellationToken annulering) => post.Leg(
        new Voornemenbrief(g.Termijn.Start, g.Termijn.Uiterlijk, g.Tekst.Waarde.Besluit, g.Tekst.Waarde.Gegevens), g,
        annulering, g.Gemachtigde?.Waarde);

    public Task Handle(BeschikkingBekendgemaakt g, CancellationToken annulering) => Beschikkingsbrief.Van(g) is { } brief
        ? post.Leg(brief, g, annulering, g.Gemachtigde?.Waarde) : Task.CompletedTask;

    public Task Handle(DwangsomTeruggevorderd g, CancellationToken annulering) =>
        post.Leg(new Dwangsomterugvordering(g.TeruggevorderdOp, g.Bedrag, g.Reden.Waarde, g.Beroepnummer is not null, g.Aandelen)
        {
            BetalenUiterlijk = g.Betaaltermijn?.Uiterlijk,
            BezwaarUiterlijk = g.Bezwaartermijn?.Uiterlijk,
        }, g, annulering);
}
