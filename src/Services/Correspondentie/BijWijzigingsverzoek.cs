using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// A request for change was received or done with, so the person is told. An opzegging, a melding and a decision have letters of their own.
/// </summary>
public sealed class BijWijzigingsverzoek(Briefpost post) : IReaction<WijzigingsverzoekOntvangen>, IReaction<WijzigingsverzoekAfgerond>
{
    public Task Handle(WijzigingsverzoekOntvangen g, CancellationToken annulering) =>
        g is { Weg: Wijzigingsroute.Opzegging, Wacht: null } ? Task.CompletedTask : post.Leg(new Wijzigingsbevestiging(
            g.Zaaknummer, g.OntvangenOp, g.Vraag, g.Weg, g.Beslistermijn?.Uiterlijk, g.Belofte.Uiterlijk)
        {
            LaatsteDag = g.Wacht?.LaatsteDag,
        }, g, annulering);

    public Task Handle(WijzigingsverzoekAfgerond g, CancellationToken annulering) =>
        g.Afloop is Wijzigingsafloop.Uitgevoerd or Wijzigingsafloop.Ingetrokken or Wijzigingsafloop.NietMeerNodig
            ? post.Leg(new Wijzigingsuitvoering(g.Zaaknummer, g.AfgerondOp, g.Afloop == Wijzigingsafloop.Ingetrokken)
            {
                NietMeerNodig = g.Afloop == Wijzigingsafloop.NietMeerNodig,
            }, g, annulering)
            : Task.CompletedTask;
}
