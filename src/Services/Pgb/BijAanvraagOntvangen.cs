using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// Somebody with help in kind asks for a pgb instead. That starts a toets, also when there was one before. An aanvraag that was dealt with
/// before it arrived starts nothing.
/// </summary>
public sealed class BijAanvraagOntvangen(PgbDb db, TimeProvider klok) : IReaction<AanvraagOntvangen>
{
    public async Task Handle(AanvraagOntvangen gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.Wijziging is not { Leveringsvorm: Leveringsvorm.Pgb } wijziging) return;
        var toets = await db.Toetsen.SingleOrDefaultAsync(t => t.VoorzieningId == wijziging.VoorzieningId, annulering);
        if (toets is null) db.Add(toets = new PgbToets(wijziging.VoorzieningId, gebeurtenis.Dossiernummer));
        var einde = await db.FindAsync<Onderzoekseinde>([gebeurtenis.AggregaatId], annulering);
        toets.Volg(gebeurtenis, achterhaald: einde?.Achterhaalt(gebeurtenis) == true, klok.GetUtcNow());
    }
}
