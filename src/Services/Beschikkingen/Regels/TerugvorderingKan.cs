using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Money is claimed back only after a herziening or intrekking because of incorrect data that were given with intent, from the person or
/// from who intentionally helped (Wmo 2015 art. 2.4.1).
/// </summary>
internal static class TerugvorderingKan
{
    private const string Grondslag = "Wmo 2015 art. 2.4.1";

    /// <exception cref="Weigering">409 without such a decision; 422 for a claim before it.</exception>
    public static void Eis(Herziening herziening, Terugvordering vordering, DateOnly vandaag)
    {
        if (herziening.Grond != Herzieningsgrond.OnjuisteGegevens)
            throw Weigering.Toestand("geen-grond-voor-terugvordering",
                "Terugvorderen kan alleen als het besluit is herzien of ingetrokken omdat er met opzet onjuiste of onvolledige gegevens "
                + "zijn gegeven.", Grondslag);
        if (herziening.BekendgemaaktOp is null)
            throw Weigering.Toestand("eerst-herzien",
                "Maak eerst het besluit tot herziening of intrekking bekend. Daarna kan de gemeente terugvorderen.", Grondslag);
        if (vordering.BeslotenOp != vandaag)
            throw Weigering.Regel("dag-van-het-besluit", "Het besluit om terug te vorderen is van vandaag.", Grondslag, "beslotenOp");
    }
}
