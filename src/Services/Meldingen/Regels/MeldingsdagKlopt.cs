using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Regels;

/// <summary>
/// A melding counts from the day on which it reached the municipality, however late it was registered: its confirmation, its six weeks and
/// the first day of an aanvraag without a verslag follow from that day (Wmo 2015 art. 2.3.2 lid 1 and 9).
/// </summary>
internal static class MeldingsdagKlopt
{
    public const string Grondslag = "Wmo 2015 art. 2.3.2 lid 1";

    /// <param name="ontvangenOp">The day of receipt.</param>
    /// <param name="vastgelegdOp">The day of registration.</param>
    /// <exception cref="Weigering">422: the day is impossible.</exception>
    public static void EisDag(DateOnly ontvangenOp, DateOnly vastgelegdOp)
    {
        if (ontvangenOp > vastgelegdOp)
            throw Weigering.Regel("ontvangst-na-vastlegging",
                $"De melding is op {Datumtekst.Voluit(vastgelegdOp)} vastgelegd. Zij kan niet later zijn ontvangen. Controleer de dag.",
                Grondslag, "ontvangenOp");
    }

    /// <param name="ontvangenOp">The day of receipt.</param>
    /// <param name="vastgelegdOp">The day of registration.</param>
    /// <param name="redenLaat">Why it was registered later than the first working day after that; null without a reason.</param>
    /// <exception cref="Weigering">422: the reason is missing.</exception>
    public static void EisReden(DateOnly ontvangenOp, DateOnly vastgelegdOp, string? redenLaat)
    {
        if (Ontvangstdag.IsLaatVastgelegd(ontvangenOp, vastgelegdOp) && string.IsNullOrWhiteSpace(redenLaat))
            throw Weigering.Regel("reden-laat-ontbreekt",
                "De melding was er al langer dan een werkdag. De dag van ontvangst telt. Leg uit waarom u de melding nu pas vastlegt.",
                Grondslag, "redenLaat");
    }
}
