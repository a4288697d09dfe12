using WmoPlatform.Contracts;

namespace WmoPlatform.Pgb;

/// <summary>The spending of one part of a budget according to the SVB (WMO507).</summary>
/// <param name="Berichtidentificatie">De identificatie van het WMO507.</param>
/// <param name="BudgetIdentificatie">De situatie van het budget waar het over gaat.</param>
/// <param name="Zorgfunctie">De productcategorie, twee cijfers; 99 voor een totaal zorgpakket.</param>
/// <param name="Ingangsdatum">De eerste dag van het deel van het budget waar het over gaat.</param>
/// <param name="Periode">De periode waarin het is besteed.</param>
/// <param name="Besteed">Euro's die zijn uitbetaald, zonder ziekengeld.</param>
/// <param name="Ziekengeld">Euro's ziekengeld aan zorgverleners, die daar niet in zitten.</param>
/// <param name="Reden">Waarom er is afgesloten: het einde van het budget, het einde van het jaar, of een bestedingsconflict.</param>
/// <param name="Jaar">Bij het einde van het jaar: welk jaar.</param>
/// <param name="OntvangenOp">De dag waarop de SVB het meldde.</param>
public sealed record Afsluiting(
    string Berichtidentificatie, string BudgetIdentificatie, string Zorgfunctie, DateOnly Ingangsdatum, Periode Periode,
    decimal Besteed, decimal? Ziekengeld, Afsluitreden Reden, int? Jaar, DateOnly OntvangenOp)
{
    /// <summary>The key of a closing. A later closing with the same key replaces it.</summary>
    internal (string, DateOnly, Afsluitreden, int?) Sleutel => (Zorgfunctie, Ingangsdatum, Reden, Jaar);

    /// <summary>Whether another message reports the same.</summary>
    internal bool ZegtHetzelfde(Afsluiting ander) =>
        this with { Berichtidentificatie = ander.Berichtidentificatie, OntvangenOp = ander.OntvangenOp } == ander;
}

/// <summary>A closing that the SVB owes: for every year that a part of the budget crosses, and for its end (iPgb OP522).</summary>
/// <param name="Zorgfunctie">De productcategorie, twee cijfers; 99 voor een totaal zorgpakket.</param>
/// <param name="Periode">De periode van dat deel van het budget.</param>
/// <param name="Reden">Het einde van het jaar, of het einde van het budget.</param>
/// <param name="Jaar">Bij het einde van het jaar: welk jaar.</param>
/// <param name="Uiterlijk">De dag waarop de SVB het meldt: 98 dagen na 31 december of na het einde.</param>
/// <param name="OntvangenOp">De dag waarop de SVB het meldde; leeg zolang dat niet is gebeurd.</param>
public sealed record VerwachteAfsluiting(
    string Zorgfunctie, Periode Periode, Afsluitreden Reden, int? Jaar, DateOnly Uiterlijk, DateOnly? OntvangenOp);
