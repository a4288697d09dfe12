namespace WmoPlatform.Wetgeving;

/// <summary>When an aanvraag is complete (Awb 4:5), where the law leaves that to the municipality.</summary>
/// <param name="PgbFormulieren">
/// The product categories, two digits each, for which the aanvraag of a pgb is completed by its forms; empty for none.
/// </param>
public sealed record Aanvraagbeleid(IReadOnlyList<string> PgbFormulieren)
{
    /// <summary>The weeks of <see cref="FormulierenWeken"/> for a municipality that chose none.</summary>
    public const int StandaardWeken = 2;

    /// <summary>The weeks in which the applicant sends the forms.</summary>
    public int FormulierenWeken { get; init; } = StandaardWeken;

    /// <summary>The last day to send the forms: when it is a Saturday, a Sunday or a holiday, the next day that is none of these.</summary>
    /// <param name="gevraagdOp">The day on which the applicant is asked.</param>
    public DateOnly FormulierenUiterlijk(DateOnly gevraagdOp)
    {
        var dag = gevraagdOp.AddDays(7 * FormulierenWeken);
        while (Kalender.IsUitgezonderd(dag)) dag = dag.AddDays(1);
        return dag;
    }
}
