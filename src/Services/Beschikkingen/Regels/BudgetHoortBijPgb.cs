using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A granted pgb has a budget, and zorg in natura has none (Wmo 2015 art. 2.3.6 lid 1).</summary>
internal static class BudgetHoortBijPgb
{
    private const string Grondslag = "Wmo 2015 art. 2.3.6 lid 1";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening gevraagd)
    {
        if (besluit.IsToegekend && besluit.Vorm(gevraagd) == Leveringsvorm.Pgb && besluit.Budget is not > 0)
            throw Weigering.Regel("budget-ontbreekt", "Noem bij een toegekend pgb het budget in euro's.", Grondslag, veld: "besluiten");
        if (besluit.Vorm(gevraagd) == Leveringsvorm.Zin && besluit.Budget is not null)
            throw Weigering.Regel("budget-zonder-pgb", "Zorg in natura heeft geen budget. Laat het budget weg.", Grondslag,
                veld: "besluiten");
    }
}
