using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>Processes the answer to a WMO501, whichever way it came, and then reports the change that waited for it (iPgb TR507).</summary>
public sealed class Svbantwoord(PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok)
{
    /// <param name="identificatie">Our number of the message that is answered.</param>
    /// <param name="afkeurcodes">Why it is rejected; empty when it is accepted.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task Verwerk(string identificatie, IReadOnlyList<string> afkeurcodes, CancellationToken annulering)
    {
        var budget = await db.MetBericht(identificatie, annulering);
        budget.Beantwoord(identificatie, afkeurcodes, kluis.OpenKern(budget.VerzegeldePersoon), klok.GetUtcNow());
        await svb.MeldAan(budget, annulering);
    }
}
