using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Letters that waited for name and address can now go. Without an address a consulent hands them over. After a death they go to nobody.
/// </summary>
public sealed class BijPersoonsgegevensVastgesteld(CorrespondentieDb db, Vault kluis, TimeProvider klok)
    : IReaction<PersoonsgegevensVastgesteld>
{
    public async Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering)
    {
        var verzendingen = await db.Verzendingen.Where(v => v.Dossiernummer == gebeurtenis.Dossiernummer).ToListAsync(annulering);
        if (verzendingen.Count == 0) throw new EarlierFactMissing("melding", 1);
        var geadresseerde = Geadresseerde.Van(gebeurtenis.Persoon.Waarde);
        foreach (var verzending in verzendingen)
            if (gebeurtenis.Signalen.Contains(Brpsignaal.Overleden)) verzending.Vervalt(gebeurtenis.Versie);
            else verzending.MaakAdresBekend(geadresseerde, gebeurtenis.Versie, kluis, klok.GetUtcNow());
    }
}
