using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO501, toekenningsbericht: always the complete new situation of a budget (OP501). The nesting is assumed (see <see
/// cref="Standaard.IPgb"/>).
/// </summary>
/// <param name="Header">Afzender is the gemeente; there is no Ontvanger.</param>
/// <param name="Client">The budgethouder and the budget.</param>
public sealed record Wmo501(Header Header, Wmo501Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo501 Vorm(Wandeling x, Wmo501? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo501Client.Vorm, w?.Client));
}

/// <summary>WMO502, the SVB's answer to a toekenning.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo502(RetourHeader Header, Wmo501Client? Inhoud) : Retour<Wmo501Client>(Header, Inhoud);

/// <summary>The budgethouder.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="Budget">The budget as it is from now on.</param>
/// <param name="Relaties">Representatives, carers and other relations; null without any.</param>
/// <param name="Contact">The address for letters, when it is not the BRP address (OP520).</param>
public sealed record Wmo501Client(string Bsn, Budget Budget, IReadOnlyList<PgbRelatie>? Relaties = null, PgbContact? Contact = null)
    : Berichtklasse
{
    internal static Wmo501Client Vorm(Wandeling x, Wmo501Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Deel("Budget", Budget.Vorm, w?.Budget),
        x.DelenOf("Relaties", "Relatie", PgbRelatie.Vorm, w?.Relaties),
        x.DeelOf("Contact", PgbContact.Vorm, w?.Contact))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A granted budget.</summary>
/// <param name="BudgetIdentificatie">At most 36 characters, unique per client and gemeente; every change gets a new one (TR574,
/// OP501).</param>
/// <param name="BudgetIdentificatieOud">The identification that it replaces (TR562).</param>
/// <param name="Afgiftedatum">Day of the beschikking, not after Dagtekening (CS023).</param>
/// <param name="BudgetPeriode">The period of the budget.</param>
/// <param name="FunctieBudgetten">At least one.</param>
public sealed record Budget(
    string BudgetIdentificatie, string? BudgetIdentificatieOud, DateOnly? Afgiftedatum, CdtGeslotenPeriode? BudgetPeriode,
    IReadOnlyList<FunctieBudget> FunctieBudgetten) : Berichtklasse
{
    internal static Budget Vorm(Wandeling x, Budget? w) => new(
        x.Tekst("BudgetIdentificatie", Ldt.Referentie, w?.BudgetIdentificatie),
        x.TekstOf("BudgetIdentificatieOud", Ldt.Referentie, w?.BudgetIdentificatieOud),
        x.DatumOf("Afgiftedatum", w?.Afgiftedatum),
        x.CdtOf("BudgetPeriode", CdtGeslotenPeriode.Vorm, w?.BudgetPeriode),
        x.Delen("FunctieBudgetten", "FunctieBudget", FunctieBudget.Vorm, w?.FunctieBudgetten))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A part of a budget. A withdrawn part has amount 0 and only its first day as period (OP505, CD505, TR514).</summary>
/// <param name="Zorgfunctie">01 to 18 as the product categories, or 99 for a whole package (code list WMO022).</param>
/// <param name="FunctieBudgetPeriode">First and last day on which help from it may be given.</param>
/// <param name="FunctieBudgetBedrag">Cents, 0 to 99999999 (IV024).</param>
/// <param name="VerantwoordingsvrijBedrag">Cents, part of the amount (TR503).</param>
public sealed record FunctieBudget(
    string Zorgfunctie, CdtGeslotenPeriode FunctieBudgetPeriode, long FunctieBudgetBedrag, long? VerantwoordingsvrijBedrag = null)
        : Kernklasse
{
    internal static FunctieBudget Vorm(Wandeling x, FunctieBudget? w) => new(
        x.Tekst("Zorgfunctie", Ldt.ZorgfunctiePgbWmo, w?.Zorgfunctie),
        x.Cdt("FunctieBudgetPeriode", CdtGeslotenPeriode.Vorm, w?.FunctieBudgetPeriode),
        x.Getal("FunctieBudgetBedrag", Ldt.Bedrag, w?.FunctieBudgetBedrag),
        x.GetalOf("VerantwoordingsvrijBedrag", Ldt.Bedrag, w?.VerantwoordingsvrijBedrag))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>A representative or other relation of the budgethouder: at least a Bsn, Naam, KvkNummer or organisation (TR515).</summary>
/// <param name="Nummer">At most 20 characters, never changed (OP514).</param>
/// <param name="Soort">1 to 10 of COD473, not 4 for the Wmo (CS502).</param>
public sealed record PgbRelatie(string Nummer, string Soort) : Berichtklasse
{
    /// <summary>First day of the relation.</summary>
    public DateOnly? Ingangsdatum { get; init; }

    /// <summary>Not together with KvkNummer or the Organisatie of Contact (CD504).</summary>
    public string? Bsn { get; init; }

    /// <summary>Not together with KvkNummer or the Organisatie of Contact (CD504).</summary>
    public CdtVolledigeNaam? Naam { get; init; }

    /// <summary>0 unknown, 1 male, 2 female.</summary>
    public string? Geslacht { get; init; }

    /// <summary>Eight digits.</summary>
    public string? KvkNummer { get; init; }

    /// <summary>The organisation, and how to reach the relation.</summary>
    public PgbContact? Contact { get; init; }

    internal static PgbRelatie Vorm(Wandeling x, PgbRelatie? w) => new(
        x.Tekst("Nummer", Ldt.Persoonsid, w?.Nummer),
        x.Tekst("Soort", Ldt.SoortVertegenwoordiging, w?.Soort))
    {
        Ingangsdatum = x.DatumOf("Ingangsdatum", w?.Ingangsdatum),
        Bsn = x.TekstOf("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        Naam = x.CdtOf("Naam", CdtVolledigeNaam.Vorm, w?.Naam),
        Geslacht = x.TekstOf("Geslacht", Ldt.Geslacht, w?.Geslacht),
        KvkNummer = x.TekstOf("KvkNummer", Ldt.KvkNummer, w?.KvkNummer),
        Contact = x.DeelOf("Contact", PgbContact.Vorm, w?.Contact),
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>
/// How to reach a relation, or where letters about the budget go when that is not the BRP address; of that at most one (TR516).
/// </summary>
/// <param name="Ingangsdatum">First day of it.</param>
/// <param name="Adres">Address.</param>
/// <param name="Organisatie">At most 35 characters.</param>
/// <param name="Telefoon">Telephone numbers.</param>
/// <param name="Emailadres">At most 80 characters.</param>
public sealed record PgbContact(
    DateOnly? Ingangsdatum = null, CdtAdres? Adres = null, string? Organisatie = null, CdtTelefoonnummers? Telefoon = null,
    string? Emailadres = null)
        : Berichtklasse
{
    internal static PgbContact Vorm(Wandeling x, PgbContact? w) => new(
        x.DatumOf("Ingangsdatum", w?.Ingangsdatum),
        x.CdtOf("Adres", CdtAdres.Vorm, w?.Adres),
        x.TekstOf("Organisatie", Ldt.Organisatienaam, w?.Organisatie),
        x.CdtOf("Telefoon", CdtTelefoonnummers.Vorm, w?.Telefoon),
        x.TekstOf("Emailadres", Ldt.Emailadres, w?.Emailadres))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
