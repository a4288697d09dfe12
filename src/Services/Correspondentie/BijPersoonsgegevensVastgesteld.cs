using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Correspondentie;

/// <summary>Name and address are known: a letter that waited for them can go. Without an address somebody must hand it over.</summary>
public sealed class BijPersoonsgegevensVastgesteld(CorrespondentieDb db, Vault kluis, TimeProvider klok) : IReaction<PersoonsgegevensVastgesteld>
{
    public async Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering)
    {
        var verzending = await db.Verzendingen.SingleOrDefaultAsync(v => v.Dossiernummer == gebeurtenis.Dossiernummer && v.Soort == Verzendsoort.Ontvangstbevestiging, annulering)
            ?? throw new EarlierFactMissing("melding");
        verzending.MaakAdresBekend(Geadresseerde.Van(gebeurtenis.Persoon.Waarde)?.Seal(kluis), klok.GetUtcNow());
    }
}
