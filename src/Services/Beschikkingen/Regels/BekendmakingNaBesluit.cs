using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>The day of bekendmaking lies neither before the decision nor in the future (Awb 3:41).</summary>
internal static class BekendmakingNaBesluit
{
    private const string Grondslag = "Awb art. 3:41";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly dag, DateOnly beslotenOp, DateOnly vandaag)
    {
        if (dag > vandaag)
            throw Weigering.Regel("bekendmaking-in-de-toekomst", "Leg de bekendmaking vast op de dag zelf of daarna, niet vooraf.",
                Grondslag, veld: "bekendgemaaktOp");
        if (dag < beslotenOp)
            throw Weigering.Regel("bekendmaking-voor-besluit",
                $"Het besluit is van {Datumtekst.Voluit(beslotenOp)}. De bekendmaking kan niet eerder zijn.", Grondslag,
                veld: "bekendgemaaktOp");
    }
}
