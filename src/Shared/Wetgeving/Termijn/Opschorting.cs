namespace WmoPlatform.Wetgeving;

/// <summary>Why a term stands still: an aanvraag by Awb 4:15, a bezwaar only by Awb 7:10 lid 2.</summary>
public enum Opschortingsgrond
{
    /// <summary>The applicant was asked to complete the application (lid 1 onder a).</summary>
    Aanvulling,
    /// <summary>Information from abroad is needed (lid 1 onder b).</summary>
    Buitenland,
    /// <summary>The applicant agreed in writing (lid 2 onder a).</summary>
    Instemming,
    /// <summary>The delay can be attributed to the applicant (lid 2 onder b).</summary>
    Toerekenbaar,
    /// <summary>Force majeure, which sickness and IT trouble are not (lid 2 onder c).</summary>
    Overmacht,
    /// <summary>The objector was asked to repair a defect of the bezwaarschrift (Awb 6:6 and 7:10 lid 2).</summary>
    Verzuim,
}

/// <summary>A suspension of a term.</summary>
/// <param name="Grond">The reason.</param>
/// <param name="Van">Day of the invitation, consent or cause; that day itself does not count.</param>
/// <param name="TermijnTot">The last day that was set. An invitation to complete or repair without a last day suspends nothing.</param>
/// <param name="Tot">The day on which it ended; null while it runs, and then <paramref name="TermijnTot"/> counts.</param>
public sealed record Opschorting(Opschortingsgrond Grond, DateOnly Van, DateOnly? TermijnTot, DateOnly? Tot);
