using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// Turns the signed verslag into the aanvraag. Its two weeks run from the day of receipt. If the resident applied already in another way,
/// the verslag belongs to that aanvraag.
/// </summary>
public sealed class BijVerslagOndertekend(BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis, TimeProvider klok)
    : IReaction<VerslagOndertekend>
{
    public async Task Handle(VerslagOndertekend gebeurtenis, CancellationToken annulering)
    {
        var onderzoek = await db.Onderzoeksbeeld(gebeurtenis, annulering);
        // The inbox forgets events after a while. A replay after that finds that this one was handled.
        if (onderzoek.IsOndertekend) return;
        onderzoek.Neem(gebeurtenis);
        var aanvragen = await db.Aanvragen.Where(a => a.OnderzoekId == gebeurtenis.AggregaatId).ToListAsync(annulering);
        var nu = klok.GetUtcNow();
        if (aanvragen.OrderBy(a => a.KlaarOp is not null).Any(a => a.KrijgtHandtekening(gebeurtenis, beleid, nu))) return;
        var aanvraag = Aanvraag.Ontvang(gebeurtenis, await db.NieuwAanvraagnummer(nu.Dag().Year, annulering), kluis, nu);
        // A change of the person may have arrived before.
        if (await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering) is { } beeld) aanvraag.NeemPersoon(beeld, kluis);
        aanvraag.VraagPgbFormulieren(await db.PgbFormulieren(aanvraag, annulering), beleid, nu);
        db.Add(aanvraag);
    }
}
