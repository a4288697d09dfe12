using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// Announces in time that the last day of help comes near, or the day to look whether it still fits, and offers to bridge the time until a
/// decision on more of it, at the start of the service and every hour. The municipality chooses how many weeks before.
/// </summary>
public sealed class Eindebewaking(
    IServiceScopeFactory scopes, Tabel<Gemeentebeleid> beleid, TimeProvider klok, ILogger<Eindebewaking> log)
    : RowRounds<BeschikkingenDb>("Het aankondigen van het einde van hulp", TimeSpan.FromHours(1), scopes, log)
{
    public override async Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        var regels = beleid.Op(vandaag).Waarde;
        var (tot, overbrug) = (regels.Herziening.TotEnMet(vandaag), regels.Tijdelijk.OverbrugTot(vandaag));
        var herzie = regels.Herziening.HeroverwegTot(vandaag);
        await Each(
            db => db.Voorzieningen.Where(v => v.LaatsteDag >= vandaag && v.LaatsteDag <= tot
                && (v.AangekondigdEinde == null || v.AangekondigdEinde != v.LaatsteDag)),
            v => v.KondigEindeAan(klok.GetUtcNow()), annulering);
        await Each(db => db.Voorzieningen.Where(v => v.HeroverwegenOp <= herzie && !v.HeroverwegingAangekondigd),
            v => v.KondigHeroverwegingAan(klok.GetUtcNow()), annulering);
        await Each(db => db.Voorzieningen.Where(v => v.EigenTot >= vandaag && v.EigenTot <= overbrug).Select(v => v.Id),
            async (services, id) =>
            {
                var db = services.GetRequiredService<BeschikkingenDb>();
                if (await db.Voorzieningen.SingleOrDefaultAsync(v => v.Id == id, annulering) is not { } voorziening
                    || voorziening.Eigen[^1].Tijdelijk) return;
                voorziening.BiedOverbruggingAan(await db.WachtOp(voorziening, annulering), klok.GetUtcNow());
            }, annulering);
    }

    protected override void Waits(string fout) =>
        log.LogWarning("Het aankondigen van een einde komt in de volgende beurt terug: {Fout}.", fout);
}
