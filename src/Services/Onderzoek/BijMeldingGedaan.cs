using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>Opens the onderzoek of a melding. A replay after the inbox has forgotten the event opens no second one.</summary>
public sealed class BijMeldingGedaan(OnderzoekDb db, TimeProvider klok) : IReaction<MeldingGedaan>
{
    public async Task Handle(MeldingGedaan gebeurtenis, CancellationToken annulering)
    {
        if (await db.Onderzoeken.AnyAsync(o => o.Meldingnummer == gebeurtenis.Meldingnummer, annulering)) return;
        db.Add(Onderzoek.Open(gebeurtenis, klok.GetUtcNow()));
    }
}
