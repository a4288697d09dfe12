namespace WmoPlatform.Wetgeving;

internal static class Leeftijd
{
    /// <summary>
    /// The day on which a person reaches an age. A person born on 29 February turns a year older on 1 March in a common year.
    /// </summary>
    public static DateOnly Verjaardag(DateOnly geboortedatum, int leeftijd)
    {
        var dag = geboortedatum.AddYears(leeftijd);
        return dag.Day == geboortedatum.Day ? dag : dag.AddDays(1);
    }
}
