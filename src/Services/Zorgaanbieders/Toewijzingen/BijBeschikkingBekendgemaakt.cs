using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>Assigns granted zorg in natura to the chosen provider, once per voorziening, however often the event arrives.</summary>
public sealed class BijBeschikkingBekendgemaakt(
    ZorgaanbiedersDb db, Toewijzer toewijzer, Vault kluis, TimeProvider klok) : IReaction<BeschikkingBekendgemaakt>
{
    public async Task Handle(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        // A change of the person may have arrived before.
        if (await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering) is { } beeld && beeld.Stand > gebeurtenis.Persoonstand)
            gebeurtenis = gebeurtenis with { Persoon = new(beeld.Persoon(kluis)), GeenBerichtenverkeer = beeld.GeenBerichtenverkeer };
        var afgeschermd = await IsAfgeschermd(gebeurtenis, annulering);
        await OnthoudPgbs(gebeurtenis, annulering);
        var inNatura = gebeurtenis.Voorzieningen.Where(v => v.IsToegekend && v.Leveringsvorm == Leveringsvorm.Zin).ToList();
        var ids = inNatura.Select(v => v.VoorzieningId).ToList();
        var eerder = await db.Toewijzingen.Where(t => ids.Contains(t.VoorzieningId)).Select(t => t.VoorzieningId).ToListAsync(annulering);
        foreach (var vanEenAanbieder in inNatura.Where(v => !eerder.Contains(v.VoorzieningId)).GroupBy(v => v.Agb))
        {
            var nieuwe = new List<Toewijzing>();
            foreach (var voorziening in vanEenAanbieder)
                nieuwe.Add(Toewijzing.Bij(
                    gebeurtenis, voorziening, afgeschermd, await db.Toewijzingnummer(annulering), kluis, klok.GetUtcNow()));
            await toewijzer.WijsToeOfHoudAan(nieuwe, annulering);
        }
    }

    /// <summary>
    /// Once message traffic endangers someone, their earlier assignments are no longer reported either (iWmo OP003): those that are known,
    /// and those whose beschikking arrives later.
    /// </summary>
    private async Task<bool> IsAfgeschermd(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        if (!gebeurtenis.GeenBerichtenverkeer)
            return (await db.FindAsync<Afscherming>([gebeurtenis.PersoonId], annulering))?.TotEnMet >= gebeurtenis.Op;
        (await db.Afscherming(gebeurtenis.PersoonId, annulering)).Verleng(gebeurtenis.Op);
        var eerdere = db.Toewijzingen.Where(t => t.PersoonId == gebeurtenis.PersoonId && t.BeschiktOp <= gebeurtenis.Op
            && t.MetDeHand != RedenMetDeHand.AfgeschermdePersoon);
        foreach (var toewijzing in await eerdere.ToListAsync(annulering))
            toewijzing.GaMetDeHand(RedenMetDeHand.AfgeschermdePersoon, klok.GetUtcNow());
        return true;
    }

    private async Task OnthoudPgbs(BeschikkingBekendgemaakt gebeurtenis, CancellationToken annulering)
    {
        foreach (var voorziening in gebeurtenis.Voorzieningen.Where(v => v.IsToegekend && v.Leveringsvorm == Leveringsvorm.Pgb))
            (await db.Pgb(voorziening.VoorzieningId, gebeurtenis.PersoonId, annulering)).Volg(voorziening);
    }
}
