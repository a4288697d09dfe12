using System.Globalization;
using System.Text.RegularExpressions;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>A simple type of the basisschema (LDT_…): which text it takes.</summary>
internal sealed partial class Ldt(Func<string, bool> past)
{
    public bool Past(string waarde) => past(waarde);

    public static readonly Ldt AanduidingWoonadres = Keuze("AB", "BY", "TO", "WW");
    public static readonly Ldt AdresSoort = Keuze("01", "02", "03", "04");
    public static readonly Ldt AgbCode = Cijfers(8);
    public static readonly Ldt Bedrag = Geheel(99_999_999);
    public static readonly Ldt BurgerServicenummer = Cijfers(9);
    public static readonly Ldt Commentaar = Tekst(int.MaxValue);
    public static readonly Ldt Communicatievorm = Keuze("1", "2", "3");
    public static readonly Ldt Datum = new(w => DateOnly.TryParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    public static readonly Ldt DatumGebruik = Keuze("1", "2", "3");
    public static readonly Ldt DebetCredit = Keuze("C", "D");
    public static readonly Ldt Eenheid = Keuze("01", "04", "14", "16", "82", "83", "84");
    public static readonly Ldt Emailadres = Tekst(80);
    public static readonly Ldt Frequentie = Keuze("1", "2", "4", "6");
    public static readonly Ldt Gemeente = Cijfers(4);
    public static readonly Ldt Geslacht = Keuze("0", "1", "2");
    public static readonly Ldt Huisletter = Tekst(1);
    public static readonly Ldt Huisnummer = Geheel(99_999);
    public static readonly Ldt HuisnummerToevoeging = Tekst(4);
    public static readonly Ldt IdentificatieBericht = Tekst(12);
    public static readonly Ldt IdentificatieDeclaratie = new(w => w.Length is >= 1 and <= 12 && w.All(char.IsAsciiLetterOrDigit));
    public static readonly Ldt JaNee = Keuze("1", "2");
    public static readonly Ldt JuridischeStatus = Keuze("01", "02", "03", "04", "05", "11", "12");
    public static readonly Ldt KvkNummer = Cijfers(8);
    public static readonly Ldt LandCode = new(w => w.Length == 2 && w.All(char.IsAsciiLetterUpper));
    public static readonly Ldt Landnummer = Tekst(4);
    public static readonly Ldt Naam = Tekst(200);
    public static readonly Ldt NaamGebruik = Keuze("1", "2", "3", "4", "5", "6");
    public static readonly Ldt NaamVerwijzer = Tekst(64);
    public static readonly Ldt Nummer = Geheel(999_999_999);
    public static readonly Ldt Organisatienaam = Tekst(35);
    public static readonly Ldt Persoonsid = Tekst(20);
    public static readonly Ldt Plaatsnaam = Tekst(80);
    public static readonly Ldt Postcode = Tekst(8);
    public static readonly Ldt ProductCategorie = Reeks(1, 18);
    public static readonly Ldt ProductCode = Tekst(5);
    public static readonly Ldt RedenAfwijzingVerzoek = Keuze("1", "2", "3", "4", "5", "6", "7", "8", "9");
    public static readonly Ldt RedenBeeindiging = Keuze([.. Codelijsten.RedenBeeindiging.Alle]);
    public static readonly Ldt RedenBudgetafsluiting = Keuze("1", "2", "3");
    public static readonly Ldt RedenVerzoek = Keuze("1", "2");
    public static readonly Ldt RedenWijziging = Reeks(1, 14);
    public static readonly Ldt Referentie = Tekst(36);
    public static readonly Ldt ReferentieNummer = new(w => w.Length is >= 1 and <= 20);
    public static readonly Ldt RelatieVolgorde = Geheel(99);
    // The families have lists of their own, and the SVB's is not public: only the shape is checked.
    public static readonly Ldt RetourCode = new(w => w.Length == 4 && w.All(char.IsAsciiLetterOrDigit));
    public static readonly Ldt SoortRelatie = Reeks(3, 25);
    public static readonly Ldt SoortVertegenwoordiging = Keuze("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    public static readonly Ldt StatusAanlevering = Keuze("1", "2", "3", "9");
    public static readonly Ldt StatusAanleveringEb = Keuze("1", "2", "3");
    public static readonly Ldt Straatnaam = Tekst(24);
    public static readonly Ldt Taal = Tekst(25);
    public static readonly Ldt Telefoonnummer = new(w => w.Length is >= 1 and <= 15 && w.All(char.IsAsciiDigit));
    public static readonly Ldt Tijd = new(w => TijdPatroon().IsMatch(w));
    public static readonly Ldt TotaalBedrag = Geheel(999_999_999_999);
    public static readonly Ldt TypeVerwijzer = Keuze("01", "02", "03", "04", "05", "06", "08");
    public static readonly Ldt Versie = new(w => VersiePatroon().IsMatch(w));
    public static readonly Ldt VerzoekAntwoord = Keuze("1", "2");
    public static readonly Ldt Volume = Geheel(99_999_999);
    public static readonly Ldt Voorletters = new(w => VoorlettersPatroon().IsMatch(w));
    public static readonly Ldt Voorvoegsel = Tekst(10);
    public static readonly Ldt WettelijkeVertegenwoordiging = Reeks(6, 10);
    public static readonly Ldt ZorgfunctiePgbWmo = new(w => w == "99" || ProductCategorie.Past(w));

    public static Ldt Vast(string waarde) => new(w => w == waarde);
    private static Ldt Keuze(params string[] waarden) => new(waarden.Contains);
    private static Ldt Cijfers(int aantal) => new(w => w.Length == aantal && w.All(char.IsAsciiDigit));
    private static Ldt Tekst(int lengte) => new(w => w.Length <= lengte && !string.IsNullOrWhiteSpace(w));
    private static Ldt Geheel(long hoogste) => new(w =>
        long.TryParse(w, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal) && getal >= 0 && getal <= hoogste);
    private static Ldt Reeks(int eerste, int laatste) => new(w =>
        w.Length == 2 && w.All(char.IsAsciiDigit) && int.Parse(w, CultureInfo.InvariantCulture) is var getal && getal >= eerste && getal <= laatste);

    [GeneratedRegex(@"\A([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?\z")]
    private static partial Regex TijdPatroon();
    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\z")]
    private static partial Regex VersiePatroon();
    [GeneratedRegex(@"\A[a-zA-ZÀ-ỳ]{1,6}\z")]
    private static partial Regex VoorlettersPatroon();
}
