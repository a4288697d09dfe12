using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Onderzoeken.Regels;

/// <summary>
/// The signed verslag is the aanvraag: its two weeks run from the day on which it reached the municipality, however late it was registered
/// (Wmo 2015 art. 2.3.5 lid 2), and not from the day on which another body got it and passed it on (Awb 2:3).
/// </summary>
internal static class OntvangstKlopt
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly ontvangenOp, DateOnly vandaag, string? redenLaat, EerdereOntvangst? eerstBij)
    {
        if (Ontvangstdag.IsLaatVastgelegd(ontvangenOp, vandaag) && string.IsNullOrWhiteSpace(redenLaat))
            throw Weigering.Regel("reden-laat-ontbreekt",
                "Het ondertekende verslag was er al langer dan een werkdag. De dag van ontvangst telt. Leg uit "
                + "waarom u het nu pas vastlegt.",
                "Wmo 2015 art. 2.3.5 lid 2", "redenLaat");
        if (eerstBij is not null && eerstBij.OntvangenOp > ontvangenOp)
            throw Weigering.Regel("eerst-bij-na-ontvangst",
                "Het ondertekende verslag kan niet later zijn aangekomen bij wie het doorstuurde dan hier. Controleer de dagen.",
                "Awb art. 2:3 lid 1", "eerstBij.ontvangenOp");
    }
}
