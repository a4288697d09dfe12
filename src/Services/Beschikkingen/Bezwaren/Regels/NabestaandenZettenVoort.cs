using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren.Regels;

/// <summary>
/// After the death of the objector only the heirs can go on (BW 4:182). They are asked first. A bezwaar with which nobody goes on is not
/// withdrawn by that (Awb 6:21); nobody has an interest in it any more (Awb 1:2), so it is inadmissible.
/// </summary>
internal static class NabestaandenZettenVoort
{
    private const string Grondslag = "BW art. 4:182 en Awb art. 1:2";

    /// <exception cref="Weigering">409 or 422.</exception>
    public static void Eis(Bezwaar bezwaar, Bezwaarbesluit besluit)
    {
        if (!bezwaar.IsOverleden) return;
        if (bezwaar.Voortzetting is not { } voortzetting)
            throw Weigering.Toestand("nabestaanden-niet-gevraagd",
                "De inwoner is overleden. Vraag de nabestaanden of zij het bezwaar voortzetten, en leg hun antwoord vast.", Grondslag);
        if (voortzetting.Keuze != Bezwaarvoortzetting.ZetVoort && besluit.Uitkomst != Bezwaaruitkomst.NietOntvankelijk)
            throw Weigering.Regel("niemand-zet-voort",
                "De nabestaanden zetten het bezwaar niet voort. Verklaar het niet-ontvankelijk, omdat niemand er nog belang bij heeft.",
                Grondslag, "uitkomst");
    }
}
