using WmoPlatform.Ketenverkeer;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>A WMO501 is written anew: the situation of now, under a new identification.</summary>
public sealed class BijCorrectie(PgbDb db, SvbMelden svb) : IBijCorrectie
{
    public async Task Verwerk(string soort, string identificatie, CancellationToken annulering)
    {
        var budget = await db.MetBericht(identificatie, annulering);
        budget.MoetAfgekeurdZijn();
        await svb.Meld(budget, annulering);
    }
}
