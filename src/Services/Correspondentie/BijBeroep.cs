using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Something happened to a case at the court, so the person is told what it means and which days count. The court itself sends the
/// invitation and the judgment.
/// </summary>
public sealed class BijBeroep(Briefpost post)
    : IReaction<BeroepIngesteld>, IReaction<BeroepUitgebreid>, IReaction<UitspraakOntvangen>, IReaction<BeroepIngetrokken>
{
    public Task Handle(BeroepIngesteld g, CancellationToken annulering) => post.Leg(
        new Beroepsbrief(g.Zaaknummer, g.Op.Dag(), Beroepsnieuws.Ingesteld, g.Soort, g.Besluitnummer, g.Stukken?.Uiterlijk), g, annulering);

    public Task Handle(BeroepUitgebreid g, CancellationToken annulering) =>
        post.Leg(new Beroepsbrief(g.Zaaknummer, g.Op.Dag(), Beroepsnieuws.Uitgebreid, null, g.Besluitnummer, null), g, annulering);

    public Task Handle(BeroepIngetrokken g, CancellationToken annulering) =>
        post.Leg(new Beroepsbrief(g.Zaaknummer, g.Op.Dag(), Beroepsnieuws.Ingetrokken, null, null, null), g, annulering);

    public Task Handle(UitspraakOntvangen g, CancellationToken annulering) =>
        post.Leg(new Uitspraakbrief(g.Zaaknummer, g.Op.Dag(), g.Uitspraak, g.HogerBeroep?.Uiterlijk, g.Verzet?.Uiterlijk), g, annulering);
}
