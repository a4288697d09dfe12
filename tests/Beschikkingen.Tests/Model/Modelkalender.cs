namespace WmoPlatform.Beschikkingen.Tests.Model;

/// <summary>The calendar of the models: a list, so that it cannot be wrong in the same way as that of Wetgeving.</summary>
internal static class Modelkalender
{
    /// <summary>Feestdagen, Goede Vrijdag and the days that a decree put on a par with them (Algemene termijnenwet art. 3).</summary>
    private static readonly HashSet<DateOnly> Vrij =
    [
        new(2026, 1, 1), new(2026, 1, 2), new(2026, 4, 3), new(2026, 4, 6), new(2026, 4, 27), new(2026, 5, 5), new(2026, 5, 14),
        new(2026, 5, 15), new(2026, 5, 25), new(2026, 12, 25), new(2026, 12, 26),
        new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 4, 27), new(2027, 5, 5), new(2027, 5, 6), new(2027, 5, 7),
        new(2027, 5, 17), new(2027, 12, 25), new(2027, 12, 26),
        new(2028, 1, 1), new(2028, 4, 14), new(2028, 4, 17), new(2028, 4, 27), new(2028, 4, 28), new(2028, 5, 5), new(2028, 5, 25),
        new(2028, 5, 26), new(2028, 6, 5), new(2028, 12, 25), new(2028, 12, 26),
    ];

    /// <summary>The day itself, or the next one that is no Saturday, Sunday or feestdag (Algemene termijnenwet art. 1).</summary>
    public static DateOnly Gewoon(DateOnly dag)
    {
        while (dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Vrij.Contains(dag)) dag = dag.AddDays(1);
        return dag;
    }
}
