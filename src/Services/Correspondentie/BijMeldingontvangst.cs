using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>The day of receipt of the melding was corrected, so the resident is told which terms hold now.</summary>
public sealed class BijMeldingontvangst(Briefpost post) : IReaction<MeldingontvangstGecorrigeerd>
{
    public Task Handle(MeldingontvangstGecorrigeerd g, CancellationToken annulering) => post.Leg(
        new Meldingcorrectie(g.Op.Dag(), g.Meldingnummer!, g.Was, g.OntvangenOp, g.Onderzoekstermijn.Uiterlijk, g.AanvraagVanaf,
            g.Reden.Waarde), g, annulering);
}
