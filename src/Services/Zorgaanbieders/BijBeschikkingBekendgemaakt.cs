using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>Help in kind was granted: every voorziening is assigned to the provider the person chose, once, however often this comes.</summary>
public sealed class BijBeschikkingBekendgemaakt(ZorgaanbiedersDb db, ToewijzingMelden melden, Kluis kluis, TimeProvider klok) : IReactie<BeschikkingBekendgemaakt>
{
    public async Task Verwerk(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        var inNatura = gebeurtenis.Voorzieningen.Where(v => v.IsToegekend && v.Leveringsvorm == Leveringsvorm.Zin).ToList();
        var ids = inNatura.Select(v => v.VoorzieningId).ToList();
        var eerder = await db.Toewijzingen.Where(t => ids.Contains(t.VoorzieningId)).Select(t => t.VoorzieningId).ToListAsync(annulering);
        foreach (var vanEenAanbieder in inNatura.Where(v => !eerder.Contains(v.VoorzieningId)).GroupBy(v => v.Agb))
        {
            var nieuwe = new List<Toewijzing>();
            foreach (var voorziening in vanEenAanbieder)
                nieuwe.Add(Toewijzing.Bij(gebeurtenis, voorziening, await db.Toewijzingnummer(annulering), kluis, klok.GetUtcNow()));
            await melden.Meld(nieuwe, annulering);
        }
    }
}
