namespace WmoPlatform.Wetgeving;

/// <summary>How the municipality changes and ends help that was granted.</summary>
/// <param name="OvergangWeken">
/// Weeks between a decision that gives less and its first day, when the person did nothing wrong. The principle of proportionality asks for
/// a fair transition (Awb 3:4 lid 2).
/// </param>
/// <param name="VerlengingWeken">
/// The most weeks by which a consulent, in mandate, extends the same help with the agreement of the person; 0 when only a beslisser does.
/// </param>
/// <param name="AankondigingWeken">Weeks before the last day of help at which its end is announced.</param>
public sealed record Herzieningsbeleid(int OvergangWeken, int VerlengingWeken, int AankondigingWeken)
{
    /// <summary>The choices of a municipality that made none.</summary>
    public static Herzieningsbeleid Standaard { get; } = new(OvergangWeken: 6, VerlengingWeken: 0, AankondigingWeken: 12);

    /// <summary>The least number of weeks for a zienswijze (Awb 4:8). The law leaves the term to the municipality.</summary>
    public int ZienswijzeWeken { get; init; } = 2;

    /// <summary>The earliest last day to answer an intention.</summary>
    /// <param name="voornemen">The day the intention is sent.</param>
    public DateOnly ZienswijzeTot(DateOnly voornemen) => voornemen.AddDays(7 * ZienswijzeWeken);

    /// <summary>The first day on which a decision that gives less may work.</summary>
    /// <param name="bekendmaking">The day the decision is made known.</param>
    public DateOnly EersteDagVanMinder(DateOnly bekendmaking) => bekendmaking.AddDays(7 * OvergangWeken);

    /// <summary>The last day to which a consulent extends in mandate.</summary>
    /// <param name="einde">The last day that is granted now.</param>
    public DateOnly VerlengbaarTot(DateOnly einde) => einde.AddDays(7 * VerlengingWeken);

    /// <summary>The last day of the help whose end is announced now.</summary>
    /// <param name="vandaag">Today.</param>
    public DateOnly TotEnMet(DateOnly vandaag) => vandaag.AddDays(7 * AankondigingWeken);

    /// <summary>Weeks before a planned day to look whether help fits (Wmo 2015 art. 2.3.9) at which it becomes a task.</summary>
    public int HeroverwegingWeken { get; init; } = 4;

    /// <summary>The last planned day that becomes a task now.</summary>
    /// <param name="vandaag">Today.</param>
    public DateOnly HeroverwegTot(DateOnly vandaag) => vandaag.AddDays(7 * HeroverwegingWeken);
}
