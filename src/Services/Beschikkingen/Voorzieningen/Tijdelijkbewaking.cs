using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// Carries temporary help on while nobody has decided on the aanvraag, and reports when no decision is to come that would end it; at the
/// start of the service and every hour.
/// </summary>
public sealed class Tijdelijkbewaking(
    IServiceScopeFactory scopes, Tabel<Gemeentebeleid> beleid, Vault kluis, TimeProvider klok, ILogger<Tijdelijkbewaking> log)
    : RowRounds<BeschikkingenDb>("Het volgen van tijdelijke hulp", TimeSpan.FromHours(1), scopes, log)
{
    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        var regels = beleid.Op(vandaag).Waarde.Tijdelijk;
        var doorTot = regels.LoopDoorTot(vandaag);
        // The reason comes first, because help that another law gives is not carried on.
        await Each(db => db.Voorzieningen.Where(v => v.TijdelijkVoor != null && v.EigenTot >= vandaag).Select(v => v.Id),
            (services, id) => Volg(services.GetRequiredService<BeschikkingenDb>(), id, regels, annulering), annulering);
        await Each(db => db.Voorzieningen.Where(v => v.TijdelijkVoor != null && v.EigenTot >= vandaag && v.EigenTot <= doorTot),
            v => v.LoopDoor(regels, kluis, klok.GetUtcNow()), annulering);
    }

    private async Task Volg(BeschikkingenDb db, Guid id, Tijdelijkbeleid regels, CancellationToken annulering)
    {
        var voorziening = await db.Voorzieningen.SingleOrDefaultAsync(v => v.Id == id, annulering);
        if (voorziening?.TijdelijkVoor is not { } nummer) return;
        voorziening.Verwacht(Reden(
            await db.Meldingen.SingleOrDefaultAsync(m => m.Meldingnummer == nummer, annulering),
            await db.Onderzoeken.SingleOrDefaultAsync(o => o.Meldingnummer == nummer, annulering),
            await db.Aanvragen.Where(a => a.Meldingnummer == nummer && a.Wijzigingsnummer == null).ToListAsync(annulering),
            regels.GeenAanvraagNa(klok.Vandaag())), klok.GetUtcNow());
    }

    /// <summary>Why no decision is to come; null while one is.</summary>
    private static ZonderAanvraagreden? Reden(
        Vooraf.Meldingsbeeld? melding, Vooraf.Onderzoeksbeeld? onderzoek, List<Aanvraag> aanvragen, DateOnly geenAanvraagNa) =>
        aanvragen.Exists(a => a.KlaarOp is null) ? null
        : melding?.IngetrokkenOp is not null ? ZonderAanvraagreden.MeldingIngetrokken
        : aanvragen.Count > 0 ? ZonderAanvraagreden.AanvraagVervallen
        : onderzoek?.GestoptOp is not null ? ZonderAanvraagreden.OnderzoekGestopt
        : onderzoek?.VerslagOp <= geenAanvraagNa ? ZonderAanvraagreden.GeenAanvraag : null;

    protected override void Waits(string fout) =>
        log.LogWarning("Het volgen van tijdelijke hulp komt in de volgende beurt terug: {Fout}.", fout);
}
