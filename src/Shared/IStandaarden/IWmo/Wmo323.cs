using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>WMO323, declaratie: what a provider asks to be paid for help given in a period. Answered by a WMO325 within 10 working days (OP090x4).</summary>
/// <param name="Header">Afzender is the provider, Ontvanger the gemeente.</param>
/// <param name="Declaratie">What is asked.</param>
public sealed record Wmo323(Header Header, Declaratie Declaratie) : Heenbericht(Header)
{
    /// <inheritdoc />
    public override Berichtsoort Soort => Berichtsoort.Wmo323;

    internal static Wmo323 Vorm(Wandeling x, Wmo323? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Declaratie", Declaratie.Vorm, w?.Declaratie));
}

/// <summary>A declaration.</summary>
/// <param name="DeclaratieNummer">1 to 12 letters or digits, unique per provider (TR333).</param>
/// <param name="DeclaratiePeriode">The calendar month it is about.</param>
/// <param name="DeclaratieDagtekening">The day of the declaration.</param>
/// <param name="TotaalIngediendBedrag">The sum of what is asked, in cents.</param>
/// <param name="Clienten">At least one.</param>
public sealed record Declaratie(
    string DeclaratieNummer, CdtGeslotenPeriode DeclaratiePeriode, DateOnly DeclaratieDagtekening, CdtTotaalBedragMetDC TotaalIngediendBedrag,
    IReadOnlyList<DeclaratieClient> Clienten) : Persoonlijk
{
    internal static Declaratie Vorm(Wandeling x, Declaratie? w) => new(
        x.Tekst("DeclaratieNummer", Ldt.NieuweDeclaratie, w?.DeclaratieNummer),
        x.Cdt("DeclaratiePeriode", CdtGeslotenPeriode.Vorm, w?.DeclaratiePeriode),
        x.Datum("DeclaratieDagtekening", w?.DeclaratieDagtekening),
        x.Cdt("TotaalIngediendBedrag", CdtTotaalBedragMetDC.Vorm, w?.TotaalIngediendBedrag),
        x.Delen("Clienten", "Client", DeclaratieClient.Vorm, w?.Clienten));
}

/// <summary>A client of a declaration or of the answer to it.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Prestaties">At least one.</param>
public sealed record DeclaratieClient(string Bsn, IReadOnlyList<Prestatie> Prestaties) : Berichtklasse
{
    internal static DeclaratieClient Vorm(Wandeling x, DeclaratieClient? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Delen("Prestaties", "Prestatie", Prestatie.Vorm, w?.Prestaties))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>Help that was given, or taken back with a credit.</summary>
/// <param name="ProductReferentie">The provider's number of it, and of what it credits.</param>
/// <param name="ToewijzingNummer">The assignment; 0 to 999999999.</param>
/// <param name="ProductCategorie">01 to 18 (code list WMO020).</param>
/// <param name="ProductCode">At most 5 characters.</param>
/// <param name="ProductPeriode">When, within the period of the declaration (TR319).</param>
/// <param name="GeleverdVolume">0 to 99999999 units.</param>
/// <param name="Eenheid">01, 04, 14, 16, 82, 83 or 84 (code list WJ756).</param>
/// <param name="ProductTarief">Cents per unit; null when Eenheid is 83, euros.</param>
/// <param name="IngediendBedrag">What is asked for it.</param>
public sealed record Prestatie(
    CdtReferentie ProductReferentie, long ToewijzingNummer, string ProductCategorie, string ProductCode, CdtGeslotenPeriode ProductPeriode,
    long GeleverdVolume, string Eenheid, long? ProductTarief, CdtBedragMetDC IngediendBedrag) : Kernklasse
{
    internal static Prestatie Vorm(Wandeling x, Prestatie? w) => new(
        x.Cdt("ProductReferentie", CdtReferentie.Vorm, w?.ProductReferentie),
        x.Getal("ToewijzingNummer", Ldt.Nummer, w?.ToewijzingNummer),
        x.Tekst("ProductCategorie", Ldt.ProductCategorie, w?.ProductCategorie),
        x.Tekst("ProductCode", Ldt.ProductCode, w?.ProductCode),
        x.Cdt("ProductPeriode", CdtGeslotenPeriode.Vorm, w?.ProductPeriode),
        x.Getal("GeleverdVolume", Ldt.Volume, w?.GeleverdVolume),
        x.Tekst("Eenheid", Ldt.Eenheid, w?.Eenheid),
        x.GetalOf("ProductTarief", Ldt.Bedrag, w?.ProductTarief),
        x.Cdt("IngediendBedrag", CdtBedragMetDC.Vorm, w?.IngediendBedrag))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
