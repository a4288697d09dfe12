using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A beslisser decides in the name of the college as far as their mandate goes, by kind and amount (Awb 10:3 lid 1).</summary>
internal static class BinnenMandaat
{
    private const string Grondslag = "Awb art. 10:3";

    /// <param name="besluit">The decision.</param>
    /// <param name="gevraagd">The requested voorziening; null when the aanvraag as a whole is refused.</param>
    /// <param name="beslisser">The <c>sub</c> of the user who decides.</param>
    /// <param name="beleid">The choices of today.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Voorzieningbesluit besluit, GekozenVoorziening? gevraagd, string beslisser, Gemeentebeleid beleid)
    {
        var kenmerk = Van(besluit, gevraagd, beleid);
        if (beleid.Besluiten.MagBeslissen(beslisser, kenmerk)) return;
        var wie = beleid.Besluiten.WieMag(kenmerk);
        throw Weigering.Regel("buiten-mandaat", "U hebt geen mandaat voor dit besluit. " + (wie.Count == 0
            ? "Niemand heeft dat: leg het voor aan het college." : $"Dat mag wel: {string.Join(", ", wie)}."), Grondslag, "besluiten");
    }

    /// <summary>The kind and the amount of a decision: the budget of a pgb, or what zorg in natura costs at most.</summary>
    public static Besluitkenmerk Van(Voorzieningbesluit besluit, GekozenVoorziening? gevraagd, Gemeentebeleid beleid)
    {
        var uitkomst = besluit.Uitkomst switch
        {
            Uitkomst.Toekennen => Besluituitkomst.Toekennen,
            Uitkomst.GedeeltelijkToekennen => Besluituitkomst.GedeeltelijkToekennen,
            Uitkomst.Afwijzen => Besluituitkomst.Afwijzen,
            Uitkomst.BuitenBehandeling => Besluituitkomst.BuitenBehandeling,
        };
        if (gevraagd is null) return new(uitkomst, null, null);
        var (product, omvang, periode) = (gevraagd.Product, besluit.Omvang ?? gevraagd.Omvang, besluit.Periode ?? gevraagd.Periode);
        return new(uitkomst, product.Categorie, besluit.Budget ?? Besluitkenmerk.Zinwaarde(beleid, product.Code, new(
            product.Categorie, omvang.Volume, omvang.Eenheid, omvang.Frequentie, periode.Ingangsdatum, periode.Einddatum)));
    }
}
