namespace WmoPlatform.Wetgeving;

/// <summary>Days that join: one period ends the day before the next begins. Plain days, without the Atw.</summary>
public static class Overgang
{
    /// <summary>The last day of what is followed by something that begins on this day.</summary>
    /// <param name="begin">First day of what follows.</param>
    public static DateOnly DagVoor(DateOnly begin) => begin.AddDays(-1);

    /// <summary>The first day of what follows on something that ends on this day.</summary>
    /// <param name="einde">Last day of what comes before.</param>
    public static DateOnly DagNa(DateOnly einde) => einde.AddDays(1);

    /// <summary>The first day without the help of which notice is given today.</summary>
    /// <param name="vandaag">The day of the notice.</param>
    /// <param name="dagen">The notice period of the contract.</param>
    public static DateOnly NaOpzegging(DateOnly vandaag, int dagen) => vandaag.AddDays(dagen);
}
