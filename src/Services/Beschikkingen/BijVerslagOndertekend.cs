using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;

namespace WmoPlatform.Beschikkingen;

/// <summary>The signed verslag is the aanvraag: its two weeks run from the day it was received.</summary>
public sealed class BijVerslagOndertekend(BeschikkingenDb db, Vault kluis, TimeProvider klok) : IReaction<VerslagOndertekend>
{
    public async Task Handle(VerslagOndertekend gebeurtenis, CancellationToken annulering)
    {
        // Replayed after the inbox has forgotten it: the onderzoek has its aanvraag already.
        if (await db.Aanvragen.AnyAsync(a =>
            a.OnderzoekId == gebeurtenis.AggregaatId && a.Dossiernummer == gebeurtenis.Dossiernummer, annulering))
            return;
        db.Add(Aanvraag.Ontvang(gebeurtenis, kluis.Berg(gebeurtenis.Persoon), klok.GetUtcNow()));
    }
}
