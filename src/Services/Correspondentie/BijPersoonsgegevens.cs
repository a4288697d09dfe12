using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Keeps to whom and where letters of a person go. Those that waited for an address can now go; those that have not left yet go to the new
/// address. Without an address a consulent hands them over. After a death they go to nobody.
/// </summary>
public sealed class BijPersoonsgegevens(CorrespondentieDb db, Vault kluis, TimeProvider klok)
    : IReaction<PersoonsgegevensVastgesteld>, IReaction<PersoonsgegevensGewijzigd>
{
    public async Task Handle(PersoonsgegevensVastgesteld gebeurtenis, CancellationToken annulering)
    {
        // The dossier begins with a melding, unless it was opened without one.
        if (!gebeurtenis.ZonderMelding && !await db.Verzendingen.AnyAsync(v => v.Dossiernummer == gebeurtenis.Dossiernummer, annulering))
            throw new EarlierFactMissing("melding", 1);
        await Neem(gebeurtenis, annulering);
    }

    public Task Handle(PersoonsgegevensGewijzigd gebeurtenis, CancellationToken annulering) => Neem(gebeurtenis, annulering);

    private async Task Neem<T>(T gebeurtenis, CancellationToken annulering) where T : Gebeurtenis, IOverPersoon
    {
        // Another dossier may have brought the same, or something later.
        await db.Volg(gebeurtenis, kluis, annulering);
        var beeld = (await db.Persoonsbeeld(gebeurtenis.PersoonId, annulering))!;
        // Nothing goes to the addresses of a resident who died, so they are not kept.
        if (beeld.IsOverleden)
            db.RemoveRange(await db.Emailadressen.Where(a => a.PersoonId == gebeurtenis.PersoonId).ToListAsync(annulering));
        foreach (var verzending in await db.Verzendingen
            .Where(v => v.Dossiernummer == gebeurtenis.Dossiernummer && v.Status != Verzendstatus.Verzonden).ToListAsync(annulering))
            verzending.MaakBekend(beeld, kluis, klok.GetUtcNow());
    }
}
