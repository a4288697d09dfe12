using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// The costs of the objector are paid only when they asked for it before the decision, and the old decision is revoked because of the
/// municipality's own fault (Awb 7:15 lid 2 and 3).
/// </summary>
internal static class KostenBijHerroeping
{
    private const string Grondslag = "Awb art. 7:15";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaarbesluit besluit, DateOnly? gevraagdOp)
    {
        if (gevraagdOp is not null && besluit.Kosten is null)
            throw Weigering.Regel("kosten-niet-beslist", "De inwoner vroeg om vergoeding van kosten. Beslis daarover: een bedrag, of 0.",
                Grondslag, "kosten");
        if (gevraagdOp is null && besluit.Kosten is not null)
            throw Weigering.Regel("kosten-niet-gevraagd", "De inwoner vroeg niet om vergoeding van kosten. Laat het bedrag weg.", Grondslag,
                "kosten");
        if (besluit is { Kosten: > 0, Uitkomst: not Bezwaaruitkomst.Gegrond })
            throw Weigering.Regel("kosten-zonder-herroeping", "Kosten worden alleen vergoed als het besluit wordt herroepen.", Grondslag,
                "kosten");
    }
}
