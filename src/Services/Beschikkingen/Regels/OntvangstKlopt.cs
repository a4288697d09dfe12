using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>
/// The two weeks run from the day on which the aanvraag reached the municipality, however late it was registered (Wmo 2015 art. 2.3.5 lid
/// 2). Of an aanvraag that reached another body first, only the day of receipt here counts: Awb 6:15 lid 3 holds for bezwaar and beroep.
/// </summary>
internal static class OntvangstKlopt
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(DateOnly ontvangenOp, DateOnly vandaag, string? redenLaat, EerdereOntvangst? eerstBij)
    {
        if (Ontvangstdag.IsLaatVastgelegd(ontvangenOp, vandaag) && string.IsNullOrWhiteSpace(redenLaat))
            throw Weigering.Regel("reden-laat-ontbreekt",
                "De aanvraag was er al langer dan een werkdag. De dag van ontvangst telt. Leg uit waarom u de aanvraag nu pas vastlegt.",
                "Wmo 2015 art. 2.3.5 lid 2", "redenLaat");
        EisVolgorde(ontvangenOp, eerstBij);
    }

    /// <exception cref="Weigering">422.</exception>
    public static void EisVolgorde(DateOnly ontvangenOp, EerdereOntvangst? eerstBij)
    {
        if (eerstBij is not null && eerstBij.OntvangenOp > ontvangenOp)
            throw Weigering.Regel("eerst-bij-na-ontvangst",
                $"De aanvraag was op {Datumtekst.Voluit(eerstBij.OntvangenOp)} bij wie haar doorstuurde. Zij kan hier niet eerder zijn "
                + "ontvangen. Controleer de dagen.", "Awb art. 2:3 lid 1", "ontvangenOp");
    }
}
