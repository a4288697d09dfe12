using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>Something happened to a bezwaar or to its term, so the objector is told: each time, and once for each time.</summary>
public sealed class BijBezwaar(Briefpost post)
    : IReaction<BezwaarOntvangen>, IReaction<BezwaartijdigheidBeoordeeld>, IReaction<BezwaarherstelGevraagd>,
        IReaction<BezwaarcommissieIngeschakeld>, IReaction<BezwaarVerdaagd>, IReaction<BezwaarUitgesteld>, IReaction<HoorzittingGepland>,
        IReaction<NieuwFeitGemeld>, IReaction<BezwaarUitgebreid>, IReaction<BezwaarIngetrokken>,
        IReaction<BeslissingOpBezwaarBekendgemaakt>, IReaction<BezwaarHeropend>, IReaction<NabestaandenGevraagd>,
        IReaction<BezwaarAangevuld>, IReaction<HorenGevraagd>, IReaction<VanHorenAfgezien>
{
    public Task Handle(BezwaarOntvangen g, CancellationToken annulering) => post.Leg(
        new Bezwaarbevestiging(g.Zaaknummer, g.OntvangenOp, g.Tegen, g.Besluitnummer, g.Tijdigheid, g.Indienen?.Uiterlijk,
            g.Termijn?.Uiterlijk, g.HierOntvangenOp), g, annulering);

    /// <summary>That it is late stands in the decision.</summary>
    public Task Handle(BezwaartijdigheidBeoordeeld g, CancellationToken annulering) =>
        g is { Tijdigheid: not Bezwaartijdigheid.TeLaat, Termijn: { } termijn }
            ? Termijn(g, g.Zaaknummer, g.Tijdigheid == Bezwaartijdigheid.TeLaatVerschoonbaar ? Bezwaartermijnnieuws.TochOpTijd
                : Bezwaartermijnnieuws.Begonnen, termijn, null, annulering)
            : Task.CompletedTask;

    public Task Handle(BezwaarherstelGevraagd g, CancellationToken annulering) => post.Leg(
        new Bezwaarherstelbrief(
            g.Zaaknummer, g.GevraagdOp, g.Uiterlijk, g.Verzuimen, g.Termijn?.Uiterlijk, g.Toelichting?.Waarde), g, annulering);

    public Task Handle(BezwaarcommissieIngeschakeld g, CancellationToken annulering) =>
        post.Leg(new Bezwaarcommissiebrief(g.Zaaknummer, g.GemeldOp, g.Termijn!.Uiterlijk), g, annulering);

    public Task Handle(BezwaarVerdaagd g, CancellationToken annulering) =>
        Termijn(g, g.Zaaknummer, Bezwaartermijnnieuws.Verdaagd, g.Termijn, g.Reden.Waarde, annulering);

    public Task Handle(BezwaarUitgesteld g, CancellationToken annulering) => Termijn(
        g, g.Zaaknummer, g.Grond == Bezwaaruitstelgrond.Instemming ? Bezwaartermijnnieuws.MetInstemming : Bezwaartermijnnieuws.Voorschrift,
        g.Termijn, g.Toelichting.Waarde, annulering);

    public Task Handle(HoorzittingGepland g, CancellationToken annulering) => post.Leg(
        new Hooruitnodiging(g.Zaaknummer, g.Op.Dag(), g.Tijdstip.Dag(), g.Tijdstip.Tijd(), g.Plaats.Waarde, g.NadereStukken?.Uiterlijk,
            g.TerInzage?.Uiterlijk), g, annulering);

    public Task Handle(NieuwFeitGemeld g, CancellationToken annulering) =>
        post.Leg(new Nieuwefeitenbrief(g.Zaaknummer, g.GemeldOp, g.ReageerUiterlijk, g.Omschrijving.Waarde), g, annulering);

    public Task Handle(BezwaarUitgebreid g, CancellationToken annulering) =>
        post.Leg(new Bezwaaruitbreidingsbrief(g.Zaaknummer, g.Op.Dag(), g.Soort, g.Besluitnummer), g, annulering);

    public Task Handle(HorenGevraagd g, CancellationToken annulering) =>
        post.Leg(new Hoorbericht(g.Zaaknummer, g.GevraagdOp, g.Uiterlijk, null), g, annulering);

    /// <summary>That nobody is heard stands in the decision; a hearing that was planned is called off at once.</summary>
    public Task Handle(VanHorenAfgezien g, CancellationToken annulering) => g.Afgezegd is not { } zitting ? Task.CompletedTask
        : post.Leg(new Hoorbericht(g.Zaaknummer, g.Op.Dag(), null, zitting.Dag()), g, annulering);

    public Task Handle(BezwaarAangevuld g, CancellationToken annulering) =>
        post.Leg(new Bezwaaraanvullingsbrief(g.Zaaknummer, g.OntvangenOp, g.Voorzieningen.Count > 0), g, annulering);

    public Task Handle(NabestaandenGevraagd g, CancellationToken annulering) =>
        post.Leg(new Nabestaandenvraag(g.Zaaknummer, g.GevraagdOp, g.Uiterlijk), g, annulering);

    public Task Handle(BezwaarIngetrokken g, CancellationToken annulering) =>
        post.Leg(new Bezwaarintrekkingsbrief(g.Zaaknummer, g.IngetrokkenOp), g, annulering);

    /// <summary>One that the municipality sent itself is not sent again.</summary>
    public Task Handle(BeslissingOpBezwaarBekendgemaakt g, CancellationToken annulering) => g.BuitenPlatform ? Task.CompletedTask
        : post.Leg(
        new Bezwaarbeslissing(g.Zaaknummer, g.BekendgemaaktOp, g.Uitkomst, g.Motivering.Waarde, g.Beroepstermijn.Uiterlijk, g.Kosten,
            g.Betaaltermijn?.Uiterlijk, g.Voorzieningen)
        {
            OnderzoekNodig = g.OnderzoekNodig,
            Dwangsom = g.Dwangsom,
            Verantwoording = g.Verantwoording?.Waarde,
        }, g, annulering);

    public Task Handle(BezwaarHeropend g, CancellationToken annulering) => g.Termijn is not { } termijn ? Task.CompletedTask
        : Termijn(g, g.Zaaknummer, Bezwaartermijnnieuws.Heropend, termijn, null, annulering);

    private Task Termijn(Gebeurtenis g, string zaaknummer, Bezwaartermijnnieuws nieuws, Termijn termijn, string? toelichting,
        CancellationToken annulering) =>
        post.Leg(new Bezwaartermijnbrief(zaaknummer, g.Op.Dag(), nieuws, termijn.Uiterlijk, toelichting), g, annulering);
}
