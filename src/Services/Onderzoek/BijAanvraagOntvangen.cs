using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// The resident applied in another way than with the signed verslag. Nobody waits for a signature any more; an onderzoek that is not done
/// goes on (Wmo 2015 art. 2.3.2 lid 9). An aanvraag to change granted help follows no onderzoek.
/// </summary>
public sealed class BijAanvraagOntvangen(OnderzoekDb db) : IReaction<AanvraagOntvangen>
{
    public async Task Handle(AanvraagOntvangen gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Vorm is Aanvraagvorm.OndertekendVerslag or Aanvraagvorm.Wijziging) return;
        var onderzoek = await db.Onderzoeken.SingleOrDefaultAsync(o => o.Meldingnummer == gebeurtenis.Meldingnummer, annulering)
            ?? throw new EarlierFactMissing("melding", 1);
        onderzoek.KrijgtAanvraag(gebeurtenis.OntvangenOp);
    }
}
