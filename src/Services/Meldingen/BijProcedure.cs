using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// A bezwaar, klacht or beroep began, went on or ended. While one runs its dossier stays open, so that a new melding joins it and the
/// person is followed.
/// </summary>
public sealed class BijProcedure(MeldingenDb db)
    : IReaction<BezwaarOntvangen>, IReaction<BezwaarIngetrokken>, IReaction<BeslissingOpBezwaarBekendgemaakt>,
        IReaction<OnderzoekNaBezwaarBegonnen>, IReaction<BezwaarHeropend>, IReaction<KlachtOntvangen>, IReaction<KlachtAfgerond>,
        IReaction<BeroepIngesteld>, IReaction<BeroepIngetrokken>, IReaction<UitspraakOntvangen>, IReaction<RechterlijkeOpdrachtUitgevoerd>
{
    public Task Handle(BezwaarOntvangen g, CancellationToken annulering) => Neem(g, true, null, annulering);

    public Task Handle(BezwaarIngetrokken g, CancellationToken annulering) => Neem(g, false, null, annulering);

    /// <summary>A founded bezwaar that asks for an onderzoek runs until that has begun.</summary>
    public Task Handle(BeslissingOpBezwaarBekendgemaakt g, CancellationToken annulering) =>
        Neem(g, g.OnderzoekNodig, g.Beroepstermijn.Uiterlijk, annulering);

    public Task Handle(OnderzoekNaBezwaarBegonnen g, CancellationToken annulering) => Neem(g, false, null, annulering);

    public Task Handle(BezwaarHeropend g, CancellationToken annulering) => Neem(g, true, null, annulering);

    public Task Handle(KlachtOntvangen g, CancellationToken annulering) => Neem(g, true, null, annulering);

    public Task Handle(KlachtAfgerond g, CancellationToken annulering) => Neem(g, false, null, annulering);

    public Task Handle(BeroepIngesteld g, CancellationToken annulering) => Neem(g, true, null, annulering);

    public Task Handle(BeroepIngetrokken g, CancellationToken annulering) => Neem(g, false, null, annulering);

    public async Task Handle(UitspraakOntvangen g, CancellationToken annulering)
    {
        var procedure = await db.Procedure(g.Zaaknummer, g.Dossiernummer, annulering);
        procedure.Neem(g.Versie, g.Uitspraak.Tussenuitspraak, g.HogerBeroep?.Uiterlijk);
        procedure.Draag(g.Uitspraak.Opdrachten.Select(o => o.OpdrachtId));
    }

    public async Task Handle(RechterlijkeOpdrachtUitgevoerd g, CancellationToken annulering) =>
        (await db.Procedure(g.Zaaknummer, g.Dossiernummer, annulering)).VoerUit(g.OpdrachtId);

    private async Task Neem<T>(T g, bool loopt, DateOnly? tot, CancellationToken annulering) where T : Gebeurtenis, IVanZaak =>
        (await db.Procedure(g.Zaaknummer!, g.Dossiernummer, annulering)).Neem(g.Versie, loopt, tot);
}
