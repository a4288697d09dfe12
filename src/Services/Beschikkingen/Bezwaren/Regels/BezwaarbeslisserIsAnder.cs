using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A bezwaar is decided by somebody who did not take the decision in mandate (Awb 10:3 lid 3), draft it or approve it, and has no interest
/// of their own (Awb 2:4).
/// </summary>
internal static class BezwaarbeslisserIsAnder
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Gebruiker beslisser, IReadOnlyList<BestredenBesluit> besluiten, string bsn)
    {
        if (beslisser.Bsn == bsn)
            throw Weigering.Regel("eigen-bezwaar", "U kunt niet over uw eigen bezwaar beslissen. Vraag een collega.", "Awb art. 2:4");
        if (besluiten.Any(b => b.IsVan(beslisser.Id)))
            throw Weigering.Regel("zelfde-beslisser",
                "U nam het besluit waartegen het bezwaar is, of werkte eraan mee. Vraag een collega om over het bezwaar te beslissen.",
                "Awb art. 10:3 lid 3 en 2:4");
    }
}
