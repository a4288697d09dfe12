using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// Announces in time that the last day of help comes near, at the start of the service and every hour. The municipality chooses how many
/// weeks before.
/// </summary>
public sealed class Eindebewaking(
    IServiceScopeFactory scopes, Tabel<Gemeentebeleid> beleid, TimeProvider klok, ILogger<Eindebewaking> log)
    : RowRounds<BeschikkingenDb>("Het aankondigen van het einde van hulp", TimeSpan.FromHours(1), scopes, log)
{
    public override Task Round(CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        var tot = beleid.Op(vandaag).Waarde.Herziening.TotEnMet(vandaag);
        return Each(
            db => db.Voorzieningen.Where(v => v.LaatsteDag >= vandaag && v.LaatsteDag <= tot
                && (v.AangekondigdEinde == null || v.AangekondigdEinde != v.LaatsteDag)),
            v => v.KondigEindeAan(klok.GetUtcNow()), annulering);
    }

    protected override void Waits(string fout) =>
        log.LogWarning("Het aankondigen van een einde komt in de volgende beurt terug: {Fout}.", fout);
}
