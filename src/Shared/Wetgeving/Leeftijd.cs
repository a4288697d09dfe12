namespace WmoPlatform.Wetgeving;

internal static class Leeftijd
{
    /// <summary>The day somebody reaches an age. Who was born on 29 February grows older on 1 March in a common year.</summary>
    public static DateOnly Verjaardag(DateOnly geboortedatum, int leeftijd)
    {
        var dag = geboortedatum.AddYears(leeftijd);
        return dag.Day == geboortedatum.Day ? dag : dag.AddDays(1);
    }
}
