using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The help in kind that follows from a decision. On days that the decision leaves as they were, the help stays as it is carried out: with
/// another provider that was chosen since, or with less than was granted because the provider asked for less.
/// </summary>
public static class Uitvoeringsplan
{
    /// <param name="nieuw">The parts in kind of the decision, in order of time.</param>
    /// <param name="eerder">The parts in kind before it.</param>
    /// <param name="keten">The assignments that hold, in order of their first day.</param>
    /// <param name="overledenOp">The last day on which help makes sense; null while the person lives.</param>
    /// <returns>The help as it must be, in order of time, without overlap.</returns>
    public static IReadOnlyList<Traject> Van(
        IReadOnlyList<Voorzieningdeel> nieuw, IReadOnlyList<Voorzieningdeel> eerder, IReadOnlyList<Toewijzing> keten,
        DateOnly? overledenOp)
    {
        var trajecten = new List<(Traject Traject, Voorzieningdeel Deel)>();
        DateOnly[] grenzen = [.. nieuw.Concat(eerder).Select(d => d.Periode).Concat(keten.Select(t => t.Periode))
            .Concat(overledenOp is { } dag ? [new Periode(dag, dag)] : [])
            .SelectMany(p => new[] { p.Ingangsdatum, Overgang.DagNa(p.Einddatum) }).Distinct().Order()];
        foreach (var (van, tot) in grenzen.Zip(grenzen.Skip(1), (van, volgende) => (van, Overgang.DagVoor(volgende))))
        {
            if (van > overledenOp || Op(nieuw, van) is not { } deel) continue;
            if (Hulp(deel, eerder, keten, van) is not var (agb, product, omvang)) continue;
            var traject = new Traject(agb, product, omvang, new(van, tot));
            if (trajecten is [.., var vorig] && Sluit(vorig.Traject, traject)
                && (omvang.Frequentie != Traject.Totaal || vorig.Deel == deel))
                trajecten[^1] = (vorig.Traject with { Periode = vorig.Traject.Periode with { Einddatum = tot } }, vorig.Deel);
            else trajecten.Add((traject, deel));
        }
        return [.. trajecten.Select(t => t.Traject)];
    }

    private static (string Agb, Product Product, Omvang Omvang)? Hulp(
        Voorzieningdeel deel, IReadOnlyList<Voorzieningdeel> eerder, IReadOnlyList<Toewijzing> keten, DateOnly dag)
    {
        var was = Op(eerder, dag);
        if (was is not null && IsGelijk(was, deel))
            return keten.LastOrDefault(t => t.Periode.Ingangsdatum <= dag && dag <= t.Periode.Einddatum) is { } nu
                ? (nu.Agb, nu.Product, nu.Omvang) : null;
        // The part that this one changes or continues, and the assignment that carries that out.
        var vorig = was ?? eerder.LastOrDefault(d => d.Periode.Einddatum < dag) ?? (eerder is [var eerste, ..] ? eerste : null);
        var bij = keten.Where(t => t.Periode.Ingangsdatum <= vorig?.Periode.Einddatum && vorig.Periode.Ingangsdatum <= t.Periode.Einddatum)
            .ToList();
        var uitvoering = bij.LastOrDefault(t => t.Periode.Ingangsdatum <= dag) ?? bij.FirstOrDefault();
        var agb = uitvoering is not null && vorig!.Agb == deel.Agb ? uitvoering.Agb : deel.Agb;
        var zelfdeHulp = uitvoering is not null && vorig!.Product == deel.Product && vorig.Omvang == deel.Omvang
            && uitvoering.Product == deel.Product && deel.Omvang.Frequentie != Traject.Totaal;
        return (agb ?? throw new InvalidOperationException("Zorg in natura zonder zorgaanbieder."), deel.Product,
            zelfdeHulp ? uitvoering!.Omvang : deel.Omvang);
    }

    /// <summary>Whether a day is granted the same in both. A total over another period is another total.</summary>
    private static bool IsGelijk(Voorzieningdeel a, Voorzieningdeel b) =>
        a.Agb == b.Agb && a.Product == b.Product && a.Omvang == b.Omvang
        && (a.Omvang.Frequentie != Traject.Totaal || a.Periode == b.Periode);

    private static bool Sluit(Traject a, Traject b) =>
        a with { Periode = b.Periode } == b && Overgang.DagNa(a.Periode.Einddatum) == b.Periode.Ingangsdatum;

    private static Voorzieningdeel? Op(IReadOnlyList<Voorzieningdeel> delen, DateOnly dag) =>
        delen.FirstOrDefault(d => d.Periode.Ingangsdatum <= dag && dag <= d.Periode.Einddatum);
}
