using System.Diagnostics;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Benchmarks;

/// <summary>Measures the law alone, on one core, without servers.</summary>
internal static class Termijnrij
{
    private const int Aantal = 1_000_000;
    private static readonly DateOnly Begin = new(2020, 1, 1);

    /// <summary>A million terms with their derivation, against as many steps with a sentence in which nothing is computed.</summary>
    public static async Task Termijnen(Bank bank)
    {
        await bank.Vergelijk(
            "terms with derivation, one core", "as many steps with a sentence of the same length, nothing computed", "per s", 0, 0,
            () => Task.FromResult(Meet(Bereken).PerSeconde), () => Task.FromResult(Meet(Schrijf).PerSeconde), rondes: 5, opwarmen: 2);
        bank.Regel($"| memory that a term takes and leaves behind | {Meet(Bereken).BytesPerStuk:N0} bytes "
            + $"| the sentences alone: {Meet(Schrijf).BytesPerStuk:N0} bytes | | | | |");
    }

    private static (double PerSeconde, double BytesPerStuk) Meet(Func<int, int> stuk)
    {
        var (klok, voor, stappen) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread(), 0);
        for (var i = 0; i < Aantal; i++) stappen += stuk(i);
        return stappen == 0
            ? throw new InvalidOperationException("Er is niets berekend.")
            : (Aantal / klok.Elapsed.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - voor) / (double)Aantal);
    }

    /// <summary>
    /// Computes in turn the term of an onderzoek, a suspended beschikking, an objection and a confirmation, for every start day in ten
    /// years.
    /// </summary>
    private static int Bereken(int i)
    {
        var start = Begin.AddDays(i % 3653);
        return ((i & 3) switch
        {
            0 => Wetgeving.Termijnen.Onderzoek(start),
            1 => Wetgeving.Termijnen.Beschikking(
                start, [new(Opschortingsgrond.Aanvulling, start.AddDays(3), start.AddDays(17), start.AddDays(10))]),
            2 => Wetgeving.Termijnen.Bezwaar(start),
            _ => Wetgeving.Termijnen.Bevestiging(start, Normen),
        }).Stappen.Count;
    }

    private static readonly Servicenormen Normen = Gemeentebeleid.Almere.Op(Begin).Waarde.Servicenormen;

    private static int Schrijf(int i)
    {
        var dag = Begin.AddDays(i % 3653);
        var stappen = new List<Stap>(4)
        {
            new(dag, $"Wij ontvingen uw melding op {Datumtekst.Voluit(dag)}.", "Wmo 2015 art. 2.3.2 lid 1"),
            new(dag, $"Zes weken na de ontvangst van uw melding is {Datumtekst.Voluit(dag)}.", "Wmo 2015 art. 2.3.2 lid 1", 42),
            new(dag, $"De laatste dag valt dan op een zaterdag en schuift daarom op naar {Datumtekst.Voluit(dag)}.", "Atw art. 1 lid 1", 2),
        };
        return stappen.Count;
    }
}
