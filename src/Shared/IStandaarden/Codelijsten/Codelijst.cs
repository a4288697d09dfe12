using System.Collections.Frozen;

namespace WmoPlatform.IStandaarden.Codelijsten;

/// <summary>One code of a list.</summary>
/// <param name="Waarde">The code in a message.</param>
/// <param name="Betekenis">Its meaning, in a few Dutch words of our own.</param>
/// <param name="Vanaf">First day on which it may be used; null when unknown or always allowed.</param>
/// <param name="TotEnMet">Last day on which it may be used; null when it still may.</param>
public sealed record Code(string Waarde, string Betekenis, DateOnly? Vanaf = null, DateOnly? TotEnMet = null);

/// <summary>
/// A code list of the standards. The lists below are complete. The lists of gemeenten (CBS) and of product codes per category are not part
/// of the standards; a municipality can load them into this class.
/// </summary>
public sealed class Codelijst
{
    private static readonly DateOnly VoorIWmo32 = new(2023, 4, 2);

    private readonly FrozenDictionary<string, Code> codes;

    /// <summary>Makes a list that is not in the standards.</summary>
    /// <param name="naam">Its name or number.</param>
    /// <param name="codes">Each code once.</param>
    public Codelijst(string naam, IEnumerable<Code> codes)
    {
        Naam = naam;
        Codes = [.. codes];
        this.codes = Codes.ToFrozenDictionary(c => c.Waarde);
    }

    /// <summary>Number of the list, or the name of its type when the number is not public.</summary>
    public string Naam { get; }

    /// <summary>Every code, including those that may no longer be used.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>Whether the code is in the list. A code that may no longer be used is too, so that a message with it can be read.</summary>
    public bool Bevat(string code) => codes.ContainsKey(code);

    /// <summary>Whether the code may be used on that day.</summary>
    /// <param name="code">The code in a message.</param>
    /// <param name="dag">A day in Europe/Amsterdam; for a message its Dagtekening.</param>
    public bool IsGeldig(string code, DateOnly dag) => codes.TryGetValue(code, out var c) && !(c.Vanaf > dag) && !(c.TotEnMet < dag);

    /// <summary>The meaning of the code; null when it is not in the list.</summary>
    public string? Betekenis(string code) => codes.GetValueOrDefault(code)?.Betekenis;

    /// <summary>The position of a house.</summary>
    public static Codelijst AanduidingWoonadres { get; } = new("LDT_AanduidingWoonadres",
    [
        new("AB", "Aan boord"),
        new("BY", "Bij"),
        new("TO", "Tegenover"),
        new("WW", "Woonwagen"),
    ]);

    /// <summary>The kinds of address.</summary>
    public static Codelijst AdresSoort { get; } = new("LDT_AdresSoort",
    [
        new("01", "BRP-adres"),
        new("02", "Correspondentieadres"),
        new("03", "Verblijfadres"),
        new("04", "Tijdelijk verblijfadres"),
    ]);

    /// <summary>The help that a person needs to communicate.</summary>
    public static Codelijst Communicatievorm { get; } = new("LDT_Communicatievorm",
    [
        new("1", "Tolk voor een taal"),
        new("2", "Doventolk"),
        new("3", "Doofblindentolk"),
    ]);

    /// <summary>The unknown part of a date of birth.</summary>
    public static Codelijst DatumGebruik { get; } = new("LDT_DatumGebruik",
    [
        new("1", "Dag onbekend"),
        new("2", "Dag en maand onbekend"),
        new("3", "Datum onbekend"),
    ]);

    /// <summary>Debit or credit.</summary>
    public static Codelijst DebetCredit { get; } = new("LDT_DebetCredit",
    [
        new("C", "Credit"),
        new("D", "Debet"),
    ]);

    /// <summary>The units of help.</summary>
    public static Codelijst Eenheid { get; } = new("WJ756",
    [
        new("01", "Minuut"),
        new("04", "Uur"),
        new("14", "Etmaal"),
        new("16", "Dagdeel van 4 uur"),
        new("82", "Stuks (output)"),
        new("83", "Euro"),
        new("84", "Stuks (inspanning)"),
    ]);

    /// <summary>The frequencies of help.</summary>
    public static Codelijst Frequentie { get; } = new("WMO757",
    [
        new("1", "Per dag"),
        new("2", "Per week"),
        new("4", "Per maand"),
        new("6", "In totaal, zolang de toewijzing duurt"),
    ]);

    /// <summary>Sex.</summary>
    public static Codelijst Geslacht { get; } = new("LDT_Geslacht",
    [
        new("0", "Onbekend"),
        new("1", "Man"),
        new("2", "Vrouw"),
    ]);

    /// <summary>Yes or no.</summary>
    public static Codelijst JaNee { get; } = new("LDT_JaNee",
    [
        new("1", "Ja"),
        new("2", "Nee"),
    ]);

    /// <summary>Measures that the law imposes on a client.</summary>
    public static Codelijst JuridischeStatus { get; } = new("LDT_JuridischeStatus",
    [
        new("01", "Rechterlijke machtiging"),
        new("02", "Rechterlijke machtiging op eigen verzoek"),
        new("03", "Rechterlijke machtiging met voorwaardelijk ontslag"),
        new("04", "Ondertoezichtstelling"),
        new("05", "Inbewaringstelling"),
        new("11", "Tbs"),
        new("12", "Ander contact met het strafrecht"),
    ]);

    /// <summary>How a person wants to be addressed.</summary>
    public static Codelijst NaamGebruik { get; } = new("LDT_NaamGebruik",
    [
        new("1", "Eigen naam"),
        new("2", "Naam van de partner"),
        new("3", "Naam van de partner en dan eigen naam"),
        new("4", "Eigen naam en dan naam van de partner"),
        new("5", "Pseudoniem"),
        new("6", "Organisatie"),
    ]);

    /// <summary>The kinds of help.</summary>
    public static Codelijst ProductCategorie { get; } = new("WMO020",
    [
        new("01", "Hulp bij het huishouden"),
        new("02", "Begeleiding"),
        new("03", "Persoonlijke verzorging"),
        new("04", "Kortdurend verblijf"),
        new("05", "Woondiensten"),
        new("06", "Overige ondersteuning voor één persoon of huishouden"),
        new("07", "Dagbesteding"),
        new("08", "Vervoerdiensten"),
        new("09", "Overige ondersteuning in een groep"),
        new("10", "Overig maatwerk"),
        new("11", "Rolstoelen"),
        new("12", "Vervoervoorzieningen"),
        new("13", "Woonvoorzieningen"),
        new("14", "Overige hulpmiddelen"),
        new("15", "Beschermd wonen"),
        new("16", "Opvang"),
        new("17", "Spoedopvang"),
        new("18", "Overig beschermd wonen en opvang"),
    ]);

    /// <summary>Why a request is rejected.</summary>
    public static Codelijst RedenAfwijzingVerzoek { get; } = new("LDT_RedenAfwijzingVerzoek",
    [
        new("1", "Geen wijziging, maar een nieuwe aanvraag"),
        new("2", "Past niet in het budget"),
        new("3", "Geen contract"),
        new("4", "Past niet in het contract"),
        new("5", "Andere gemeente"),
        new("6", "Stapeling"),
        new("7", "Inhoudelijk afgekeurd"),
        new("8", "Woonplaatsbeginsel"),
        new("9", "Leeftijdsgrens bereikt"),
    ]);

    /// <summary>Why help stopped.</summary>
    public static Codelijst RedenBeeindiging { get; } = new("WMO588",
    [
        new("02", "Overleden"),
        new("19", "Volgens plan gestopt"),
        new("20", "Tijdelijk gestopt"),
        new("21", "Gestopt door de cliënt"),
        new("22", "Gestopt door de aanbieder"),
        new("23", "In overleg eerder gestopt"),
        new("31", "Verhuisd naar een andere gemeente"),
        new("36", "Gestopt door de gemeente"),
        new("37", "Vanwege een verzoek om wijziging"),
        new("38", "Naar een andere aanbieder"),
        new("39", "Naar een andere wet"),
    ]);

    /// <summary>Why a budget is closed.</summary>
    public static Codelijst RedenBudgetafsluiting { get; } = new("PGB507",
    [
        new("1", "Einde van de budgetperiode"),
        new("2", "Einde van het jaar"),
        new("3", "Meer besteed dan mocht, of buiten de periode"),
    ]);

    /// <summary>Why a change is requested.</summary>
    public static Codelijst RedenVerzoek { get; } = new("LDT_RedenVerzoek",
    [
        new("1", "De situatie van de cliënt is veranderd"),
        new("2", "Het zorgplan is veranderd"),
    ]);

    /// <summary>Why a toewijzing changed.</summary>
    public static Codelijst RedenWijziging { get; } = new("WMO002",
    [
        new("01", "Administratieve correctie (oude code)", TotEnMet: VoorIWmo32),
        new("02", "Overleden"),
        new("03", "Contract gewijzigd"),
        new("04", "Herbeoordeeld en verlengd"),
        new("05", "Herbeoordeeld en verkort"),
        new("06", "Naar een andere wet"),
        new("07", "Verhuisd naar een andere gemeente"),
        new("08", "Andere leveringsvorm"),
        new("09", "Naar een andere aanbieder"),
        new("10", "Andere bekostiging"),
        new("11", "Gemeentelijke herindeling"),
        new("12", "Op verzoek van de aanbieder"),
        new("13", "Verwijderd"),
        new("14", "Administratieve correctie"),
    ]);

    /// <summary>Relations to the client.</summary>
    public static Codelijst SoortRelatie { get; } = new("LDT_SoortRelatie",
    [
        new("03", "Curator"),
        new("04", "Financieel gemachtigde"),
        new("05", "Financieel toezicht"),
        new("06", "Leefeenheid"),
        new("07", "Hulpverlener"),
        new("08", "Specialist"),
        new("09", "Anders"),
        new("10", "Ouder"),
        new("11", "Voogd"),
        new("12", "Partner"),
        new("13", "Pleegouder"),
        new("14", "Bewindvoerder"),
        new("15", "Mentor"),
        new("16", "Zoon of dochter"),
        new("17", "Familielid"),
        new("18", "Gezinslid"),
        new("19", "Buur"),
        new("20", "Vriend of kennis"),
        new("21", "Cliëntondersteuner"),
        new("22", "Huisarts"),
        new("23", "Erfgenaam"),
        new("24", "Werkgever"),
        new("25", "Wijkcoach"),
    ]);

    /// <summary>Representatives of a budgethouder.</summary>
    public static Codelijst SoortVertegenwoordiging { get; } = new("COD473",
    [
        new("1", "Contactpersoon voor zorg en geld"),
        new("2", "Gemachtigde voor zorg en geld"),
        new("3", "Wettelijk vertegenwoordiger voor zorg en geld"),
        new("4", "Gewaarborgde hulp"),
        new("5", "Contactpersoon voor zorg"),
        new("6", "Gemachtigde voor zorg"),
        new("7", "Wettelijk vertegenwoordiger voor zorg"),
        new("8", "Contactpersoon voor geld"),
        new("9", "Gemachtigde voor geld"),
        new("10", "Wettelijk vertegenwoordiger voor geld"),
    ]);

    /// <summary>The effect of a delivery on an earlier one.</summary>
    public static Codelijst StatusAanlevering { get; } = new("LDT_StatusAanlevering",
    [
        new("1", "Eerste aanlevering"),
        new("2", "Gewijzigde aanlevering"),
        new("3", "Verwijderen"),
        new("9", "Niet van toepassing"),
    ]);

    /// <summary>The same for the CAK.</summary>
    public static Codelijst StatusAanleveringEb { get; } = new("LDT_StatusAanlevering van iEb",
    [
        new("1", "Eerste aanlevering"),
        new("2", "Gewijzigde aanlevering"),
        new("3", "Verwijderen"),
    ]);

    /// <summary>The referrer of a client.</summary>
    public static Codelijst TypeVerwijzer { get; } = new("LDT_TypeVerwijzer",
    [
        new("01", "Gemeente"),
        new("02", "Huisarts"),
        new("03", "Jeugdarts"),
        new("04", "Gecertificeerde instelling"),
        new("05", "Medisch specialist"),
        new("06", "Geen verwijzer"),
        new("08", "Rechter, officier van justitie of justitiële jeugdinrichting"),
    ]);

    /// <summary>The outcome of a request.</summary>
    public static Codelijst VerzoekAntwoord { get; } = new("LDT_VerzoekAntwoord",
    [
        new("1", "Afgewezen"),
        new("2", "In onderzoek"),
    ]);

    /// <summary>Legal representatives of a client.</summary>
    public static Codelijst WettelijkeVertegenwoordiging { get; } = new("LDT_WettelijkeVertegenwoordiging",
    [
        new("06", "Voogdij"),
        new("07", "Bewindvoering"),
        new("08", "Mentorschap"),
        new("09", "Curatele"),
        new("10", "Zaakwaarneming"),
    ]);

    /// <summary>Countries (ISO 3166-1, which gives the meaning of each code).</summary>
    public static Codelijst LandCode { get; } = new("ISO 3166-1", """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH
        CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN
        GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI
        LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM
        PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD
        TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(land => new Code(land, land)));

    /// <summary>The purposes of a budget: the product categories, and 99 for a whole package.</summary>
    public static Codelijst ZorgfunctiePgbWmo { get; } = new("WMO022", [.. ProductCategorie.Codes, new("99", "Totaal zorgpakket")]);

    /// <summary>Codes that accept or reject (LDT_RetourCode of iWmo 3.2).</summary>
    public static Codelijst RetourCode { get; } =
        new("LDT_RetourCode", Retourcode.IWmo.Select(code => new Code(code, Retourcode.Tekst(code))));

    /// <summary>Every list.</summary>
    public static IReadOnlyList<Codelijst> Alle { get; } =
    [
        AanduidingWoonadres, AdresSoort, Communicatievorm, DatumGebruik, DebetCredit, Eenheid, Frequentie, Geslacht, JaNee,
        JuridischeStatus, NaamGebruik,
        ProductCategorie, RedenAfwijzingVerzoek, RedenBeeindiging, RedenBudgetafsluiting, RedenVerzoek, RedenWijziging, SoortRelatie,
        SoortVertegenwoordiging,
        StatusAanlevering, StatusAanleveringEb, TypeVerwijzer, VerzoekAntwoord, WettelijkeVertegenwoordiging, LandCode, ZorgfunctiePgbWmo,
        RetourCode,
    ];
}

/// <summary>The code of a gemeente. The list of the CBS, which is not part of the standards, says which codes exist on a day.</summary>
public static class Gemeentecode
{
    /// <summary>Whether it has the form of a gemeentecode: four digits, not all zero.</summary>
    public static bool HeeftVorm(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 4 && code.All(char.IsAsciiDigit) && code != "0000";
    }
}
