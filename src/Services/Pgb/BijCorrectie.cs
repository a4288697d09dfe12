using WmoPlatform.Ketenverkeer;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>Writes a rejected WMO501 anew: the present situation, under a new identification.</summary>
public sealed class BijCorrectie(PgbDb db, SvbAanmelding svb) : IBijCorrectie
{
    public async Task Verwerk(string identificatie, CancellationToken annulering) =>
        await svb.MeldOpnieuwAan(await db.MetBericht(identificatie, annulering), annulering);
}
