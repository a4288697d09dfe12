using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb.Regels;

/// <summary>
/// An early end shortens the period of a budget (iPgb OP506). A withdrawal leaves only its first day (iPgb OP505, CD505).
/// </summary>
internal static class EindeBinnenDePeriode
{
    /// <exception cref="Weigering">422.</exception>
    /// <returns>The last day of the budget.</returns>
    public static DateOnly Eis(DateOnly? einddatum, bool intrekken, Periode periode)
    {
        if (intrekken)
            return einddatum is null || einddatum == periode.Ingangsdatum ? periode.Ingangsdatum
                : throw Weigering.Regel("intrekken-vanaf-het-begin",
                    "Intrekken geldt vanaf de eerste dag van het budget. Laat de einddatum weg.", "iPgb OP505", "einddatum");
        var dag = einddatum ?? throw Weigering.Invoer("einddatum", "Vul de laatste dag van het budget in.");
        if (dag < periode.Ingangsdatum)
            throw Weigering.Regel("einde-voor-begin",
                $"Het budget begint op {Datumtekst.Voluit(periode.Ingangsdatum)}. Kies een latere dag, of trek het budget in.",
                "iPgb CS003", "einddatum");
        if (dag >= periode.Einddatum)
            throw Weigering.Regel("einde-niet-eerder",
                $"Het budget eindigt al op {Datumtekst.Voluit(periode.Einddatum)}. Kies een eerdere dag.", "iPgb OP506", "einddatum");
        return dag;
    }
}
