using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// Temporary help runs until the decision on the aanvraag was made known and works (Wmo 2015 art. 2.3.3). The help that follows it never
/// begins before it ends, so no day is given twice.
/// </summary>
internal static class TijdelijkeHulp
{
    /// <summary>The last day of temporary help: the day of bekendmaking, or the day before the help that follows it.</summary>
    /// <param name="bekendmaking">The day on which the decision was made known.</param>
    /// <param name="categorie">The product category of the temporary help.</param>
    /// <param name="beschikt">The decision per voorziening.</param>
    public static DateOnly LaatsteDag(DateOnly bekendmaking, string categorie, IEnumerable<BeschikteVoorziening> beschikt) =>
        beschikt.Where(v => v.IsToegekend && v.Product.Categorie == categorie).Select(v => Overgang.DagVoor(v.Periode.Ingangsdatum))
            .DefaultIfEmpty(bekendmaking).Min() is var dag && dag > bekendmaking ? dag : bekendmaking;

    /// <summary>The granted help, which begins the day after the temporary help of its category.</summary>
    /// <param name="besluit">The decision on one voorziening.</param>
    /// <param name="bekendmaking">The day on which it was made known.</param>
    public static BeschikteVoorziening Na(BeschikteVoorziening besluit, DateOnly bekendmaking) =>
        besluit.IsToegekend && besluit.Periode.Ingangsdatum <= bekendmaking && bekendmaking < besluit.Periode.Einddatum
            ? besluit with { Periode = besluit.Periode with { Ingangsdatum = Overgang.DagNa(bekendmaking) } } : besluit;
}
