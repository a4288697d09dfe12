using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A bezwaar is inadmissible on a ground that the file bears out: it came late and that can be blamed on the objector (Awb 6:7, 6:11), or a
/// defect was not repaired, or too late, after a request with a term (Awb 6:6: it may be, so the decision weighs that). A bezwaar that came
/// late, or that came too early, is not judged on its substance.
/// </summary>
internal static class OntvankelijkheidKlopt
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaar bezwaar, Bezwaarbesluit besluit, DateOnly vandaag)
    {
        var nietOntvankelijk = besluit.Uitkomst == Bezwaaruitkomst.NietOntvankelijk;
        if (nietOntvankelijk != besluit.Grond is not null)
            throw Weigering.Regel("grond-past-niet", nietOntvankelijk
                ? "Noem waarom het bezwaar niet-ontvankelijk is."
                : "Noem een grond voor niet-ontvankelijkheid alleen als u zo beslist.", "Awb art. 6:6", "grond");
        if (besluit.Grond == Nietontvankelijkgrond.TeLaat && bezwaar.Tijdigheid != Bezwaartijdigheid.TeLaat)
            throw Weigering.Regel("niet-te-laat",
                "Dit bezwaar kwam op tijd, of de inwoner kon er niets aan doen dat het te laat kwam. Beslis op een andere grond.",
                "Awb art. 6:9 en 6:11", "grond");
        if (besluit.Grond == Nietontvankelijkgrond.TeLaat && bezwaar.Verschoning is null)
            throw Weigering.Regel("reden-niet-beoordeeld",
                "Vraag de inwoner eerst waarom het bezwaar te laat kwam, en leg vast of dat een goede reden is.", "Awb art. 6:11", "grond");
        if (!nietOntvankelijk && bezwaar.Tijdigheid == Bezwaartijdigheid.TeLaat)
            throw Weigering.Regel("te-laat",
                "Dit bezwaar kwam te laat. Leg vast dat de inwoner daar niets aan kon doen, of verklaar het niet-ontvankelijk.",
                "Awb art. 6:7 en 6:11", "uitkomst");
        if (besluit.Grond == Nietontvankelijkgrond.VerzuimNietHersteld
            && !bezwaar.Termijn.Herstelverzoeken.Any(v => v.Uiterlijk < vandaag && !(v.VolledigOp <= v.Uiterlijk)))
            throw Weigering.Regel("herstel-niet-verstreken",
                "Geef de inwoner eerst de kans om te herstellen wat ontbreekt, en wacht tot die termijn voorbij is.", "Awb art. 6:6",
                "grond");
        if (besluit.Grond == Nietontvankelijkgrond.TeVroeg && bezwaar.BesluitBestondBijIndienen)
            throw Weigering.Regel("niet-te-vroeg",
                "Toen het bezwaar kwam, was het besluit al genomen. Dan telt het mee zodra het besluit is bekendgemaakt.",
                "Awb art. 6:10 lid 1 onder a", "grond");
    }
}
