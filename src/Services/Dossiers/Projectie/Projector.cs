using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// Computes a dossier from its whole journal at every event; a dossier has some tens of them. The order of arrival then makes no
/// difference, and a rebuild gives the same dossier.
/// </summary>
public sealed class Projector(DossiersDb db, EventJson json, BsnKenmerk kenmerk)
{
    /// <summary>Computes one dossier. The caller's transaction must hold the dossier; the caller saves.</summary>
    public async Task Werk(string dossiernummer, CancellationToken annulering)
    {
        var journaal = await db.Journaal.AsNoTracking().Where(j => j.Dossiernummer == dossiernummer).OrderBy(j => j.Nr)
            .ToListAsync(annulering);
        var gelezen = journaal.Select(j => (Regel: j, Gebeurtenis: j.Lees(json))).Where(g => g.Gebeurtenis is not null).ToList();

        var dossier = await db.Dossiers.Include(d => d.Termijnen).SingleOrDefaultAsync(d => d.Dossiernummer == dossiernummer, annulering);
        if (dossier is null) db.Add(dossier = new Dossier { Dossiernummer = dossiernummer });
        dossier.Toon(new Feiten(gelezen.Select(g => g.Gebeurtenis!)), kenmerk);

        // A line tells one event, so it is added once and never changes.
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
                Door = gebeurtenis!.Door,
            });
        dossier.GetoondTot = journaal[^1].Nr;
    }
}
