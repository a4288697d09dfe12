using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>The data of a decision as they are now: a change of the person may have arrived before the decision.</summary>
public sealed class Besluitgegevens(ZorgaanbiedersDb db, Vault kluis, TimeProvider klok)
{
    public Task<Besluit> Van(BeschikkingBekendgemaakt g, CancellationToken annulering) =>
        Van(g, g.BeschikkingId, g.PersoonId, g.Wijkteam, g.Persoonstand, g.Persoon.Waarde, g.GeenBerichtenverkeer, annulering);

    public Task<Besluit> Van(VoorzieningGewijzigd g, CancellationToken annulering) =>
        Van(g, g.BesluitId, g.PersoonId, g.Wijkteam, g.Persoonstand, g.Persoon.Waarde, g.GeenBerichtenverkeer, annulering);

    private async Task<Besluit> Van(
        Gebeurtenis gebeurtenis, Guid besluitId, Guid persoonId, string wijkteam, int persoonstand, Persoonsgegevens persoon,
        bool geenBerichtenverkeer, CancellationToken annulering)
    {
        if (await db.Persoonsbeeld(persoonId, annulering) is { } beeld && beeld.Stand > persoonstand)
            (persoon, geenBerichtenverkeer) = (beeld.Persoon(kluis), beeld.GeenBerichtenverkeer);
        return new(gebeurtenis.Dossiernummer, besluitId, persoonId, wijkteam, gebeurtenis.Op, persoon,
            await IsAfgeschermd(persoonId, geenBerichtenverkeer, gebeurtenis.Op, annulering));
    }

    /// <summary>
    /// Once message traffic endangers someone, their earlier assignments are no longer reported either (iWmo OP003): those that are known,
    /// and those whose decision arrives later.
    /// </summary>
    private async Task<bool> IsAfgeschermd(Guid persoonId, bool geenBerichtenverkeer, DateTimeOffset op, CancellationToken annulering)
    {
        if (!geenBerichtenverkeer) return (await db.FindAsync<Afscherming>([persoonId], annulering))?.TotEnMet >= op;
        (await db.Afscherming(persoonId, annulering)).Verleng(op);
        var eerdere = db.Toewijzingen.Where(t => t.PersoonId == persoonId && t.BeschiktOp <= op
            && t.MetDeHand != RedenMetDeHand.AfgeschermdePersoon);
        foreach (var toewijzing in await eerdere.ToListAsync(annulering))
            toewijzing.GaMetDeHand(RedenMetDeHand.AfgeschermdePersoon, klok.GetUtcNow());
        return true;
    }
}
