using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// Parts of a voorziening have a beginning before their end. A pgb has a budget (Wmo 2015 art. 2.3.6 lid 1), zorg in natura a provider.
/// </summary>
internal static class DelenKloppen
{
    private const string Grondslag = "Wmo 2015 art. 2.3.5 lid 3";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(IReadOnlyList<Voorzieningdeel> delen)
    {
        foreach (var deel in delen)
        {
            if (deel.Periode.Einddatum < deel.Periode.Ingangsdatum)
                throw Weigering.Regel("einde-voor-begin",
                    "De laatste dag ligt voor de eerste. Controleer de dagen.", Grondslag, "einddatum");
            if (deel.Leveringsvorm == Leveringsvorm.Pgb && deel.Budget is not > 0)
                throw Weigering.Regel("budget-ontbreekt", "Noem bij een pgb het budget in euro's.", "Wmo 2015 art. 2.3.6 lid 1", "budget");
            if (deel.Leveringsvorm == Leveringsvorm.Zin && deel.Agb is null)
                throw Weigering.Regel("aanbieder-ontbreekt", "Noem bij zorg in natura de aanbieder.", Grondslag, "agb");
        }
    }
}
