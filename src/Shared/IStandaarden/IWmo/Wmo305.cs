using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO305, start of help: within 5 working days of the actual start (OP271).</summary>
/// <param name="Header">Afzender is the provider, Ontvanger the gemeente.</param>
/// <param name="Client">The client and the started products.</param>
public sealed record Wmo305(Header Header, Wmo305Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo305 Vorm(Wandeling x, Wmo305? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo305Client.Vorm, w?.Client));
}

/// <summary>WMO306, the gemeente's answer to a start.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo306(RetourHeader Header, Wmo305Client? Inhoud) : Retour<Wmo305Client>(Header, Inhoud);

/// <summary>The client of a start.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Geboortedatum">Date of birth.</param>
/// <param name="Geslacht">0 unknown, 1 male, 2 female.</param>
/// <param name="Naam">The name.</param>
/// <param name="StartProducten">At least one.</param>
public sealed record Wmo305Client(
    string Bsn, CdtGeboortedatum Geboortedatum, string Geslacht, CdtVerkorteNaam Naam, IReadOnlyList<StartProduct> StartProducten)
        : Berichtklasse
{
    internal static Wmo305Client Vorm(Wandeling x, Wmo305Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Cdt("Geboortedatum", CdtGeboortedatum.Vorm, w?.Geboortedatum),
        x.Tekst("Geslacht", Ldt.Geslacht, w?.Geslacht),
        x.Cdt("Naam", CdtVerkorteNaam.Vorm, w?.Naam),
        x.Delen("StartProducten", "StartProduct", StartProduct.Vorm, w?.StartProducten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A product with help that started.</summary>
/// <param name="ToewijzingNummer">The assignment; 0 to 999999999.</param>
/// <param name="Product">The product.</param>
/// <param name="ToewijzingIngangsdatum">First day of the assignment.</param>
/// <param name="Begindatum">First day of help.</param>
/// <param name="StatusAanlevering">1 first or 3 removal; never 2 (OP033x2). See <see cref="Codelijsten.StatusAanlevering"/>.</param>
public sealed record StartProduct(
    long? ToewijzingNummer, CdtProduct? Product, DateOnly? ToewijzingIngangsdatum, DateOnly Begindatum, string StatusAanlevering)
        : Kernklasse
{
    internal static StartProduct Vorm(Wandeling x, StartProduct? w) => new(
        x.GetalOf("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer),
        x.CdtOf("Product", CdtProduct.Vorm, w?.Product),
        x.DatumOf("ToewijzingIngangsdatum", w?.ToewijzingIngangsdatum),
        x.Datum("Begindatum", w?.Begindatum),
        x.Tekst("StatusAanlevering", Ldt.StatusAanlevering, w?.StatusAanlevering))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
