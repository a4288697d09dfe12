using System.Text.Json.Serialization;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>Help that one judgment ordered on a voorziening (Awb 8:72 lid 5, 8:81).</summary>
/// <param name="OpdrachtId">De opdracht van de rechter.</param>
/// <param name="BeroepId">De zaak bij de rechter.</param>
/// <param name="Beroepnummer">Het nummer van die zaak.</param>
/// <param name="UitspraakOp">De dag van de uitspraak. Van twee uitspraken over een dag geldt de laatste.</param>
/// <param name="Deel">De hulp, over alle dagen die de uitspraak noemt.</param>
/// <param name="LaatsteDag">De laatste dag; eerder dan in de uitspraak als de voorlopige voorziening vervalt.</param>
public sealed record Rechtersdeel(
    Guid OpdrachtId, Guid BeroepId, string Beroepnummer, DateOnly UitspraakOp, Voorzieningdeel Deel, DateOnly LaatsteDag)
{
    /// <value>Of de rechter zelf een aanbieder noemde.</value>
    public bool NoemtAanbieder { get; init; }

    /// <value>Of de hulp volgens de uitspraak doorloopt als over de aanvraag is beslist.</value>
    public bool OokNaBesluit { get; init; }

    /// <value>De laatste dag waarna de hulp niet terugkomt: er is opgezegd, of over de aanvraag beslist. Leeg zonder zo'n dag.</value>
    public DateOnly? Uiterlijk { get; init; }

    /// <summary>The last day on which it holds.</summary>
    [JsonIgnore]
    public DateOnly Tot => Uiterlijk < LaatsteDag ? Uiterlijk.Value : LaatsteDag;

    /// <summary>Whether it holds on a day.</summary>
    public bool GeldtOp(DateOnly dag) => Deel.Periode.Ingangsdatum <= dag && dag <= Tot;

    /// <summary>
    /// Whether the municipality gives the ordered help itself: the same help in the same form, and no less of it. Another provider is the
    /// same help, unless the court named the provider.
    /// </summary>
    public bool WordtGegevenDoor(Voorzieningdeel eigen) =>
        eigen.Product == Deel.Product && eigen.Leveringsvorm == Deel.Leveringsvorm && (!NoemtAanbieder || eigen.Agb == Deel.Agb)
        && eigen.Omvang with { Volume = Deel.Omvang.Volume } == Deel.Omvang && eigen.Omvang.Volume >= Deel.Omvang.Volume
        && (Deel.Budget is not { } bevolen || eigen.Budget is { } budget && Wetgeving.Pgbdagen.IsMinstens(
            budget, eigen.Periode.Ingangsdatum, eigen.Periode.Einddatum, bevolen, Deel.Periode.Ingangsdatum, Deel.Periode.Einddatum));
}
