using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO307, stop of help, temporary or final: within 5 working days of the actual end (OP272).</summary>
/// <param name="Header">Afzender is the provider, Ontvanger the gemeente.</param>
/// <param name="Client">The client and the stopped products.</param>
public sealed record Wmo307(Header Header, Wmo307Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo307 Vorm(Wandeling x, Wmo307? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo307Client.Vorm, w?.Client));
}

/// <summary>WMO308, the gemeente's answer to a stop.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo308(RetourHeader Header, Wmo307Client? Inhoud) : Retour<Wmo307Client>(Header, Inhoud);

/// <summary>The client of a stop.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Geboortedatum">Date of birth.</param>
/// <param name="Geslacht">0 unknown, 1 male, 2 female.</param>
/// <param name="Naam">The name.</param>
/// <param name="StopProducten">At least one.</param>
public sealed record Wmo307Client(
    string Bsn, CdtGeboortedatum Geboortedatum, string Geslacht, CdtVerkorteNaam Naam, IReadOnlyList<StopProduct> StopProducten)
        : Berichtklasse
{
    internal static Wmo307Client Vorm(Wandeling x, Wmo307Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Cdt("Geboortedatum", CdtGeboortedatum.Vorm, w?.Geboortedatum),
        x.Tekst("Geslacht", Ldt.Geslacht, w?.Geslacht),
        x.Cdt("Naam", CdtVerkorteNaam.Vorm, w?.Naam),
        x.Delen("StopProducten", "StopProduct", StopProduct.Vorm, w?.StopProducten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A product with help that stopped.</summary>
/// <param name="ToewijzingNummer">The assignment; 0 to 999999999.</param>
/// <param name="Product">The product.</param>
/// <param name="ToewijzingIngangsdatum">First day of the assignment.</param>
/// <param name="Begindatum">First day of help, as in the start it ends (TR063).</param>
/// <param name="RedenBeeindiging">One of <see cref="Codelijsten.RedenBeeindiging"/>; 20 is temporary and stops nothing at the CAK.</param>
/// <param name="Einddatum">Last day of help.</param>
/// <param name="StatusAanlevering">1 first or 3 removal; never 2 (OP033x2). See <see cref="Codelijsten.StatusAanlevering"/>.</param>
public sealed record StopProduct(
    long? ToewijzingNummer, CdtProduct? Product, DateOnly? ToewijzingIngangsdatum, DateOnly Begindatum,
    string RedenBeeindiging, DateOnly Einddatum, string StatusAanlevering) : Kernklasse
{
    internal static StopProduct Vorm(Wandeling x, StopProduct? w) => new(
        x.GetalOf("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer),
        x.CdtOf("Product", CdtProduct.Vorm, w?.Product),
        x.DatumOf("ToewijzingIngangsdatum", w?.ToewijzingIngangsdatum),
        x.Datum("Begindatum", w?.Begindatum),
        x.Tekst("RedenBeeindiging", Ldt.RedenBeeindiging, w?.RedenBeeindiging),
        x.Datum("Einddatum", w?.Einddatum),
        x.Tekst("StatusAanlevering", Ldt.StatusAanlevering, w?.StatusAanlevering))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
