using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// WMO507, budgetafsluitbericht: what was spent of a budget, 98 days after its end or after the year. The nesting is assumed (see <see
/// cref="Standaard.IPgb"/>).
/// </summary>
/// <param name="Header">Ontvanger is the gemeente; there is no Afzender.</param>
/// <param name="Client">The budgethouder.</param>
public sealed record Wmo507(Header Header, Wmo507Client Client) : Heenbericht(Header)
{
    internal override Berichtklasse Inhoud => Client;

    internal static Wmo507 Vorm(Wandeling x, Wmo507? w) => new(
        x.Deel("Header", Header.Vorm, w?.Header),
        x.Deel("Client", Wmo507Client.Vorm, w?.Client));
}

/// <summary>WMO508, the gemeente's answer to the closing of a budget.</summary>
/// <param name="Header">Afzender and Ontvanger as in the answered message.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public sealed record Wmo508(RetourHeader Header, Wmo507Client? Inhoud) : Retour<Wmo507Client>(Header, Inhoud);

/// <summary>The budgethouder of a closing.</summary>
/// <param name="Bsn">Nine digits that pass the elfproef (CS002).</param>
/// <param name="FunctieBudgettenBesteed">At least one.</param>
public sealed record Wmo507Client(string Bsn, IReadOnlyList<FunctieBudgetBesteed> FunctieBudgettenBesteed) : Berichtklasse
{
    internal static Wmo507Client Vorm(Wandeling x, Wmo507Client? w) => new(
        x.Tekst("Bsn", Ldt.BurgerServicenummer, w?.Bsn),
        x.Delen("FunctieBudgettenBesteed", "FunctieBudgetBesteed", FunctieBudgetBesteed.Vorm, w?.FunctieBudgettenBesteed))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}

/// <summary>The spending of a part of a budget.</summary>
/// <param name="BudgetIdentificatie">The budget, at most 36 characters.</param>
/// <param name="Zorgfunctie">01 to 18 as the product categories, or 99 for a whole package (code list WMO022).</param>
/// <param name="BestedingsPeriode">The period of the spending.</param>
/// <param name="Besteed">Cents (element FunctieBudgetBesteed): paid on declarations, without sick pay (IV048).</param>
/// <param name="VerantwoordingsvrijBedragBesteed">Cents, part of Besteed; not for the Wmo (CS501).</param>
/// <param name="ZiekengeldBesteed">Cents of sick pay to carers, not part of Besteed (IV048).</param>
/// <param name="RedenBudgetafsluiting">
/// 1 end of the budget, 2 end of the year, 3 more spent or outside the period (code list PGB507).
/// </param>
public sealed record FunctieBudgetBesteed(
    string BudgetIdentificatie, string Zorgfunctie, CdtGeslotenPeriode BestedingsPeriode, long Besteed,
    long? VerantwoordingsvrijBedragBesteed, long? ZiekengeldBesteed, string RedenBudgetafsluiting) : Kernklasse
{
    internal static FunctieBudgetBesteed Vorm(Wandeling x, FunctieBudgetBesteed? w) => new(
        x.Tekst("BudgetIdentificatie", Ldt.Referentie, w?.BudgetIdentificatie),
        x.Tekst("Zorgfunctie", Ldt.ZorgfunctiePgbWmo, w?.Zorgfunctie),
        x.Cdt("BestedingsPeriode", CdtGeslotenPeriode.Vorm, w?.BestedingsPeriode),
        x.Getal("FunctieBudgetBesteed", Ldt.Bedrag, w?.Besteed),
        x.GetalOf("VerantwoordingsvrijBedragBesteed", Ldt.Bedrag, w?.VerantwoordingsvrijBedragBesteed),
        x.GetalOf("ZiekengeldBesteed", Ldt.Bedrag, w?.ZiekengeldBesteed),
        x.Tekst("RedenBudgetafsluiting", Ldt.RedenBudgetafsluiting, w?.RedenBudgetafsluiting))
    {
        RetourCodes = x.RetourCodes(w?.RetourCodes),
    };
}
