using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// A decision of this service was made known. A bezwaar that came before it waits no longer (Awb 6:10 lid 2), and a bezwaar about the same
/// voorziening is about the new decision too (Awb 6:19). So is a case at the court about the same help (6:19, 6:24), or about the lack of
/// that decision (6:20).
/// </summary>
public sealed class BijEigenBesluit(BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok)
    : IReaction<BeschikkingBekendgemaakt>, IReaction<VoorzieningGewijzigd>, IReaction<BeslissingOpBezwaarBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        if (await db.Aanvragen.SingleOrDefaultAsync(a => a.Id == gebeurtenis.AggregaatId, annulering) is not { } aanvraag) return;
        var besluit = Besluitzoeker.Van(aanvraag, null);
        await db.HoudBesluit(aanvraag.Id, annulering);
        foreach (var bezwaar in await Lopend(gebeurtenis.Dossiernummer, annulering))
            if (bezwaar.BesluitId == aanvraag.Id) bezwaar.BegintTermijn(besluit, beleid, klok.GetUtcNow());
        await VoegBijBeroep(aanvraag.Id, gebeurtenis.Beschikkingnummer, gebeurtenis.BekendgemaaktOp, annulering);
    }

    public Task Handle(BeslissingOpBezwaarBekendgemaakt gebeurtenis, CancellationToken annulering) =>
        VoegBijBeroep(gebeurtenis.AggregaatId, gebeurtenis.Zaaknummer, gebeurtenis.BekendgemaaktOp, annulering);

    private async Task VoegBijBeroep(Guid besluitId, string nummer, DateOnly bekendgemaaktOp, CancellationToken annulering)
    {
        foreach (var beroep in await db.Beroepen.Where(b => b.BesluitId == besluitId).ToListAsync(annulering))
            // A case about the decision itself is not about the next one, but what its judgment ordered is done.
            if (beroep.Soort == Beroepsoort.NietTijdig || beroep.Openstaand.Any(o =>
                o.Soort == Opdrachtsoort.OpnieuwBeslissen && o.Termijn.Start <= bekendgemaaktOp))
                beroep.Voeg(nummer, bekendgemaaktOp, klok.GetUtcNow());
    }

    public async Task Handle(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering)
    {
        // The decision on the aanvraag is handled as such, and what only goes on is no decision. What a court gives meanwhile is no
        // decision of the municipality, so no bezwaar is about it.
        if (gebeurtenis.Soort is Besluitsoort.Aanvraag or Besluitsoort.Rechter || gebeurtenis.LooptDoor) return;
        await db.HoudBesluit(gebeurtenis.BesluitId, annulering);
        foreach (var bezwaar in await Lopend(gebeurtenis.Dossiernummer, annulering))
            // A bezwaar about the decision on an aanvraag hears of it by its beschikking.
            if (bezwaar.BesluitId == gebeurtenis.BesluitId && gebeurtenis.Soort == Besluitsoort.Vormwijziging) continue;
            else if (bezwaar.Besluiten[0].Nummer == gebeurtenis.Beschikkingnummer)
                bezwaar.BegintTermijn(bezwaar.Besluiten[0] with { BekendgemaaktOp = gebeurtenis.BekendgemaaktOp }, beleid,
                    klok.GetUtcNow());
            else if (bezwaar.Was(gebeurtenis.VoorzieningId) is { } was)
                bezwaar.Voeg(await db.Bijkomend(gebeurtenis.BesluitId, gebeurtenis.Beschikkingnummer, gebeurtenis.BekendgemaaktOp,
                    await Eigen(gebeurtenis, annulering), was, annulering), klok.GetUtcNow());
        if (gebeurtenis.Soort == Besluitsoort.Bezwaar) return;
        foreach (var beroep in await db.BijDeRechter(gebeurtenis.Dossiernummer, gebeurtenis.VoorzieningId, annulering))
            beroep.VoegWijziging(gebeurtenis.Beschikkingnummer, gebeurtenis.BekendgemaaktOp, klok.GetUtcNow());
    }

    /// <summary>The help that the municipality itself gave by this decision, without what a court gave meanwhile.</summary>
    private async Task<IReadOnlyList<Voorzieningdeel>> Eigen(VoorzieningGewijzigd gebeurtenis, CancellationToken annulering) =>
        (await db.Voorzieningen.AsNoTracking().SingleOrDefaultAsync(v => v.VoorzieningId == gebeurtenis.VoorzieningId, annulering))
            ?.Standen.FirstOrDefault(s => s.Stand == gebeurtenis.Stand)?.Eigen ?? gebeurtenis.Delen;

    private Task<List<Bezwaar>> Lopend(string dossiernummer, CancellationToken annulering) => db.Bezwaren.Where(b =>
        b.Dossiernummer == dossiernummer && (b.Status == Bezwaarstatus.Ontvangen || b.Status == Bezwaarstatus.Beslist))
        .ToListAsync(annulering);
}
