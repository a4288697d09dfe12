using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>Help in kind was granted: every voorziening is assigned to the provider the person chose, once, however often this comes.</summary>
public sealed class BijBeschikkingBekendgemaakt(ZorgaanbiedersDb db, ToewijzingMelden melden, Vault kluis, TimeProvider klok) : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        if (gebeurtenis.GeenBerichtenverkeer) await SchermAf(gebeurtenis.PersoonId, annulering);
        await OnthoudPgbs(gebeurtenis, annulering);
        var inNatura = gebeurtenis.Voorzieningen.Where(v => v.IsToegekend && v.Leveringsvorm == Leveringsvorm.Zin).ToList();
        var ids = inNatura.Select(v => v.VoorzieningId).ToList();
        var eerder = await db.Toewijzingen.Where(t => ids.Contains(t.VoorzieningId)).Select(t => t.VoorzieningId).ToListAsync(annulering);
        foreach (var vanEenAanbieder in inNatura.Where(v => !eerder.Contains(v.VoorzieningId)).GroupBy(v => v.Agb))
        {
            var nieuwe = new List<Toewijzing>();
            foreach (var voorziening in vanEenAanbieder)
                nieuwe.Add(Toewijzing.Bij(gebeurtenis, voorziening, await db.Toewijzingnummer(annulering), kluis, klok.GetUtcNow()));
            await melden.Wijs(nieuwe, annulering);
        }
    }

    /// <summary>Whose safety the traffic endangers now, nothing more is told of either, about whatever was assigned before (iWmo OP003).</summary>
    private async Task SchermAf(Guid persoonId, CancellationToken annulering)
    {
        foreach (var toewijzing in await db.Toewijzingen.Where(t => t.PersoonId == persoonId && t.MetDeHand != RedenMetDeHand.AfgeschermdePersoon).ToListAsync(annulering))
            toewijzing.SchermAf(klok.GetUtcNow());
    }

    private async Task OnthoudPgbs(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        foreach (var voorziening in gebeurtenis.Voorzieningen.Where(v => v.IsToegekend && v.Leveringsvorm == Leveringsvorm.Pgb))
            if (await db.FindAsync<Pgb>([voorziening.VoorzieningId], annulering) is null)
                db.Add(new Pgb
                {
                    VoorzieningId = voorziening.VoorzieningId,
                    PersoonId = gebeurtenis.PersoonId,
                    Categorie = voorziening.Product.Categorie,
                    Code = voorziening.Product.Code,
                    Ingangsdatum = voorziening.Periode.Ingangsdatum,
                    Einddatum = voorziening.Periode.Einddatum,
                });
    }
}
