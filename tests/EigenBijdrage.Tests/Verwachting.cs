using WmoPlatform.Contracts;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>The days of the contribution, as simply as they can be said.</summary>
internal static class Verwachting
{
    /// <summary>
    /// The days, computed day by day from the last state of every toewijzing and budget, without the code of the service.
    /// </summary>
    public static string Dagen(IReadOnlyList<Gebeurtenis> verhaal)
    {
        var standen = verhaal.GroupBy(g => g.AggregaatId).Select(g => ((IMetHulpverloop)g.MaxBy(e => e.Versie)!).Hulp)
            .Where(h => h.Productcategorie != "11" && !h.Vervallen)
            .SelectMany(h => Delen(h, (h.Opvolger is null || verhaal.Any(g => g.AggregaatId == h.Opvolger)))).ToList();
        var afgesproken = standen.SelectMany(s => Enumerable.Range(s.Van.DayNumber, s.Tot.DayNumber - s.Van.DayNumber + 1)).ToHashSet();
        var dagen = new List<(DateOnly, DateOnly?)>();
        foreach (var eerste in afgesproken.Where(d => !afgesproken.Contains(d - 1)).Order())
        {
            var laatste = eerste;
            while (afgesproken.Contains(laatste + 1)) laatste++;
            var samen = standen.Where(s => s.Van.DayNumber >= eerste && s.Van.DayNumber <= laatste).ToList();
            var begonnen = samen.Where(s => s.Begindatum is not null).ToList();
            if (begonnen.Count == 0) continue;
            var einde = samen.TrueForAll(s => s.Klaar) ? begonnen.Max(s => s.Tot) : (DateOnly?)null;
            dagen.Add((begonnen.Min(s => s.Begindatum!.Value), einde));
        }
        return Samen(dagen);
    }

    /// <summary>The stretches of one budget or toewijzing. One that has another after it ends as agreed.</summary>
    private static IEnumerable<(DateOnly Van, DateOnly Tot, DateOnly? Begindatum, bool Klaar)> Delen(Hulpverloop h, bool overgegaan)
    {
        var (van, begin) = (h.Periode.Ingangsdatum, h.Begindatum);
        foreach (var onderbreking in h.Onderbrekingen ?? [])
        {
            var tot = onderbreking.Ingangsdatum.AddDays(-1);
            var begonnen = begin <= tot ? begin : null;
            yield return (van, tot, begonnen, overgegaan && (begonnen is not null || IsKlaar(h)));
            van = onderbreking.Einddatum.AddDays(1);
            if (begin < van) begin = van;
        }
        yield return (van, Laatste(h), begin, overgegaan && IsKlaar(h));
    }

    private static DateOnly Laatste(Hulpverloop h) =>
        h.Leveringsvorm == Leveringsvorm.Pgb && h.LaatsteDag < h.Periode.Einddatum ? h.LaatsteDag.Value : h.Periode.Einddatum;

    private static bool IsKlaar(Hulpverloop h) => h.Afgelopen || (!h.Tijdelijk && h.LaatsteDag >= Laatste(h));

    public static string Samen(IEnumerable<(DateOnly Begin, DateOnly? Einde)> tijdvakken)
    {
        var samen = new List<(DateOnly Begin, DateOnly Einde)>();
        foreach (var (begin, einde) in tijdvakken.Select(t => (t.Begin, t.Einde ?? DateOnly.MaxValue)).OrderBy(t => t.Begin))
            if (samen is [.., var vorig] && vorig.Einde.DayNumber + 1 >= begin.DayNumber)
                samen[^1] = (vorig.Begin, vorig.Einde > einde ? vorig.Einde : einde);
            else samen.Add((begin, einde));
        return string.Join(", ", samen.Select(s => FormattableString.Invariant($"{s.Begin:yyyy-MM-dd}/{s.Einde:yyyy-MM-dd}")));
    }
}
