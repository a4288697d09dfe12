namespace WmoPlatform.Wetgeving;

/// <summary>The age of a person.</summary>
public static class Leeftijd
{
    /// <summary>The most years that somebody in a chain message has (iWmo TR002).</summary>
    public const int Hoogste = 120;

    /// <summary>Whether somebody who was born on this day is no older than <see cref="Hoogste"/>.</summary>
    public static bool Past(DateOnly geboortedatum, DateOnly vandaag) => geboortedatum >= vandaag.AddYears(-Hoogste);

    /// <summary>
    /// The day on which a person reaches an age. A person born on 29 February turns a year older on 1 March in a common year.
    /// </summary>
    internal static DateOnly Verjaardag(DateOnly geboortedatum, int leeftijd)
    {
        var dag = geboortedatum.AddYears(leeftijd);
        return dag.Day == geboortedatum.Day ? dag : dag.AddDays(1);
    }
}
