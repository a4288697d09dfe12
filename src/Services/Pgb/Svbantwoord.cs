using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;

namespace WmoPlatform.Pgb;

/// <summary>
/// Processes the answer to a WMO501, from a retour or from a person who gave up, and then reports the change that waited for it (iPgb
/// TR507), and the other budgets that waited for the room that it made (TR502).
/// </summary>
public sealed class Svbantwoord(PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok)
{
    /// <param name="identificatie">The platform's number of the answered message.</param>
    /// <param name="afkeurcodes">The codes that reject it; empty when it is accepted.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task Verwerk(string identificatie, IReadOnlyList<string> afkeurcodes, CancellationToken annulering)
    {
        var budget = await db.MetBericht(identificatie, annulering);
        budget.Beantwoord(identificatie, afkeurcodes, budget.Persoon(kluis), klok.GetUtcNow());
        await svb.MeldAan(budget, annulering);
        await svb.MeldTegengehoudenAan(budget.PersoonId, annulering);
    }
}
