using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Aanbiederplatform;

/// <summary>For a provider on the platform the WMO301 lies ready here. What it says on the platform is the answer to it: no WMO302 comes.</summary>
internal static class Platformbericht
{
    /// <summary>Answered, once every assignment that the message was the first to tell has its answer.</summary>
    public static async Task TekenBerichtAf(this ZorgaanbiedersDb db, Toewijzing toewijzing, CancellationToken annulering)
    {
        var bericht = toewijzing.Berichten[0];
        var poststuk = await db.Set<Poststuk>().SingleOrDefaultAsync(
            p => p.Richting == Richting.Uitgaand && p.Soort == "WMO301" && p.Identificatie == bericht && p.ViaPlatform && p.Status == Poststatus.Verzonden, annulering);
        if (poststuk is null) return;
        var rij = db.Entry(poststuk);
        // Of two answers at once, the second looks again and sees the first.
        rij.Property(p => p.Versie).IsModified = true;
        if ((await db.InBericht(bericht, annulering)).Any(t => t.Berichten[0] == bericht && t.Status == Toewijzingstatus.Toegewezen)) return;
        rij.Property(p => p.Status).CurrentValue = Poststatus.Beantwoord;
        rij.Property(p => p.BeantwoordOp).CurrentValue = DateTimeOffset.UtcNow;
    }
}
