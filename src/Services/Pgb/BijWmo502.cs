using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>The SVB has answered a WMO501. A change that waited for it can go now (iPgb TR507).</summary>
public sealed class BijWmo502(PgbDb db, SvbMelden svb, Kluis kluis, TimeProvider klok) : IBijKetenbericht<Wmo502>
{
    public async Task Verwerk(Wmo502 bericht, CancellationToken annulering)
    {
        var identificatie = bericht.Header.BerichtIdentificatie.Identificatie;
        var budget = await db.MetBericht(identificatie, annulering);
        budget.Beantwoord(identificatie, bericht.Afkeurcodes, kluis.OpenKern(budget.VerzegeldePersoon), klok.GetUtcNow());
        await svb.MeldWatVerschuldigdIs(budget, annulering);
    }
}
