using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>The SVB has answered a WMO501. A change that waited for it can go now (iPgb TR507).</summary>
public sealed class BijWmo502(PgbDb db, SvbMelden svb, Vault kluis, TimeProvider klok) : IBijKetenbericht<Wmo502>
{
    public Task Verwerk(Wmo502 bericht, CancellationToken annulering) =>
        db.Beantwoord(bericht.Header.BerichtIdentificatie.Identificatie, bericht.Afkeurcodes, svb, kluis, klok, annulering);
}

internal static class Beantwoording
{
    public static async Task Beantwoord(
        this PgbDb db, string identificatie, IReadOnlyList<string> afkeurcodes, SvbMelden svb, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        var budget = await db.MetBericht(identificatie, annulering);
        budget.Beantwoord(identificatie, afkeurcodes, kluis.OpenKern(budget.VerzegeldePersoon), klok.GetUtcNow());
        await svb.MeldWatVerschuldigdIs(budget, annulering);
    }
}
