using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>
/// The two weeks run from the day on which the aanvraag, usually the signed verslag, reached the municipality, however late it was
/// registered (Wmo 2015 art. 2.3.5 lid 2). Of an aanvraag that reached another body first, only the day of receipt here counts (Awb 2:3):
/// Awb 6:15 lid 3 holds for bezwaar and beroep.
/// </summary>
public static class OntvangstKlopt
{
    /// <param name="wat">The paper, at the start of a sentence, for instance "De aanvraag".</param>
    /// <param name="ontvangenOp">The day of receipt here.</param>
    /// <param name="vandaag">Today.</param>
    /// <param name="redenLaat">Why it is registered only now; null when it is not late.</param>
    /// <param name="eerstBij">The body that it reached first; null when it came here at once.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(string wat, DateOnly ontvangenOp, DateOnly vandaag, string? redenLaat, EerdereOntvangst? eerstBij)
    {
        if (Ontvangstdag.IsLaatVastgelegd(ontvangenOp, vandaag) && string.IsNullOrWhiteSpace(redenLaat))
            throw Weigering.Regel("reden-laat-ontbreekt",
                $"{wat} was er al langer dan een werkdag. De dag van ontvangst telt. Leg uit waarom u dit nu pas vastlegt.",
                "Wmo 2015 art. 2.3.5 lid 2", "redenLaat");
        EisVolgorde(wat, ontvangenOp, eerstBij, "eerstBij.ontvangenOp");
    }

    /// <summary>It cannot have reached the other body after it came here.</summary>
    /// <param name="wat">The paper, at the start of a sentence.</param>
    /// <param name="ontvangenOp">The day of receipt here.</param>
    /// <param name="eerstBij">The body that it reached first; null when it came here at once.</param>
    /// <param name="veld">The field of the request whose day is new.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void EisVolgorde(string wat, DateOnly ontvangenOp, EerdereOntvangst? eerstBij, string veld)
    {
        if (eerstBij is not null && eerstBij.OntvangenOp > ontvangenOp)
            throw Weigering.Regel("eerst-bij-na-ontvangst",
                $"{wat} kwam op {Datumtekst.Voluit(eerstBij.OntvangenOp)} aan bij wie het papier doorstuurde, en kan dus niet eerder hier "
                + "zijn ontvangen. Controleer de dagen.", "Awb art. 2:3 lid 1", veld);
    }
}
