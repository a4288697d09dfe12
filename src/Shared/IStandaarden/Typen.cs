using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>Data about a person. Its text is fixed, so that a log line or an exception never contains the data.</summary>
public abstract record Persoonlijk
{
    private protected Persoonlijk() { }

    /// <summary>A fixed text.</summary>
    public sealed override string ToString() => $"[{GetType().Name}]";
}

/// <summary>A class of a message that a retour sends back with its own codes.</summary>
public abstract record Berichtklasse : Persoonlijk
{
    private protected Berichtklasse() { }

    /// <summary>At least one code of LDT_RetourCode in a retour; null in a heen message.</summary>
    public IReadOnlyList<string>? RetourCodes { get; init; }
}

/// <summary>
/// A class that is the subject of its message. Each is judged separately, and a rejection of the whole message puts its codes at all of
/// them.
/// </summary>
public abstract record Kernklasse : Berichtklasse
{
    private protected Kernklasse() { }
}

/// <summary>Number and date of a whole delivery.</summary>
/// <param name="Identificatie">1 to 12 characters, unique per kind and sender (TR056).</param>
/// <param name="Dagtekening">The day of sending.</param>
public sealed record CdtBerichtIdentificatie(string Identificatie, DateOnly Dagtekening)
{
    internal static CdtBerichtIdentificatie Vorm(Wandeling x, CdtBerichtIdentificatie? w) => new(
        x.Tekst("Identificatie", Ldt.IdentificatieBericht, w?.Identificatie),
        x.Datum("Dagtekening", w?.Dagtekening));
}

/// <summary>The schemas that a message was made with.</summary>
/// <param name="BasisschemaXsdVersie">Three whole numbers with dots.</param>
/// <param name="BerichtXsdVersie">Three whole numbers with dots.</param>
public sealed record CdtXsdVersie(string BasisschemaXsdVersie, string BerichtXsdVersie)
{
    /// <summary>The versions that this library writes.</summary>
    public static CdtXsdVersie Eigen { get; } = new(Standaard.IWmo.XsdVersie, Standaard.IWmo.XsdVersie);

    internal static CdtXsdVersie Vorm(Wandeling x, CdtXsdVersie? w) => new(
        x.Tekst("BasisschemaXsdVersie", Ldt.Versie, w?.BasisschemaXsdVersie),
        x.Tekst("BerichtXsdVersie", Ldt.Versie, w?.BerichtXsdVersie));
}

/// <summary>A date of birth.</summary>
/// <param name="Datum">The unknown parts are 01, and 1900 for the year (IV009).</param>
/// <param name="DatumGebruik">Null all known, 1 no day, 2 only the year, 3 nothing.</param>
public sealed record CdtGeboortedatum(DateOnly Datum, string? DatumGebruik = null) : Persoonlijk
{
    internal static CdtGeboortedatum Vorm(Wandeling x, CdtGeboortedatum? w) => new(
        x.Datum("Datum", w?.Datum),
        x.TekstOf("DatumGebruik", Ldt.DatumGebruik, w?.DatumGebruik));
}

/// <summary>A family name.</summary>
/// <param name="Achternaam">Without prefix, at most 200 characters.</param>
/// <param name="Voorvoegsel">At most 10 characters.</param>
public sealed record CdtAchternaam(string Achternaam, string? Voorvoegsel = null) : Persoonlijk
{
    internal static CdtAchternaam Vorm(Wandeling x, CdtAchternaam? w) => new(
        x.Tekst("Achternaam", Ldt.Naam, w?.Achternaam),
        x.TekstOf("Voorvoegsel", Ldt.Voorvoegsel, w?.Voorvoegsel));
}

/// <summary>A name in a toewijzing.</summary>
/// <param name="Geslachtsnaam">The own family name.</param>
/// <param name="Partnernaam">The partner's family name.</param>
/// <param name="Voornamen">At most 200 characters.</param>
/// <param name="Voorletters">At most 6 letters, without dots.</param>
/// <param name="NaamGebruik">1 own name, 2 partner's, 3 partner's and own, 4 own and partner's, 5 pseudonym, 6 organisation; 1 without
/// Partnernaam (CS050).</param>
public sealed record CdtVolledigeNaam(
    CdtAchternaam Geslachtsnaam, CdtAchternaam? Partnernaam, string? Voornamen, string? Voorletters, string NaamGebruik) : Persoonlijk
{
    internal static CdtVolledigeNaam Vorm(Wandeling x, CdtVolledigeNaam? w) => new(
        x.Cdt("Geslachtsnaam", CdtAchternaam.Vorm, w?.Geslachtsnaam),
        x.CdtOf("Partnernaam", CdtAchternaam.Vorm, w?.Partnernaam),
        x.TekstOf("Voornamen", Ldt.Naam, w?.Voornamen),
        x.TekstOf("Voorletters", Ldt.Voorletters, w?.Voorletters),
        x.Tekst("NaamGebruik", Ldt.NaamGebruik, w?.NaamGebruik));
}

/// <summary>A name in a start or stop.</summary>
/// <param name="Geslachtsnaam">The family name.</param>
/// <param name="Voornamen">At most 200 characters.</param>
/// <param name="Voorletters">At most 6 letters, without dots.</param>
public sealed record CdtVerkorteNaam(CdtAchternaam Geslachtsnaam, string? Voornamen = null, string? Voorletters = null) : Persoonlijk
{
    internal static CdtVerkorteNaam Vorm(Wandeling x, CdtVerkorteNaam? w) => new(
        x.Cdt("Geslachtsnaam", CdtAchternaam.Vorm, w?.Geslachtsnaam),
        x.TekstOf("Voornamen", Ldt.Naam, w?.Voornamen),
        x.TekstOf("Voorletters", Ldt.Voorletters, w?.Voorletters));
}

/// <summary>Help that a person needs to communicate.</summary>
/// <param name="Vorm">1 interpreter, 2 for the deaf, 3 for the deafblind.</param>
/// <param name="Taal">The language, at most 25 characters; only with 1, and then required (CD007).</param>
public sealed record CdtCommunicatie(string Vorm, string? Taal = null) : Persoonlijk
{
    internal static CdtCommunicatie Gedaante(Wandeling x, CdtCommunicatie? w) => new(
        x.Tekst("Vorm", Ldt.Communicatievorm, w?.Vorm),
        x.TekstOf("Taal", Ldt.Taal, w?.Taal));
}

/// <summary>A house in a street.</summary>
/// <param name="Huisnummer">0 to 99999.</param>
/// <param name="Huisletter">One character.</param>
/// <param name="HuisnummerToevoeging">At most 4 characters.</param>
/// <param name="AanduidingWoonadres">AB on board, BY near, TO opposite, WW caravan.</param>
public sealed record CdtHuis(
    int Huisnummer, string? Huisletter = null, string? HuisnummerToevoeging = null, string? AanduidingWoonadres = null) : Persoonlijk
{
    internal static CdtHuis Vorm(Wandeling x, CdtHuis? w) => new(
        (int)x.Getal("Huisnummer", Ldt.Huisnummer, w?.Huisnummer),
        x.TekstOf("Huisletter", Ldt.Huisletter, w?.Huisletter),
        x.TekstOf("HuisnummerToevoeging", Ldt.HuisnummerToevoeging, w?.HuisnummerToevoeging),
        x.TekstOf("AanduidingWoonadres", Ldt.AanduidingWoonadres, w?.AanduidingWoonadres));
}

/// <summary>An address.</summary>
/// <param name="Huis">The house.</param>
/// <param name="Postcode">At most 8 characters; four digits and two letters in the Netherlands (CS089).</param>
/// <param name="Straatnaam">At most 24 characters.</param>
/// <param name="Plaatsnaam">At most 80 characters.</param>
/// <param name="LandCode">Two letters (ISO 3166-1).</param>
public sealed record CdtAdres(CdtHuis? Huis, string? Postcode, string? Straatnaam, string? Plaatsnaam, string? LandCode) : Persoonlijk
{
    internal static CdtAdres Vorm(Wandeling x, CdtAdres? w) => new(
        x.CdtOf("Huis", CdtHuis.Vorm, w?.Huis),
        x.TekstOf("Postcode", Ldt.Postcode, w?.Postcode),
        x.TekstOf("Straatnaam", Ldt.Straatnaam, w?.Straatnaam),
        x.TekstOf("Plaatsnaam", Ldt.Plaatsnaam, w?.Plaatsnaam),
        x.TekstOf("LandCode", Ldt.LandCode, w?.LandCode));
}

/// <summary>A telephone number.</summary>
/// <param name="Telefoonnummer">At most 15 digits.</param>
/// <param name="Landnummer">At most 4 characters, for instance <c>+31</c>.</param>
public sealed record CdtTelefoon(string Telefoonnummer, string Landnummer) : Persoonlijk
{
    internal static CdtTelefoon Vorm(Wandeling x, CdtTelefoon? w) => new(
        x.Tekst("Telefoonnummer", Ldt.Telefoonnummer, w?.Telefoonnummer),
        x.Tekst("Landnummer", Ldt.Landnummer, w?.Landnummer));
}

/// <summary>One or two telephone numbers.</summary>
/// <param name="Telefoon01">The first.</param>
/// <param name="Telefoon02">The second.</param>
public sealed record CdtTelefoonnummers(CdtTelefoon Telefoon01, CdtTelefoon? Telefoon02 = null) : Persoonlijk
{
    internal static CdtTelefoonnummers Vorm(Wandeling x, CdtTelefoonnummers? w) => new(
        x.Cdt("Telefoon01", CdtTelefoon.Vorm, w?.Telefoon01),
        x.CdtOf("Telefoon02", CdtTelefoon.Vorm, w?.Telefoon02));
}

/// <summary>A period with an optional begin and an optional end.</summary>
/// <param name="Begindatum">First day.</param>
/// <param name="Einddatum">Last day.</param>
public sealed record CdtOpenPeriode(DateOnly? Begindatum, DateOnly? Einddatum)
{
    internal static CdtOpenPeriode Vorm(Wandeling x, CdtOpenPeriode? w) => new(
        x.DatumOf("Begindatum", w?.Begindatum),
        x.DatumOf("Einddatum", w?.Einddatum));
}

/// <summary>A period with a begin and an end.</summary>
/// <param name="Begindatum">First day.</param>
/// <param name="Einddatum">Last day.</param>
public sealed record CdtGeslotenPeriode(DateOnly Begindatum, DateOnly Einddatum)
{
    internal static CdtGeslotenPeriode Vorm(Wandeling x, CdtGeslotenPeriode? w) => new(
        x.Datum("Begindatum", w?.Begindatum),
        x.Datum("Einddatum", w?.Einddatum));
}

/// <summary>A product, with or without its code.</summary>
/// <param name="Categorie">01 to 18 (code list WMO020).</param>
/// <param name="Code">At most 5 characters; null for an aspecific assignment.</param>
public sealed record CdtProduct(string Categorie, string? Code)
{
    internal static CdtProduct Vorm(Wandeling x, CdtProduct? w) => new(
        x.Tekst("Categorie", Ldt.ProductCategorie, w?.Categorie),
        x.TekstOf("Code", Ldt.ProductCode, w?.Code));
}

/// <summary>The referrer of a client.</summary>
/// <param name="Type">01 gemeente, 02 huisarts, 03 jeugdarts, 04 gecertificeerde instelling, 05 medisch specialist, 06 nobody, 08 the
/// judiciary.</param>
/// <param name="Naam">At most 64 characters; with 02 to 05 either this or the code (CD064, CD065).</param>
/// <param name="ZorgverlenerCode">Eight digits.</param>
public sealed record CdtVerwijzer(string Type, string? Naam = null, string? ZorgverlenerCode = null) : Persoonlijk
{
    internal static CdtVerwijzer Vorm(Wandeling x, CdtVerwijzer? w) => new(
        x.Tekst("Type", Ldt.TypeVerwijzer, w?.Type),
        x.TekstOf("Naam", Ldt.NaamVerwijzer, w?.Naam),
        x.TekstOf("ZorgverlenerCode", Ldt.AgbCode, w?.ZorgverlenerCode));
}

/// <summary>The number of a prestatie.</summary>
/// <param name="ReferentieNummer">1 to 20 characters.</param>
/// <param name="VorigReferentieNummer">The number of the prestatie that it credits, 1 to 20 characters.</param>
public sealed record CdtReferentie(string ReferentieNummer, string? VorigReferentieNummer = null)
{
    internal static CdtReferentie Vorm(Wandeling x, CdtReferentie? w) => new(
        x.Tekst("ReferentieNummer", Ldt.ReferentieNummer, w?.ReferentieNummer),
        x.TekstOf("VorigReferentieNummer", Ldt.ReferentieNummer, w?.VorigReferentieNummer));
}

/// <summary>An amount of one prestatie.</summary>
/// <param name="Bedrag">Cents, 0 to 99999999.</param>
/// <param name="DebetCredit">D for a debit, C for a credit.</param>
public sealed record CdtBedragMetDC(long Bedrag, string DebetCredit)
{
    /// <summary>Cents, negative for a credit.</summary>
    public long InCenten => DebetCredit == "C" ? -Bedrag : Bedrag;

    internal static CdtBedragMetDC Vorm(Wandeling x, CdtBedragMetDC? w) => new(
        x.Getal("Bedrag", Ldt.Bedrag, w?.Bedrag),
        x.Tekst("DebetCredit", Ldt.DebetCredit, w?.DebetCredit));
}

/// <summary>A total amount.</summary>
/// <param name="TotaalBedrag">Cents, 0 to 999999999999.</param>
/// <param name="DebetCredit">D for a debit, C for a credit.</param>
public sealed record CdtTotaalBedragMetDC(long TotaalBedrag, string DebetCredit)
{
    /// <summary>Cents, negative for a credit.</summary>
    public long InCenten => DebetCredit == "C" ? -TotaalBedrag : TotaalBedrag;

    /// <summary>Makes a total from cents, negative for a credit.</summary>
    public static CdtTotaalBedragMetDC Van(long centen) => new(Math.Abs(centen), centen < 0 ? "C" : "D");

    internal static CdtTotaalBedragMetDC Vorm(Wandeling x, CdtTotaalBedragMetDC? w) => new(
        x.Getal("TotaalBedrag", Ldt.TotaalBedrag, w?.TotaalBedrag),
        x.Tekst("DebetCredit", Ldt.DebetCredit, w?.DebetCredit));
}

/// <summary>The amount of help.</summary>
/// <param name="Volume">0 to 99999999 units per Frequentie.</param>
/// <param name="Eenheid">01, 04, 14, 16, 82, 83 or 84 (code list WJ756).</param>
/// <param name="Frequentie">1 a day, 2 a week, 4 a month, 6 in total (code list WMO757).</param>
public sealed record CdtOmvang(long Volume, string Eenheid, string Frequentie)
{
    internal static CdtOmvang Vorm(Wandeling x, CdtOmvang? w) => new(
        x.Getal("Volume", Ldt.Volume, w?.Volume),
        x.Tekst("Eenheid", Ldt.Eenheid, w?.Eenheid),
        x.Tekst("Frequentie", Ldt.Frequentie, w?.Frequentie));
}
