using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb.Regels;

/// <summary>
/// A person counts as pgb-vaardig only when the four abilities that every pgb needs were judged, and every judged ability is there, alone
/// or with a representative (Wmo 2015 art. 2.3.6 lid 2 onder a).
/// </summary>
internal static class VaardigIsBeoordeeld
{
    private const string Grondslag = "Wmo 2015 art. 2.3.6 lid 2 onder a";
    private static readonly Vaardigheid[] Altijd =
        [Vaardigheid.SituatieOverzien, Vaardigheid.RegelsKennen, Vaardigheid.HulpBeoordelen, Vaardigheid.HulpKiezen];

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Bewustekeuzegesprek gesprek)
    {
        if (!gesprek.Vaardig) return;
        if (Altijd.Any(v => !gesprek.Vaardigheden.ContainsKey(v)))
            throw Weigering.Regel("vaardigheid-niet-beoordeeld",
                "Beoordeel in elk geval deze vier: situatie-overzien, regels-kennen, hulp-beoordelen en hulp-kiezen.", Grondslag,
                "vaardigheden");
        if (gesprek.Vaardigheden.Values.Contains(Oordeel.Nee))
            throw Weigering.Regel("niet-vaardig", "Iets wat voor een pgb nodig is, kan de inwoner niet en een vertegenwoordiger ook "
                + "niet. Dan kan de uitkomst niet zijn dat een pgb past.", Grondslag, "vaardig");
    }
}
