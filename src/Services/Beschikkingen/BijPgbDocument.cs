using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// Keeps which forms for a pgb came in, because they may come before the aanvraag. If the applicant was asked for one, the aanvraag has it
/// now (Awb 4:5).
/// </summary>
public sealed class BijPgbDocument(BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok) : IReaction<PgbDocumentOntvangen>
{
    public async Task Handle(PgbDocumentOntvangen gebeurtenis, CancellationToken annulering)
    {
        await db.HoudPgb(gebeurtenis.VoorzieningId, annulering);
        if (!await db.Pgbstukken.AnyAsync(s => s.VoorzieningId == gebeurtenis.VoorzieningId && s.Soort == gebeurtenis.Soort, annulering))
            db.Add(new Pgbstuk
            {
                VoorzieningId = gebeurtenis.VoorzieningId,
                Soort = gebeurtenis.Soort,
                OntvangenOp = gebeurtenis.OntvangenOp,
            });
        var aanvragen = await db.Aanvragen.Where(a => a.Dossiernummer == gebeurtenis.Dossiernummer).ToListAsync(annulering);
        foreach (var aanvraag in aanvragen)
            aanvraag.KrijgtPgbFormulier(
                gebeurtenis.VoorzieningId, gebeurtenis.Soort, gebeurtenis.OntvangenOp, beleid, klok.GetUtcNow());
    }
}
