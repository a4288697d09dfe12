using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Aanbiederplatform;

/// <summary>For a provider on the platform the WMO301 lies ready here. What it says on the platform is the answer to it: no WMO302 comes.</summary>
internal static class Platformbericht
{
    /// <summary>Answered, once every assignment that the message was the first to tell has its answer.</summary>
    public static async Task TekenBerichtAf(this ZorgaanbiedersDb db, Toewijzing toewijzing, DateTimeOffset nu, CancellationToken annulering)
    {
        if (toewijzing.Berichten is not [var bericht, ..]) return;
        var poststuk = await db.Set<Poststuk>().SingleOrDefaultAsync(
            p => p.Richting == Richting.Uitgaand && p.Soort == "WMO301" && p.Identificatie == bericht && p.ViaPlatform && p.Status == Poststatus.Verzonden, annulering);
        if (poststuk is null) return;
        // Of two answers at once, the second looks again and sees the first.
        db.Entry(poststuk).Property(p => p.Versie).IsModified = true;
        if (!(await db.InBericht(bericht, annulering)).Any(t => t.Berichten[0] == bericht && t.Status == Toewijzingstatus.Toegewezen)) poststuk.BeantwoordOpPlatform(nu);
    }

    /// <summary>A change lies ready there, and asks for no answer.</summary>
    public static void TekenWijzigingAf(this ZorgaanbiedersDb db, string identificatie, DateTimeOffset nu)
    {
        if (db.Set<Poststuk>().Local.SingleOrDefault(p => p.Richting == Richting.Uitgaand && p.Identificatie == identificatie && p.Status == Poststatus.Verzonden) is { } poststuk) poststuk.BeantwoordOpPlatform(nu);
    }
}
