using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Makes the fingerprints of the register anew after a change of keys, from the messages themselves.</summary>
internal sealed class Berichtkenmerken(ServiceDb db, Vault kluis) : IRenewable
{
    private const int Bundel = 100;

    public string Place => "poststuk.vingerafdruk";

    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken annulering) =>
        (await db.Database.SqlQuery<Telling>(
            $"""
            SELECT convert_from(substr(vingerafdruk, 2, get_byte(vingerafdruk, 0)), 'UTF8') AS "Sleutel", count(*) AS "Aantal"
            FROM poststuk GROUP BY 1
            """).ToListAsync(annulering)).ToDictionary(t => t.Sleutel, t => t.Aantal);

    public async Task Renew(CancellationToken annulering)
    {
        var kenmerken = kluis.Fingerprints(Poststuk.Kenmerk);
        var huidig = kenmerken.Of([])[..^32];
        for (var laatste = 0L; ;)
        {
            var berichten = await db.Set<Poststuk>().FromSql(
                $"""
                SELECT *, xmin FROM poststuk
                WHERE nr > {laatste} AND substr(vingerafdruk, 1, {huidig.Length}) <> {huidig} ORDER BY nr LIMIT {Bundel}
                """).AsNoTracking().ToListAsync(annulering);
            if (berichten.Count == 0) return;
            foreach (var bericht in berichten)
            {
                var xml = bericht.Xml(kluis);
                var betekenis = bericht.Betekenis is null ? null
                    : kenmerken.Of(Ketenbericht.Lees(new MemoryStream(xml), annulering).ToBytes());
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE poststuk SET vingerafdruk = {kenmerken.Of(xml)}, betekenis = {betekenis} WHERE id = {bericht.Id}", annulering);
            }
            laatste = berichten[^1].Nr;
        }
    }

    private sealed record Telling(string Sleutel, long Aantal);
}
