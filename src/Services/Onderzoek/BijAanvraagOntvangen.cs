using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Onderzoeken.Opslag;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// The resident applied in another way than with the signed verslag. Nobody waits for a signature any more; an onderzoek that is not done
/// goes on (Wmo 2015 art. 2.3.2 lid 9). An aanvraag to change granted help follows no onderzoek. A request that came before an aanvraag is
/// possible is part of the melding: the consulent reads it.
/// </summary>
public sealed class BijAanvraagOntvangen(OnderzoekDb db) : IReaction<AanvraagOntvangen>, IReaction<AanvraagTeVroegOntvangen>
{
    public async Task Handle(AanvraagOntvangen gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Vorm is Aanvraagvorm.OndertekendVerslag or Aanvraagvorm.Wijziging) return;
        (await Zoek(gebeurtenis.Meldingnummer, annulering)).KrijgtAanvraag(gebeurtenis.OntvangenOp);
    }

    public async Task Handle(AanvraagTeVroegOntvangen gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Vraag is not { } vraag) return;
        (await Zoek(gebeurtenis.Meldingnummer, annulering)).KrijgtVraag(
            new(gebeurtenis.AggregaatId, gebeurtenis.OntvangenOp, vraag.Waarde));
    }

    private async Task<Onderzoek> Zoek(string? meldingnummer, CancellationToken annulering) =>
        await db.Onderzoeken.SingleOrDefaultAsync(o => o.Meldingnummer == meldingnummer, annulering)
            ?? throw new EarlierFactMissing("melding", 1);
}
