namespace WmoPlatform.Wetgeving;

/// <summary>
/// The choices of a municipality about temporary help: in an urgent case (Wmo 2015 art. 2.3.3), and between the end of help and the
/// decision on more of it. Temporary help has no end of its own, but a message about help per week needs one (iWmo CD076).
/// </summary>
/// <param name="VooruitWeken">
/// Weeks ahead that temporary help is assigned and reserved. In kind it is carried on by itself while nobody has decided.
/// </param>
/// <param name="AanvraagWeken">
/// Weeks after the verslag within which an aanvraag is expected. After them somebody decides whether the temporary help ends.
/// </param>
/// <param name="OverbruggingWeken">Weeks before the end of help at which a bridge is offered if a decision on more is to come.</param>
public sealed record Tijdelijkbeleid(int VooruitWeken, int AanvraagWeken, int OverbruggingWeken)
{
    /// <summary>The choices of a municipality that made none.</summary>
    public static Tijdelijkbeleid Standaard { get; } = new(VooruitWeken: 26, AanvraagWeken: 6, OverbruggingWeken: 4);

    /// <summary>The last day that is assigned for now.</summary>
    /// <param name="vanaf">The first day of the help, or today when it is carried on.</param>
    public DateOnly Tot(DateOnly vanaf) => vanaf.AddDays((7 * VooruitWeken) - 1);

    /// <summary>The last day on which temporary help is assigned, of help that is carried on now.</summary>
    /// <param name="vandaag">Today.</param>
    public DateOnly LoopDoorTot(DateOnly vandaag) => vandaag.AddDays(7 * (VooruitWeken / 2));

    /// <summary>The last day of a verslag after which no aanvraag is expected any more.</summary>
    /// <param name="vandaag">Today.</param>
    public DateOnly GeenAanvraagNa(DateOnly vandaag) => vandaag.AddDays(-7 * AanvraagWeken);

    /// <summary>The last day of help for which a bridge is offered now.</summary>
    /// <param name="vandaag">Today.</param>
    public DateOnly OverbrugTot(DateOnly vandaag) => vandaag.AddDays(7 * OverbruggingWeken);
}
