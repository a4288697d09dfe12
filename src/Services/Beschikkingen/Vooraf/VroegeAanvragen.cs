using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen.Vooraf;

/// <summary>Aanvragen that were taken for too early, because the fact that made them possible became known later.</summary>
internal static class VroegeAanvragen
{
    /// <summary>Makes the first of them an aanvraag that proves not to have been too early. The caller holds the onderzoek.</summary>
    public static async Task NeemVroegeAanvraag(this BeschikkingenDb db, Meldingsbeeld melding, Onderzoeksbeeld onderzoek, Vault kluis,
        DateTimeOffset nu, CancellationToken annulering)
    {
        foreach (var vroeg in await db.VroegeAanvragen.Where(v => v.Meldingnummer == melding.Meldingnummer && !v.IsAanvraag)
            .OrderBy(v => v.OntvangenOp).ToListAsync(annulering))
            if (AanvraagMoment.Van(vroeg.OntvangenOp, melding, onderzoek) is { } begin)
            {
                db.Add(Aanvraag.Doe(vroeg.WordtAanvraag(kluis), begin, melding, onderzoek,
                    await db.Persoonsbeeld(melding.PersoonId, annulering), await db.NieuwAanvraagnummer(nu.Dag().Year, annulering), kluis,
                    nu));
                return;
            }
    }
}
