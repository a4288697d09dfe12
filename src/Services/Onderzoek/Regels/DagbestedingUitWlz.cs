using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Onderzoeken.Regels;

/// <summary>
/// A resident who uses the Wlz gets dagbesteding from the Wlz; the latest gesprek says whether they do. For other help the Wlz is a
/// consideration, never an automatic refusal (Wmo 2015 art. 2.3.5 lid 6).
/// </summary>
internal static class DagbestedingUitWlz
{
    // iWmo 3.2 code list WMO020.
    private const string Dagbesteding = "07";

    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Onderzoek onderzoek, Product product)
    {
        var laatste = onderzoek.Gesprekken.Where(g => g.IsGevoerd).MaxBy(g => g.GevoerdOp);
        if (product.Categorie == Dagbesteding && laatste?.GebruiktWlz == true)
            throw Weigering.Regel("dagbesteding-uit-wlz",
                "De inwoner gebruikt de Wlz. Dagbesteding wordt dan uit de Wlz betaald: verwijs daarvoor door.",
                "Wmo 2015 art. 2.3.5 lid 6", "product.categorie");
    }
}
