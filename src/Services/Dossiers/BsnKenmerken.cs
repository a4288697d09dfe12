using Microsoft.EntityFrameworkCore;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers;

/// <summary>Makes each <see cref="BsnKenmerk"/> anew after a change of keys, by computing its dossier again from the journal.</summary>
public sealed class BsnKenmerken(DossiersDb db, Herbouw herbouw, BsnKenmerk kenmerk) : IRenewable
{
    private const int Bundel = 200;

    public string Place => "dossier.bsn_kenmerk";

    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken annulering) =>
        (await db.Database.SqlQuery<Telling>(
            $"""
            SELECT split_part(bsn_kenmerk, '.', 1) AS "Sleutel", count(*) AS "Aantal" FROM dossier WHERE bsn_kenmerk IS NOT NULL GROUP BY 1
            """).ToListAsync(annulering)).ToDictionary(t => t.Sleutel, t => t.Aantal);

    public async Task Renew(CancellationToken annulering)
    {
        var huidig = kenmerk.Sleutel + ".";
        for (var laatste = ""; ;)
        {
            var nummers = await db.Dossiers
                .Where(d => d.BsnKenmerk != null && !d.BsnKenmerk.StartsWith(huidig) && string.Compare(d.Dossiernummer, laatste) > 0)
                .Select(d => d.Dossiernummer).Order().Take(Bundel).ToListAsync(annulering);
            if (nummers.Count == 0) return;
            foreach (var nummer in nummers) await herbouw.Een(nummer, annulering);
            laatste = nummers[^1];
        }
    }

    private sealed record Telling(string Sleutel, long Aantal);
}
