using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>
/// The day of receipt of a melding was corrected, and with it the first day of an aanvraag without a verslag (Wmo 2015 art. 2.3.2 lid 9).
/// An aanvraag that was taken for too early may prove to be one. An aanvraag that was received stays one: the resident may rely on that.
/// </summary>
public sealed class BijMeldingontvangst(BeschikkingenDb db, Vault kluis, TimeProvider klok) : IReaction<MeldingontvangstGecorrigeerd>
{
    public async Task Handle(MeldingontvangstGecorrigeerd gebeurtenis, CancellationToken annulering)
    {
        var melding = await db.Meldingsbeeld(gebeurtenis, annulering);
        melding.Neem(gebeurtenis);
        if (melding.Meldingnummer is not { } nummer) return;
        var vanaf = AanvraagMoment.ZonderVerslag(melding).Uiterlijk;
        foreach (var vroeg in await db.VroegeAanvragen.Where(v => v.Meldingnummer == nummer && !v.IsAanvraag).ToListAsync(annulering))
            vroeg.KanVanaf(vanaf);
        if (await db.Onderzoeken.AsNoTracking().SingleOrDefaultAsync(o => o.Meldingnummer == nummer, annulering) is not { } bekend) return;
        await db.HoudOnderzoek(bekend.Id, annulering);
        // Somebody else may have held it until now.
        var onderzoek = await db.Onderzoeken.SingleAsync(o => o.Id == bekend.Id, annulering);
        var aanvragen = await db.Aanvragen.Where(a => a.OnderzoekId == onderzoek.Id).ToListAsync(annulering);
        foreach (var aanvraag in aanvragen) aanvraag.KanVanaf(vanaf);
        if (aanvragen.Count == 0) await db.NeemVroegeAanvraag(melding, onderzoek, kluis, klok.GetUtcNow(), annulering);
    }
}
