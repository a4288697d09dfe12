namespace WmoPlatform.Wetgeving;

/// <summary>The promises of a municipality on top of the law.</summary>
/// <param name="BevestigingWerkdagen">Working days within which a melding is confirmed.</param>
/// <param name="AfspraakWerkdagen">Working days within which an appointment for the gesprek is made.</param>
/// <param name="WijzigingWeken">Weeks within which a change is processed.</param>
/// <param name="GelijkgesteldeDagenTellen">
/// Whether days put on a par with a holiday by decree count as working days, for iWmo terms too.
/// </param>
public sealed record Servicenormen(int BevestigingWerkdagen, int AfspraakWerkdagen, int WijzigingWeken, bool GelijkgesteldeDagenTellen)
{
    /// <summary>The days of <see cref="HerinneringDagen"/> for a municipality that chose none.</summary>
    public const int StandaardHerinnering = 3;

    /// <summary>The number of days before its last day at which somebody is reminded of what the municipality asked.</summary>
    public int HerinneringDagen { get; init; } = StandaardHerinnering;

    /// <summary>The working days of <see cref="SpoedWerkdagen"/> for a municipality that chose none.</summary>
    public const int StandaardSpoed = 1;

    /// <summary>Working days to decide on an urgent case: the municipality's reading of "onverwijld" (Wmo 2015 art. 2.3.3).</summary>
    public int SpoedWerkdagen { get; init; } = StandaardSpoed;

    /// <summary>The day after which a reminder goes.</summary>
    /// <param name="uiterlijk">The last day of the term.</param>
    public DateOnly HerinnerNa(DateOnly uiterlijk) => uiterlijk.AddDays(-HerinneringDagen - 1);
}

