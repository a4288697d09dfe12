using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Computes a dossier again from its whole journal, with every event: a dossier has some tens of them. That makes it indifferent to the
/// order
/// of arrival, and makes a rebuild the same as living on.
/// </summary>
public sealed class Projector(DossiersDb db, EventJson json, BsnKenmerk kenmerk)
{
    /// <summary>The dossier must be held by this transaction; the caller saves.</summary>
    public async Task Werk(string dossiernummer, CancellationToken annulering)
    {
        var journaal = await db.Journaal.AsNoTracking().Where(j => j.Dossiernummer == dossiernummer).OrderBy(j => j.Nr)
            .ToListAsync(annulering);
        var gelezen = journaal.Select(j => (Regel: j, Gebeurtenis: j.Lees(json))).Where(g => g.Gebeurtenis is not null).ToList();

        var dossier = await db.Dossiers.Include(d => d.Termijnen).SingleOrDefaultAsync(d => d.Dossiernummer == dossiernummer, annulering);
        if (dossier is null) db.Add(dossier = new Dossier { Dossiernummer = dossiernummer });
        dossier.Toon(new Feiten(gelezen.Select(g => g.Gebeurtenis!)), kenmerk);

        // A line says what one event says: it is added once and stays.
        foreach (var (regel, gebeurtenis) in gelezen.Where(g => g.Regel.Nr > dossier.GetoondTot))
            db.Add(new Tijdlijnregel
            {
                Nr = regel.Nr,
                Dossiernummer = dossiernummer,
                AggregaatId = regel.AggregaatId,
                Versie = regel.Versie,
                Op = regel.Op,
                Dienst = regel.Bron,
                Gebeurtenis = regel.Gebeurtenis,
                Wat = Tijdlijn.Zin(gebeurtenis!),
            });
        dossier.GetoondTot = journaal[^1].Nr;
    }
}
