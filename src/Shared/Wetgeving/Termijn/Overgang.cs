namespace WmoPlatform.Wetgeving;

/// <summary>Computes adjoining days: one period ends the day before the next begins. Plain days, without the Atw.</summary>
public static class Overgang
{
    /// <summary>The last day of a period, when the next begins on this day.</summary>
    /// <param name="begin">First day of the next period.</param>
    public static DateOnly DagVoor(DateOnly begin) => begin.AddDays(-1);

    /// <summary>The first day of the next period, when the previous one ends on this day.</summary>
    /// <param name="einde">Last day of the previous period.</param>
    public static DateOnly DagNa(DateOnly einde) => einde.AddDays(1);

    /// <summary>The number of days from the first to the last, both counted.</summary>
    /// <param name="eerste">The first day.</param>
    /// <param name="laatste">The last day.</param>
    public static int Dagen(DateOnly eerste, DateOnly laatste) => laatste.DayNumber - eerste.DayNumber + 1;

    /// <summary>The first day without the help, when notice is given today.</summary>
    /// <param name="vandaag">The day of the notice.</param>
    /// <param name="dagen">The notice period of the contract.</param>
    public static DateOnly NaOpzegging(DateOnly vandaag, int dagen) => vandaag.AddDays(dagen);
}
