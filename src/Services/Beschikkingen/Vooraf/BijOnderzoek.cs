using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>
/// Keeps how far each onderzoek is. The outcome of an onderzoek that ends while an aanvraag without it waits for a decision is brought into
/// that aanvraag. An aanvraag that was taken for too early, because the news that the onderzoek was done came later, is one after all.
/// </summary>
public sealed class BijOnderzoek(BeschikkingenDb db, Vault kluis, TimeProvider klok) : IReaction<OnderzoekGeopend>,
    IReaction<IndicatieGesteld>, IReaction<IndicatieIngetrokken>, IReaction<LeveringsvormGekozen>, IReaction<VerslagVastgesteld>,
    IReaction<OnderzoekGestopt>
{
    public Task Handle(OnderzoekGeopend gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);

    public Task Handle(IndicatieGesteld gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    public Task Handle(IndicatieIngetrokken gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    public Task Handle(LeveringsvormGekozen gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    public Task Handle(VerslagVastgesteld gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);

    public Task Handle(OnderzoekGestopt gebeurtenis, CancellationToken annulering) => Volg(gebeurtenis, annulering);

    private async Task<Onderzoeksbeeld> Neem(Gebeurtenis gebeurtenis, CancellationToken annulering)
    {
        var onderzoek = await db.Onderzoeksbeeld(gebeurtenis, annulering);
        onderzoek.Neem(gebeurtenis);
        return onderzoek;
    }

    private async Task Volg(Gebeurtenis gebeurtenis, CancellationToken annulering)
    {
        var onderzoek = await Neem(gebeurtenis, annulering);
        var nu = klok.GetUtcNow();
        var aanvragen = await db.Aanvragen.Where(a => a.OnderzoekId == onderzoek.Id).ToListAsync(annulering);
        foreach (var aanvraag in aanvragen) aanvraag.VolgOnderzoek(onderzoek, nu);
        if (onderzoek is { Meldingnummer: { } nummer, KlaarVanaf: not null } && !aanvragen.Exists(a => a.KlaarOp is null)
            && await db.Meldingen.SingleOrDefaultAsync(m => m.Meldingnummer == nummer, annulering) is { } melding)
            await db.NeemVroegeAanvraag(melding, onderzoek, kluis, nu, annulering);
    }
}
