using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen;

/// <summary>Turns the signed verslag into the aanvraag. Its two weeks run from the day of receipt.</summary>
public sealed class BijVerslagOndertekend(BeschikkingenDb db, Vault kluis, TimeProvider klok) : IReaction<VerslagOndertekend>
{
    public async Task Handle(VerslagOndertekend gebeurtenis, CancellationToken annulering)
    {
        // The inbox forgets events after a while. A replay after that finds the aanvraag of this onderzoek.
        if (await db.Aanvragen.AnyAsync(a =>
            a.OnderzoekId == gebeurtenis.AggregaatId && a.Dossiernummer == gebeurtenis.Dossiernummer, annulering))
            return;
        var nu = klok.GetUtcNow();
        var aanvraag = Aanvraag.Ontvang(gebeurtenis, await db.NieuwAanvraagnummer(nu.Dag().Year, annulering), kluis, nu);
        // A change of the person may have arrived before.
        if (await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering) is { } beeld) aanvraag.NeemPersoon(beeld, kluis);
        db.Add(aanvraag);
    }
}
