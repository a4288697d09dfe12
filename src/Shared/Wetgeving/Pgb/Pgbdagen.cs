namespace WmoPlatform.Wetgeving;

/// <summary>A pgb over some of its days, when it begins later, ends earlier, or goes on under the same decision.</summary>
public static class Pgbdagen
{
    /// <summary>The amount for the asked days, the same for each day as in the whole, rounded to a cent.</summary>
    /// <param name="budget">Euros over the whole period.</param>
    /// <param name="van">First day of the whole period.</param>
    /// <param name="totEnMet">Last day of the whole period.</param>
    /// <param name="vraagVan">First day that is asked for.</param>
    /// <param name="vraagTotEnMet">Last day that is asked for; it may lie after the whole period.</param>
    public static decimal NaarRato(decimal budget, DateOnly van, DateOnly totEnMet, DateOnly vraagVan, DateOnly vraagTotEnMet) =>
        Geld.OpCenten(budget * Dagen(vraagVan, vraagTotEnMet) / Dagen(van, totEnMet));

    /// <summary>Whether one budget gives at least as much for each day as another.</summary>
    /// <param name="budget">Euros over the first period.</param>
    /// <param name="van">Its first day.</param>
    /// <param name="totEnMet">Its last day.</param>
    /// <param name="ander">Euros over the other period.</param>
    /// <param name="anderVan">The first day of the other period.</param>
    /// <param name="anderTotEnMet">The last day of the other period.</param>
    public static bool IsMinstens(
        decimal budget, DateOnly van, DateOnly totEnMet, decimal ander, DateOnly anderVan, DateOnly anderTotEnMet) =>
        budget * Dagen(anderVan, anderTotEnMet) >= ander * Dagen(van, totEnMet);

    private static int Dagen(DateOnly van, DateOnly totEnMet) => totEnMet.DayNumber - van.DayNumber + 1;
}
