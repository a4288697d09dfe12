using System.Globalization;
using System.Text.RegularExpressions;
using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>A simple type of the basisschema (LDT_…), with the text that it accepts.</summary>
/// <param name="past">Whether a message with this text can be read.</param>
/// <param name="magNieuw">Whether an outgoing message may have this text; a withdrawn code may not.</param>
internal sealed partial class Ldt(Func<string, bool> past, Func<string, bool>? magNieuw = null)
{
    // All withdrawn codes were withdrawn before these releases came into use, so the day of the message makes no difference.
    private static readonly DateOnly Uitgave = new(2023, 4, 3);

    public bool Past(string waarde) => past(waarde);
    public bool MagNieuw(string waarde) => (magNieuw ?? past)(waarde);

    public static readonly Ldt AanduidingWoonadres = Lijst(Codelijst.AanduidingWoonadres);
    public static readonly Ldt AdresSoort = Lijst(Codelijst.AdresSoort);
    public static readonly Ldt AgbCode = Cijfers(8);
    public static readonly Ldt Bedrag = Geheel(99_999_999);
    public static readonly Ldt BurgerServicenummer = Cijfers(9);
    public static readonly Ldt Commentaar = new(NietLeeg);
    public static readonly Ldt Communicatievorm = Lijst(Codelijst.Communicatievorm);
    public static readonly Ldt Datum =
        new(w => DateOnly.TryParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    public static readonly Ldt DatumGebruik = Lijst(Codelijst.DatumGebruik);
    public static readonly Ldt DebetCredit = Lijst(Codelijst.DebetCredit);
    public static readonly Ldt Eenheid = Lijst(Codelijst.Eenheid);
    public static readonly Ldt Emailadres = Regel(80);
    public static readonly Ldt Frequentie = Lijst(Codelijst.Frequentie);
    public static readonly Ldt Gemeente = Cijfers(4);
    public static readonly Ldt Geslacht = Lijst(Codelijst.Geslacht);
    public static readonly Ldt Huisletter = Regel(1);
    public static readonly Ldt Huisnummer = Geheel(99_999);
    public static readonly Ldt HuisnummerToevoeging = Regel(4);
    public static readonly Ldt IdentificatieBericht = Regel(12);
    public static readonly Ldt IdentificatieDeclaratie = new(w => w.Length is >= 1 and <= 12);
    public static readonly Ldt NieuweDeclaratie = new(w => IdentificatieDeclaratie.Past(w) && w.All(char.IsAsciiLetterOrDigit));
    public static readonly Ldt JaNee = Lijst(Codelijst.JaNee);
    public static readonly Ldt JuridischeStatus = Lijst(Codelijst.JuridischeStatus);
    public static readonly Ldt KvkNummer = Cijfers(8);
    public static readonly Ldt LandCode = Lijst(Codelijst.LandCode);
    public static readonly Ldt Landnummer = Regel(4);
    public static readonly Ldt Naam = Regel(200);
    public static readonly Ldt NaamGebruik = Lijst(Codelijst.NaamGebruik);
    public static readonly Ldt NaamVerwijzer = Regel(64);
    public static readonly Ldt Nummer = Geheel(999_999_999);
    public static readonly Ldt Organisatienaam = Regel(35);
    public static readonly Ldt Persoonsid = Regel(20);
    public static readonly Ldt Plaatsnaam = Regel(80);
    public static readonly Ldt Postcode = Regel(8);
    public static readonly Ldt ProductCategorie = Lijst(Codelijst.ProductCategorie);
    public static readonly Ldt ProductCode = Regel(5);
    public static readonly Ldt RedenAfwijzingVerzoek = Lijst(Codelijst.RedenAfwijzingVerzoek);
    public static readonly Ldt RedenBeeindiging = Lijst(Codelijst.RedenBeeindiging);
    public static readonly Ldt RedenBudgetafsluiting = Lijst(Codelijst.RedenBudgetafsluiting);
    public static readonly Ldt RedenVerzoek = Lijst(Codelijst.RedenVerzoek);
    public static readonly Ldt RedenWijziging = Lijst(Codelijst.RedenWijziging);
    public static readonly Ldt Referentie = Regel(36);
    public static readonly Ldt ReferentieNummer = new(w => w.Length is >= 1 and <= 20);
    public static readonly Ldt RelatieVolgorde = Geheel(99);
    public static readonly Ldt RetourCode = Lijst(Codelijst.RetourCode);
    // The lists of iPgb and iEb are not completely public, so only the form is checked.
    public static readonly Ldt AndereRetourCode = new(w => w.Length == 4 && w.All(char.IsAsciiLetterOrDigit));
    public static readonly Ldt SoortRelatie = Lijst(Codelijst.SoortRelatie);
    public static readonly Ldt SoortVertegenwoordiging = Lijst(Codelijst.SoortVertegenwoordiging);
    public static readonly Ldt StatusAanlevering = Lijst(Codelijst.StatusAanlevering);
    public static readonly Ldt StatusAanleveringEb = Lijst(Codelijst.StatusAanleveringEb);
    public static readonly Ldt Straatnaam = Regel(24);
    public static readonly Ldt Taal = Regel(25);
    public static readonly Ldt Telefoonnummer = new(w => w.Length is >= 1 and <= 15 && w.All(char.IsAsciiDigit));
    public static readonly Ldt Tijd = new(w => TijdPatroon().IsMatch(w));
    public static readonly Ldt TotaalBedrag = Geheel(999_999_999_999);
    public static readonly Ldt TypeVerwijzer = Lijst(Codelijst.TypeVerwijzer);
    public static readonly Ldt Versie = new(w => VersiePatroon().IsMatch(w));
    public static readonly Ldt VerzoekAntwoord = Lijst(Codelijst.VerzoekAntwoord);
    public static readonly Ldt Volume = Geheel(99_999_999);
    public static readonly Ldt Voorletters = new(w => VoorlettersPatroon().IsMatch(w));
    public static readonly Ldt Voorvoegsel = Regel(10);
    public static readonly Ldt WettelijkeVertegenwoordiging = Lijst(Codelijst.WettelijkeVertegenwoordiging);
    public static readonly Ldt ZorgfunctiePgbWmo = Lijst(Codelijst.ZorgfunctiePgbWmo);

    public static Ldt Vast(string waarde) => new(w => w == waarde);
    private static Ldt Lijst(Codelijst lijst) => new(lijst.Bevat, w => lijst.IsGeldig(w, Uitgave));
    private static Ldt Cijfers(int aantal) => new(w => w.Length == aantal && w.All(char.IsAsciiDigit));
    // One line, as in the pattern of the schema; white space is what XML defines as such.
    public static Ldt Regel(int lengte) => new(w => w.Length <= lengte && NietLeeg(w) && !w.AsSpan().ContainsAny('\r', '\n'));
    private static bool NietLeeg(string w) => w.AsSpan().ContainsAnyExcept(" \t\r\n");
    private static Ldt Geheel(long hoogste) => new(w =>
        long.TryParse(w, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal) && getal >= 0 && getal <= hoogste);

    [GeneratedRegex(@"\A([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?\z")]
    private static partial Regex TijdPatroon();
    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\z")]
    private static partial Regex VersiePatroon();
    [GeneratedRegex(@"\A[a-zA-ZÀ-ỳ]{1,6}\z")]
    private static partial Regex VoorlettersPatroon();
}
