namespace WmoPlatform.Wetgeving;

/// <summary>The kind of a day for the Algemene termijnenwet (Atw art. 1 and 3). A holiday on a weekend counts as the holiday.</summary>
public enum Dag : byte
{
    /// <summary>A day that the Atw does not except.</summary>
    Gewoon,
    /// <summary>Saturday.</summary>
    Zaterdag,
    /// <summary>Sunday, Easter and Pentecost Sunday included.</summary>
    Zondag,
    /// <summary>1 January.</summary>
    Nieuwjaarsdag,
    /// <summary>Put on a par with a holiday by the law itself (Atw art. 3 lid 2).</summary>
    GoedeVrijdag,
    /// <summary>Easter Monday.</summary>
    TweedePaasdag,
    /// <summary>27 April, or Saturday 26 April when that is a Sunday.</summary>
    Koningsdag,
    /// <summary>5 May, a holiday for the Atw in every year.</summary>
    Bevrijdingsdag,
    /// <summary>Ascension Day, 39 days after Easter.</summary>
    Hemelvaartsdag,
    /// <summary>Pentecost Monday, 50 days after Easter.</summary>
    TweedePinksterdag,
    /// <summary>25 December.</summary>
    EersteKerstdag,
    /// <summary>26 December.</summary>
    TweedeKerstdag,
    /// <summary>Put on a par by royal decree (Atw art. 3 lid 3); see <see cref="GelijkgesteldeDagen"/>.</summary>
    Gelijkgesteld,
}

/// <summary>One algemeen erkende feestdag, or Goede Vrijdag.</summary>
/// <param name="Datum">The day.</param>
/// <param name="Dag">Which holiday.</param>
/// <param name="Grondslag">The article.</param>
public sealed record Feestdag(DateOnly Datum, Dag Dag, string Grondslag);

/// <summary>The days that the Algemene termijnenwet excepts, from 2015 to 2100. Days are calendar days in Europe/Amsterdam.</summary>
public static class Kalender
{
    /// <summary>First year in which a term may start.</summary>
    public const int EersteJaar = 2015;

    /// <summary>Last year in which a term may start. Its end may lie in the next year.</summary>
    public const int LaatsteJaar = 2100;

    private static readonly int Nulpunt = new DateOnly(EersteJaar, 1, 1).DayNumber;

    // One byte per day: a term reads a handful of days, and a service computes millions of terms.
    private static readonly Dag[] Dagen = VulDagen();

    /// <summary>Easter Sunday of any year of the Gregorian calendar (the computus of Meeus, Jones and Butcher).</summary>
    public static DateOnly Pasen(int jaar)
    {
        int a = jaar % 19, b = jaar / 100, c = jaar % 100;
        var correctie = (b + 8) / 25;
        var epacta = (19 * a + b - b / 4 - (b - correctie + 1) / 3 + 15) % 30;
        var weekdag = (32 + 2 * (b % 4) + 2 * (c / 4) - epacta - c % 4) % 7;
        var m = (a + 11 * epacta + 22 * weekdag) / 451;
        var dag = epacta + weekdag - 7 * m + 114;
        return new DateOnly(jaar, dag / 31, dag % 31 + 1);
    }

    /// <summary>The holidays of a year by date: Atw art. 3 lid 1, and Goede Vrijdag of lid 2. Two may fall on one day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies before 2015.</exception>
    public static IReadOnlyList<Feestdag> Feestdagen(int jaar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jaar, EersteJaar);
        var pasen = Pasen(jaar);
        var koningsdag = new DateOnly(jaar, 4, 27);
        if (koningsdag.DayOfWeek == DayOfWeek.Sunday)
            koningsdag = koningsdag.AddDays(-1);

        Feestdag[] feestdagen =
        [
            new(new(jaar, 1, 1), Dag.Nieuwjaarsdag, Artikel.Feestdag),
            new(pasen.AddDays(-2), Dag.GoedeVrijdag, Artikel.GoedeVrijdag),
            new(pasen.AddDays(1), Dag.TweedePaasdag, Artikel.Feestdag),
            new(koningsdag, Dag.Koningsdag, Artikel.Feestdag),
            new(new(jaar, 5, 5), Dag.Bevrijdingsdag, Artikel.Feestdag),
            new(pasen.AddDays(39), Dag.Hemelvaartsdag, Artikel.Feestdag),
            new(pasen.AddDays(50), Dag.TweedePinksterdag, Artikel.Feestdag),
            new(new(jaar, 12, 25), Dag.EersteKerstdag, Artikel.Feestdag),
            new(new(jaar, 12, 26), Dag.TweedeKerstdag, Artikel.Feestdag),
        ];
        return [.. feestdagen.OrderBy(feestdag => feestdag.Datum)];
    }

    /// <summary>
    /// The kind of a day for the Atw. A term that starts in 2100 and is suspended for years ends later; those days follow the same rules.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before 2015.</exception>
    public static Dag Soort(DateOnly datum)
    {
        var index = datum.DayNumber - Nulpunt;
        if (index < 0) throw new ArgumentOutOfRangeException(nameof(datum), datum, $"De kalender begint in {EersteJaar}.");
        return index < Dagen.Length ? Dagen[index] : Feestdagen(datum.Year).LastOrDefault(f => f.Datum == datum)?.Dag ?? Weekdag(datum);
    }

    /// <summary>Whether a term may not end on this day: Saturday, Sunday, holiday or a day put on a par (Atw art. 1 lid 1 and 3).</summary>
    public static bool IsUitgezonderd(DateOnly datum) => Soort(datum) != Dag.Gewoon;

    /// <summary>Whether a service norm or an iWmo term counts this day as a working day.</summary>
    /// <param name="datum">The day.</param>
    /// <param name="gelijkgesteldeDagenTellen">
    /// The policy: whether days put on a par by decree are working days. Goede Vrijdag and 5 May never are.
    /// </param>
    public static bool IsWerkdag(DateOnly datum, bool gelijkgesteldeDagenTellen = false) =>
        Soort(datum) is var soort && (soort == Dag.Gewoon || (gelijkgesteldeDagenTellen && soort == Dag.Gelijkgesteld));

    /// <summary>The last day of a term under the Atw: the next ordinary day after an excepted one (art. 1 lid 1).</summary>
    /// <remarks>
    /// Art. 2 requires two ordinary days within the term. Every statutory term here has a week or more, and every week has them.
    /// </remarks>
    internal static DateOnly LaatsteDag(DateOnly einde)
    {
        while (IsUitgezonderd(einde))
            einde = einde.AddDays(1);
        return einde;
    }

    internal static Dag[] VulDagen()
    {
        var dagen = new Dag[new DateOnly(LaatsteJaar + 2, 1, 1).DayNumber - Nulpunt];
        for (var i = 0; i < dagen.Length; i++)
            dagen[i] = Weekdag(DateOnly.FromDayNumber(Nulpunt + i));
        foreach (var gelijkgesteld in GelijkgesteldeDagen.Alle)
            dagen[gelijkgesteld.Datum.DayNumber - Nulpunt] = Dag.Gelijkgesteld;
        for (var jaar = EersteJaar; jaar <= LaatsteJaar + 1; jaar++)
            foreach (var feestdag in Feestdagen(jaar))
                dagen[feestdag.Datum.DayNumber - Nulpunt] = feestdag.Dag;
        return dagen;
    }

    private static Dag Weekdag(DateOnly datum) => datum.DayOfWeek switch
    {
        DayOfWeek.Saturday => Dag.Zaterdag,
        DayOfWeek.Sunday => Dag.Zondag,
        _ => Dag.Gewoon,
    };
}
