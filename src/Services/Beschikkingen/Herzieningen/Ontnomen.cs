using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>A stretch of days that were over, on which a herziening took help away, and on which it is still taken away.</summary>
/// <param name="Van">The first day.</param>
/// <param name="Tot">The last day.</param>
/// <param name="Was">The help as it was on those days.</param>
/// <param name="Is">The help that is left on those days; null when none is.</param>
internal sealed record Ontnomenhulp(DateOnly Van, DateOnly Tot, Voorzieningdeel Was, Voorzieningdeel? Is);

/// <summary>Compares the help before and after a herziening, and as it is now.</summary>
internal static class Ontnomen
{
    /// <param name="herziening">The herziening, which was made known.</param>
    /// <param name="voorziening">The voorziening with all decisions on it.</param>
    /// <param name="nu">The parts as they are now.</param>
    public static IReadOnlyList<Ontnomenhulp> Door(
        Herziening herziening, Voorziening voorziening, IReadOnlyList<Voorzieningdeel> nu)
    {
        if (herziening.BekendgemaaktOp is not { } bekend
            || voorziening.Standen.LastOrDefault(s => s.BesluitId == herziening.Id) is not { } stand) return [];
        var (erna, tot) = (stand.Delen, Overgang.DagVoor(bekend));
        var genomen = new List<Ontnomenhulp>();
        foreach (var was in voorziening.Standen[stand.Stand - 2].Delen.Voor(bekend))
        {
            List<DateOnly> dagen = [.. Voorzieningdelen.Grenzen(was, [.. erna, .. nu]).Append(bekend)
                .Where(d => d <= was.Periode.Einddatum && d <= tot).Distinct().Order()];
            for (var i = 0; i < dagen.Count; i++)
            {
                var dag = dagen[i];
                if (!IsMinder(erna.Op(dag), was) || !IsMinder(nu.Op(dag), was)) continue;
                var stuk = new Ontnomenhulp(
                    dag, i + 1 < dagen.Count ? Overgang.DagVoor(dagen[i + 1]) : was.Periode.Einddatum, was, nu.Op(dag));
                // What only goes on stays one stretch, so that no week counts twice.
                if (genomen is [.., var vorig] && vorig.Was == was && vorig.Is == stuk.Is && Overgang.DagNa(vorig.Tot) == dag)
                    genomen[^1] = vorig with { Tot = stuk.Tot };
                else genomen.Add(stuk);
            }
        }
        return genomen;
    }

    /// <summary>Whether all days of a period lie within it.</summary>
    public static bool Bevat(this IReadOnlyList<Ontnomenhulp> genomen, Periode periode)
    {
        var dag = periode.Ingangsdatum;
        while (dag <= periode.Einddatum)
        {
            if (genomen.FirstOrDefault(g => g.Van <= dag && dag <= g.Tot) is not { } stuk) return false;
            dag = Overgang.DagNa(stuk.Tot);
        }
        return true;
    }

    /// <summary>
    /// The most that can have been delivered or spent on those days: of zorg in natura all that could be declared, of a pgb the budget of
    /// the parts that they lie in. Null when the municipality has set no rate for it.
    /// </summary>
    public static decimal? Hoogstens(this IReadOnlyList<Ontnomenhulp> genomen, Gemeentebeleid beleid)
    {
        decimal totaal = 0;
        foreach (var deel in genomen.GroupBy(g => g.Was))
        {
            if (deel.Key.Budget is { } budget)
            {
                // A budget may be spent on any day of its part.
                totaal += budget;
                continue;
            }
            foreach (var stuk in deel)
            {
                var periode = new Periode(stuk.Van, stuk.Tot);
                if (BinnenMandaat.Waarde(stuk.Was with { Periode = periode }, beleid) is not { } was) return null;
                var rest = stuk.Is is { Budget: null } nog ? BinnenMandaat.Waarde(nog with { Periode = periode }, beleid) ?? 0 : 0;
                totaal += Math.Max(0, was - rest);
            }
        }
        return totaal;
    }

    private static bool IsMinder(Voorzieningdeel? wordt, Voorzieningdeel was) => wordt is null || wordt.IsMinderDan(was);
}
