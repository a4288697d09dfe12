using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Regels;

/// <summary>A beslisser decides in the name of the college as far as their mandate goes, by kind and amount (Awb 10:3 lid 1).</summary>
internal static class BinnenMandaat
{
    private const string Grondslag = "Awb art. 10:3";

    /// <param name="besluit">The kind and the amount of the decision.</param>
    /// <param name="beslisser">The <c>sub</c> of the user who decides.</param>
    /// <param name="beleid">The choices of today.</param>
    /// <param name="veld">The field of the request.</param>
    /// <exception cref="Weigering">422.</exception>
    public static void Eis(Besluitkenmerk besluit, string beslisser, Besluitbeleid beleid, string? veld = null)
    {
        if (beleid.MagBeslissen(beslisser, besluit)) return;
        var wie = beleid.WieMag(besluit);
        throw Weigering.Regel("buiten-mandaat", "U hebt geen mandaat voor dit besluit. " + (wie.Count == 0
            ? "Niemand heeft dat: leg het voor aan het college." : $"Dat mag wel: {string.Join(", ", wie)}."), Grondslag, veld);
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
        return new(uitkomst, product.Categorie, besluit.Budget ?? Zinwaarde(product, omvang, periode, beleid));
    }

    /// <summary>The kind and the amount of a decision on these parts: what they give together, if all of it is known.</summary>
    /// <param name="uitkomst">The outcome.</param>
    /// <param name="categorie">The product category.</param>
    /// <param name="delen">The parts that the decision gives or takes.</param>
    /// <param name="beleid">The choices of today.</param>
    public static Besluitkenmerk Van(
        Besluituitkomst uitkomst, string categorie, IReadOnlyList<Voorzieningdeel> delen, Gemeentebeleid beleid)
    {
        var bedragen = delen.Select(d => Waarde(d, beleid)).ToList();
        return new(uitkomst, categorie, bedragen.Contains(null) ? null : bedragen.Sum());
    }

    /// <summary>The budget of a part, or what zorg in natura costs at most; null when the municipality set no rate for it.</summary>
    public static decimal? Waarde(Voorzieningdeel deel, Gemeentebeleid beleid) =>
        deel.Budget ?? Zinwaarde(deel.Product, deel.Omvang, deel.Periode, beleid);

    private static decimal? Zinwaarde(Product product, Omvang omvang, Periode periode, Gemeentebeleid beleid) =>
        Besluitkenmerk.Zinwaarde(beleid, product.Code, new(
            product.Categorie, omvang.Volume, omvang.Eenheid, omvang.Frequentie, periode.Ingangsdatum, periode.Einddatum));
}
