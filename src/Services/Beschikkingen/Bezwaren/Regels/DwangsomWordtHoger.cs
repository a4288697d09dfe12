using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// A founded bezwaar against the decision on a dwangsom says what the dwangsom becomes: more than was decided (Awb 7:11), and at most what
/// the law gives for 42 days (Awb 4:17 lid 1 and 2).
/// </summary>
internal static class DwangsomWordtHoger
{
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bezwaarbesluit besluit, IReadOnlyList<BestredenBesluit> besluiten, DateOnly vandaag)
    {
        if (besluit.Dwangsom is not { } dwangsom) return;
        if (besluit.Uitkomst != Bezwaaruitkomst.Gegrond)
            throw Weigering.Regel("alleen-bij-gegrond", "Neem alleen een nieuw besluit over de dwangsom als het bezwaar gegrond is.",
                "Awb art. 7:11 lid 2", "dwangsom");
        if (besluiten.LastOrDefault(b => b.Soort == BestredenSoort.Dwangsombesluit) is not { } bestreden)
            throw Weigering.Regel("geen-dwangsombesluit", "Dit bezwaar gaat niet over een besluit over een dwangsom. Laat dit weg.",
                "Awb art. 4:19", "dwangsom");
        if (dwangsom.Alleen && besluit.Voorzieningen is { Count: > 0 })
            throw Weigering.Regel("alleen-dwangsom",
                "Is het bezwaar alleen over de dwangsom gegrond, dan blijft de hulp zoals zij was. Laat de voorzieningen weg.",
                "Awb art. 7:11 lid 2", "dwangsom");
        if (dwangsom.Bedrag <= (bestreden.Bedrag ?? 0))
            throw Weigering.Regel("dwangsom-niet-hoger",
                "Een gegrond bezwaar geeft de inwoner meer. Kies een hoger bedrag dan was besloten, of laat de dwangsom zoals die was.",
                "Awb art. 7:11", "dwangsom");
        if (dwangsom.Bedrag > Dwangsommen.Tarieven.Op(vandaag).Waarde.Over(Dwangsommen.MaximumDagen))
            throw Weigering.Regel("dwangsom-te-hoog", "De wet geeft een dwangsom over hooguit 42 dagen. Kies een lager bedrag.",
                "Awb art. 4:17 lid 1 en 2", "dwangsom");
    }
}
