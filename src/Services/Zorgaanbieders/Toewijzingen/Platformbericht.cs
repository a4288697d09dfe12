using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The WMO301 for a provider on the platform lies ready on the platform. The provider answers it by acting there, and no WMO302 follows.
/// </summary>
internal static class Platformbericht
{
    /// <summary>Marks the message answered once every assignment it announced has an answer.</summary>
    public static async Task TekenBerichtAf(
        this ZorgaanbiedersDb db, Toewijzing toewijzing, DateTimeOffset nu, CancellationToken annulering)
    {
        if (toewijzing.Berichten is not [var bericht, ..]) return;
        var poststuk = await db.Set<Poststuk>().SingleOrDefaultAsync(
            p => p.Richting == Richting.Uitgaand && p.Soort == "WMO301" && p.Identificatie == bericht && p.ViaPlatform
                && p.Status == Poststatus.Verzonden, annulering);
        if (poststuk is null) return;
        // Of two simultaneous answers, the second retries and then sees the first.
        db.Entry(poststuk).Property(p => p.Versie).IsModified = true;
        if (!(await db.InBericht(bericht, annulering)).Any(t => t.Berichten[0] == bericht && t.Status == Toewijzingstatus.Toegewezen))
            poststuk.BeantwoordOpPlatform(nu);
    }

    /// <summary>Marks a message with only changes as answered, because a change needs no answer on the platform.</summary>
    public static void TekenWijzigingAf(this ZorgaanbiedersDb db, string identificatie, DateTimeOffset nu)
    {
        var poststuk = db.Set<Poststuk>().Local.SingleOrDefault(
            p => p.Richting == Richting.Uitgaand && p.Identificatie == identificatie && p.Status == Poststatus.Verzonden);
        poststuk?.BeantwoordOpPlatform(nu);
    }
}
