using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A bezwaar never makes the objector worse off (Awb 7:11). What may be taken away without a bezwaar too (Wmo 2015 art. 2.3.10) is a
/// decision of its own, which then joins the bezwaar (Awb 6:19).
/// </summary>
internal static class NooitSlechter
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(BeschikteVoorziening nu, BeschikteVoorziening? was)
    {
        if (was is null || !was.IsToegekend && nu.IsToegekend) return;
        var slechter = Rang(nu) < Rang(was)
            || was.IsToegekend && (nu.Periode.Ingangsdatum > was.Periode.Ingangsdatum || nu.Periode.Einddatum < was.Periode.Einddatum
                || nu.Omvang.Eenheid == was.Omvang.Eenheid && nu.Omvang.Frequentie == was.Omvang.Frequentie
                    && nu.Omvang.Volume < was.Omvang.Volume
                || nu.Leveringsvorm == was.Leveringsvorm && nu.Budget < was.Budget);
        if (slechter)
            throw Weigering.Regel("slechter-door-bezwaar",
                "Door een bezwaar mag de inwoner niet minder krijgen. Mag de hulp om een andere reden minder zijn, neem daarover dan een "
                + "apart besluit.", "Awb art. 7:11", "voorzieningen");
        if (nu == was with { Uitkomst = nu.Uitkomst } && Rang(nu) == Rang(was))
            throw Weigering.Regel("niets-veranderd",
                "Deze voorziening blijft zoals zij was. Laat haar weg, of verklaar het bezwaar ongegrond.", "Awb art. 7:11 lid 2",
                "voorzieningen");
    }

    private static int Rang(BeschikteVoorziening voorziening) => voorziening switch
    {
        { IsToegekend: true } => 2,
        { Uitkomst: Uitkomst.Afwijzen } => 1,
        _ => 0,
    };
}
