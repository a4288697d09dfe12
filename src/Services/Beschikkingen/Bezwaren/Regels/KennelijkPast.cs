using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// Only that a bezwaar is inadmissible or unfounded can be evident at once (Awb 7:3 onder a and b), which also decides that no dwangsom is
/// owed (Awb 4:17 lid 6 onder c).
/// </summary>
internal static class KennelijkPast
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaarbesluit besluit)
    {
        if (besluit is { Kennelijk: true, Uitkomst: Bezwaaruitkomst.Gegrond })
            throw Weigering.Regel("kennelijk-past-niet",
                "Alleen dat een bezwaar ongegrond of niet-ontvankelijk is, kan meteen duidelijk zijn. Laat 'kennelijk' weg.",
                "Awb art. 7:3 en 4:17 lid 6 onder c", "kennelijk");
    }
}
