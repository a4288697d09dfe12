using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// Does what falls due by itself, at the start of the service and every quarter of an hour: a reminder, a term to complete that passed, a
/// dwangsom that reached its most.
/// </summary>
public sealed class Termijnbewaking(
    IServiceScopeFactory scopes, Tabel<Gemeentebeleid> beleid, TimeProvider klok, ILogger<Termijnbewaking> log)
    : RowRounds<BeschikkingenDb>("De termijnbewaking", TimeSpan.FromMinutes(15), scopes, log)
{
    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        await Each(db => db.Aanvragen.Where(a => a.WachtTot < vandaag), a => a.HoudBij(beleid, klok.GetUtcNow()), annulering);
        await Each(db => db.Bezwaren.Where(b => b.WachtTot < vandaag), b => b.HoudBij(beleid, klok.GetUtcNow()), annulering);
    }

    protected override void Waits(string fout) =>
        log.LogWarning("De termijnbewaking komt in de volgende beurt terug bij één aanvraag of bezwaar: {Fout}.", fout);
}
