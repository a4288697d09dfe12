using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO317, verzoek om wijziging (VOW): a provider asks to change its assignments, and names all actual ones (TR349).</summary>
/// <param name="Header">Afzender is the provider, Ontvanger the gemeente.</param>
/// <param name="Client">The client and the request.</param>
public sealed record Wmo317(Header Header, Wmo317Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo317 Vorm(Wandeling x, Wmo317? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo317Client.Vorm, w?.Client));
}

/// <summary>WMO318, the gemeente's receipt of a request for change; the answer itself is a WMO301 or a WMO319.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo318(RetourHeader Header, Wmo317Client? Inhoud) : Retour<Wmo317Client>(Header, Inhoud);

/// <summary>The client of a request for change.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Verzoek">The request.</param>
public sealed record Wmo317Client(string Bsn, Wijzigingsverzoek Verzoek) : Berichtklasse
{
    internal static Wmo317Client Vorm(Wandeling x, Wmo317Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Deel("Verzoek", Wijzigingsverzoek.Vorm, w?.Verzoek))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A request for change (element Verzoek).</summary>
/// <param name="ReferentieAanbieder">The provider's own number of the request, at most 36 characters, unique (TR347).</param>
/// <param name="RedenVerzoek">1 the client's situation changed, 2 the care plan changed.</param>
/// <param name="OngewijzigdeProducten">The products that stay as they are; null without any.</param>
/// <param name="TeWijzigenProducten">The products to change; null without any.</param>
/// <param name="NieuweProducten">The products to add; null without any.</param>
public sealed record Wijzigingsverzoek(
    string ReferentieAanbieder, string RedenVerzoek, IReadOnlyList<OngewijzigdProduct>? OngewijzigdeProducten,
    IReadOnlyList<TeWijzigenProduct>? TeWijzigenProducten, IReadOnlyList<NieuwProduct>? NieuweProducten) : Kernklasse
{
    internal static Wijzigingsverzoek Vorm(Wandeling x, Wijzigingsverzoek? w) => new(
        x.Tekst("ReferentieAanbieder", Ldt.Referentie, w?.ReferentieAanbieder),
        x.Tekst("RedenVerzoek", Ldt.RedenVerzoek, w?.RedenVerzoek),
        x.DelenOf("OngewijzigdeProducten", "OngewijzigdProduct", OngewijzigdProduct.Vorm, w?.OngewijzigdeProducten),
        x.DelenOf("TeWijzigenProducten", "TeWijzigenProduct", TeWijzigenProduct.Vorm, w?.TeWijzigenProducten),
        x.DelenOf("NieuweProducten", "NieuwProduct", NieuwProduct.Vorm, w?.NieuweProducten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>An assigned product that stays as it is.</summary>
/// <param name="ToewijzingNummer">The assignment; 0 to 999999999.</param>
public sealed record OngewijzigdProduct(long ToewijzingNummer) : Berichtklasse
{
    internal static OngewijzigdProduct Vorm(Wandeling x, OngewijzigdProduct? w) =>
        new(x.Getal("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer))
        {
            RetourCodes = x.RetourCodes(w?.RetourCodes),
        };
}

/// <summary>An assigned product to change.</summary>
/// <param name="ToewijzingNummer">The assignment; 0 to 999999999.</param>
/// <param name="GewensteIngangsdatum">The requested first day.</param>
/// <param name="Einddatum">The requested last day.</param>
/// <param name="Omvang">The amount of help; not together with a Budget.</param>
/// <param name="Budget">Cents, 0 to 99999999 (IV024).</param>
public sealed record TeWijzigenProduct(
    long ToewijzingNummer, DateOnly GewensteIngangsdatum, DateOnly? Einddatum, CdtOmvang? Omvang, long? Budget) : Berichtklasse
{
    internal static TeWijzigenProduct Vorm(Wandeling x, TeWijzigenProduct? w) => new(
        x.Getal("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer),
        x.Datum("GewensteIngangsdatum", w?.GewensteIngangsdatum),
        x.DatumOf("Einddatum", w?.Einddatum),
        x.CdtOf("Omvang", CdtOmvang.Vorm, w?.Omvang),
        x.GetalOf("Budget", Ldt.Bedrag, w?.Budget))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A product to add.</summary>
/// <param name="Product">The product; null for a generic request, which then has a Budget.</param>
/// <param name="GewensteIngangsdatum">The requested first day.</param>
/// <param name="Einddatum">The requested last day.</param>
/// <param name="Omvang">The amount of help; not together with a Budget.</param>
/// <param name="Budget">Cents, 0 to 99999999 (IV024).</param>
public sealed record NieuwProduct(CdtProduct? Product, DateOnly GewensteIngangsdatum, DateOnly? Einddatum, CdtOmvang? Omvang, long? Budget)
    : Berichtklasse
{
    internal static NieuwProduct Vorm(Wandeling x, NieuwProduct? w) => new(
        x.CdtOf("Product", CdtProduct.Vorm, w?.Product),
        x.Datum("GewensteIngangsdatum", w?.GewensteIngangsdatum),
        x.DatumOf("Einddatum", w?.Einddatum),
        x.CdtOf("Omvang", CdtOmvang.Vorm, w?.Omvang),
        x.GetalOf("Budget", Ldt.Bedrag, w?.Budget))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
