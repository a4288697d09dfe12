using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>
/// The help that a person has is derived from what the municipality decided and from what courts ordered, which are kept apart. So each
/// can change or end without the other.
/// </summary>
internal static class Samengaan
{
    /// <summary>
    /// The municipality's own help, with what courts ordered laid over it. On each day a person has what the last judgment about that day
    /// ordered, unless the municipality gives at least that by itself.
    /// </summary>
    /// <param name="eigen">The municipality's own help.</param>
    /// <param name="bevolen">The orders that were given.</param>
    public static IReadOnlyList<Voorzieningdeel> MetRechter(
        this IReadOnlyList<Voorzieningdeel> eigen, IReadOnlyList<Rechtersdeel> bevolen)
    {
        List<Rechtersdeel> lagen = [.. bevolen.Where(r => r.Tot >= r.Deel.Periode.Ingangsdatum).OrderBy(r => r.UitspraakOp)];
        if (lagen.Count == 0) return eigen;
        List<DateOnly> dagen = [.. eigen.Select(d => d.Periode).Concat(lagen.Select(r => new Periode(r.Deel.Periode.Ingangsdatum, r.Tot)))
            .SelectMany(p => new[] { p.Ingangsdatum, Overgang.DagNa(p.Einddatum) }).Distinct().Order()];
        List<(Voorzieningdeel Bron, DateOnly Van, DateOnly Tot)> stukken = [];
        foreach (var (van, tot) in dagen.Zip(dagen.Skip(1), (van, volgende) => (van, Overgang.DagVoor(volgende))))
        {
            if (Bron(eigen, lagen, van) is not { } bron) continue;
            // Where only something else begins or ends, a part stays one part.
            if (stukken is [.., var vorige] && ReferenceEquals(vorige.Bron, bron) && Overgang.DagNa(vorige.Tot) == van)
                stukken[^1] = vorige with { Tot = tot };
            else stukken.Add((bron, van, tot));
        }
        return stukken.Aggregate((IReadOnlyList<Voorzieningdeel>)[], (delen, stuk) => delen.Met(stuk.Bron.Over(stuk.Van, stuk.Tot)));
    }

    private static Voorzieningdeel? Bron(IReadOnlyList<Voorzieningdeel> eigen, List<Rechtersdeel> lagen, DateOnly dag)
    {
        var zelf = eigen.Op(dag);
        return lagen.FindLast(r => r.GeldtOp(dag)) is not { } bevel || zelf is not null && bevel.WordtGegevenDoor(zelf) ? zelf : bevel.Deel;
    }
}
