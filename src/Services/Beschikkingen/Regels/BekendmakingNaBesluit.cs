using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// A beschikking is made known by sending it, so on the day on which the letter goes (Awb 3:41). One that was sent outside the platform may
/// be of an earlier day, but neither of before the decision nor of the future.
/// </summary>
internal static class BekendmakingNaBesluit
{
    private const string Grondslag = "Awb art. 3:41";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly dag, DateOnly beslotenOp, DateOnly vandaag, bool buitenPlatform)
    {
        if (dag > vandaag)
            throw Weigering.Regel("bekendmaking-in-de-toekomst", "Leg de bekendmaking vast op de dag zelf of daarna, niet vooraf.",
                Grondslag, veld: "bekendgemaaktOp");
        if (dag < beslotenOp)
            throw Weigering.Regel("bekendmaking-voor-besluit",
                $"Het besluit is van {Datumtekst.Voluit(beslotenOp)}. De bekendmaking kan niet eerder zijn.", Grondslag,
                veld: "bekendgemaaktOp");
        if (!buitenPlatform && dag != vandaag)
            throw Weigering.Regel("reden-ontbreekt", "Het platform verstuurt de beschikking vandaag. Is zij op een andere manier "
                + "verstuurd, leg dan uit hoe en waarom.", Grondslag, "redenBuitenPlatform");
    }
}
