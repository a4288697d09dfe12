using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// One person who hears did not prepare the decision; of several the one who leads and the majority did not (Awb 7:5 lid 1). A commission
/// hears by itself (Awb 7:13 lid 3).
/// </summary>
internal static class HoordersZijnOnbevangen
{
    private const string Grondslag = "Awb art. 7:5 lid 1";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Hoorverslag verslag, IReadOnlyList<BestredenBesluit> besluiten, bool isCommissie)
    {
        if (verslag.DoorCommissie)
        {
            if (!isCommissie)
                throw Weigering.Regel("geen-commissie", "Voor dit bezwaar is geen commissie ingeschakeld. Noem wie hoorde.",
                    "Awb art. 7:13", "hoorders");
            return;
        }
        if (verslag.Hoorders.Count(h => h.Leidt) != 1)
            throw Weigering.Regel("een-leidt", "Noem precies één medewerker die het horen leidde.", Grondslag, "hoorders");
        var betrokken = verslag.Hoorders.Where(h => h.Voorbereid || besluiten.Any(b => b.IsVan(h.Medewerker))).ToList();
        if (betrokken.Any(h => h.Leidt) || betrokken.Count * 2 >= verslag.Hoorders.Count)
            throw Weigering.Regel("hoorder-betrokken",
                "Wie hoort, mag niet bij het besluit betrokken zijn geweest. Bij meer hoorders geldt dat voor wie leidt en voor de "
                + "meerderheid. Laat de inwoner opnieuw horen, door anderen.", Grondslag, "hoorders");
    }
}
