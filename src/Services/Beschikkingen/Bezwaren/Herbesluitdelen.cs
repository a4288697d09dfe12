using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>Puts a decision on a bezwaar into the voorziening that it is about.</summary>
internal static class Herbesluitdelen
{
    /// <summary>The decision as a part.</summary>
    public static Voorzieningdeel Deel(this BeschikteVoorziening v) =>
        new(v.Product, v.Omvang, v.Periode, v.Leveringsvorm, v.Agb, v.Budget);

    /// <summary>
    /// The help after a decision on a bezwaar: as decided on the days that it names, past ones too, and as it was on all others.
    /// </summary>
    /// <param name="delen">The help as it was.</param>
    /// <param name="besluiten">The decision, per period.</param>
    /// <param name="tijdelijk">Whether the help lasts until the decision on the aanvraag, so that its last part has no decided end.</param>
    public static IReadOnlyList<Voorzieningdeel> Met(
        this IReadOnlyList<Voorzieningdeel> delen, IEnumerable<BeschikteVoorziening> besluiten, bool tijdelijk = false)
    {
        var wordt = besluiten.Where(b => b.IsToegekend).Aggregate(delen, (eerder, besluit) => eerder.Overdekt(besluit.Deel()));
        return tijdelijk && wordt is [.., var laatste] ? [.. wordt.SkipLast(1), laatste with { Tijdelijk = true }] : wordt;
    }
}
