namespace WmoPlatform.Contracts;

/// <summary>An event that says how the term to decide on the aanvraag stands now, so that the last one says all.</summary>
public interface IMetBeslistermijn
{
    /// <summary>The term of the law, with every suspension that is known.</summary>
    Termijn Termijn { get; }

    /// <summary>The day promised in an announcement of delay (Awb 4:14), counted anew; null without one.</summary>
    DateOnly? ToegezegdeDatum { get; }
}

/// <summary>The applicant was asked to complete the aanvraag within a term, which suspends the term to decide (Awb 4:5 and 4:15).</summary>
/// <param name="VerzoekId">The request.</param>
/// <param name="GevraagdOp">The day of the request.</param>
/// <param name="Uiterlijk">The last day to complete the aanvraag.</param>
/// <param name="Termijn">The term to decide, if that term is used to its end.</param>
/// <param name="ToegezegdeDatum">The promised day; null without one.</param>
/// <param name="Vraag">The things that are missing, in words for the applicant.</param>
public sealed record AanvullingGevraagd(
    Guid VerzoekId, DateOnly GevraagdOp, DateOnly Uiterlijk, Termijn Termijn, DateOnly? ToegezegdeDatum, Vertrouwelijk<Aanvulvraag> Vraag)
    : Gebeurtenis, IMetBeslistermijn;

/// <summary>The applicant was reminded of what is still missing.</summary>
/// <param name="VerzoekId">The request.</param>
/// <param name="Uiterlijk">The last day to complete the aanvraag.</param>
/// <param name="Vraag">The things that are still missing.</param>
public sealed record AanvullingHerinnerd(Guid VerzoekId, DateOnly Uiterlijk, Vertrouwelijk<Aanvulvraag> Vraag) : Gebeurtenis;

/// <summary>Something that was asked came in. The term to decide goes on from the day on which nothing is missing any more.</summary>
/// <param name="VerzoekId">The request.</param>
/// <param name="OntvangenOp">The day on which it came in.</param>
/// <param name="Volledig">Whether all that this request asked for is there now.</param>
/// <param name="Termijn">The term to decide.</param>
/// <param name="ToegezegdeDatum">The promised day; null without one.</param>
public sealed record AanvullingOntvangen(
    Guid VerzoekId, DateOnly OntvangenOp, bool Volledig, Termijn Termijn, DateOnly? ToegezegdeDatum) : Gebeurtenis, IMetBeslistermijn;

/// <summary>The term to complete the aanvraag passed, and something is still missing. The term to decide goes on.</summary>
/// <param name="VerzoekId">The request.</param>
/// <param name="VerstrekenOp">The last day to complete the aanvraag.</param>
/// <param name="Termijn">The term to decide.</param>
/// <param name="ToegezegdeDatum">The promised day; null without one.</param>
/// <param name="BuitenBehandeling">
/// The term within which the municipality may decide not to handle the aanvraag (Awb 4:5 lid 4). After it, it decides on substance.
/// </param>
public sealed record AanvultermijnVerstreken(
    Guid VerzoekId, DateOnly VerstrekenOp, Termijn Termijn, DateOnly? ToegezegdeDatum, Termijn BuitenBehandeling)
    : Gebeurtenis, IMetBeslistermijn;

/// <summary>The term to decide stands still on another ground than a request to complete (Awb 4:15).</summary>
/// <param name="OpschortingId">The suspension.</param>
/// <param name="Reden">The ground.</param>
/// <param name="Van">The day of the consent, the question or the cause.</param>
/// <param name="TermijnTot">The last day that was agreed or is expected; null while nobody knows.</param>
/// <param name="Termijn">The term to decide, as far as the end is known.</param>
/// <param name="ToegezegdeDatum">The promised day; null without one.</param>
/// <param name="Toelichting">Why, in words for the applicant.</param>
public sealed record BeslistermijnOpgeschort(
    Guid OpschortingId, Opschortingsreden Reden, DateOnly Van, DateOnly? TermijnTot, Termijn Termijn, DateOnly? ToegezegdeDatum,
    Vertrouwelijk<string> Toelichting) : Gebeurtenis, IMetBeslistermijn;

/// <summary>The term to decide runs again after a suspension.</summary>
/// <param name="OpschortingId">The suspension.</param>
/// <param name="Reden">The ground.</param>
/// <param name="Tot">The last day of the suspension.</param>
/// <param name="Termijn">The term to decide, which says what is left.</param>
/// <param name="ToegezegdeDatum">The promised day; null without one.</param>
public sealed record OpschortingGeeindigd(
    Guid OpschortingId, Opschortingsreden Reden, DateOnly Tot, Termijn Termijn, DateOnly? ToegezegdeDatum)
    : Gebeurtenis, IMetBeslistermijn;

/// <summary>The aanvraag proved to have reached the municipality on another day, so all its terms moved.</summary>
/// <param name="Was">The day that was known.</param>
/// <param name="OntvangenOp">The right day.</param>
/// <param name="Termijn">The term to decide.</param>
/// <param name="ToegezegdeDatum">The promised day; null without one, also when the announcement now proves to have been too late.</param>
/// <param name="Reden">Why, in words for the applicant.</param>
public sealed record AanvraagontvangstGecorrigeerd(
    DateOnly Was, DateOnly OntvangenOp, Termijn Termijn, DateOnly? ToegezegdeDatum, Vertrouwelijk<string> Reden)
    : Gebeurtenis, IMetBeslistermijn;

/// <summary>The applicant withdrew the aanvraag, in whole or for some voorzieningen.</summary>
/// <param name="IngetrokkenOp">The day on which the applicant said so.</param>
/// <param name="Voorzieningen">The voorzieningen that are no longer asked for.</param>
/// <param name="Geheel">Whether nothing is left to decide on.</param>
public sealed record AanvraagIngetrokken(DateOnly IngetrokkenOp, IReadOnlyList<Guid> Voorzieningen, bool Geheel)
    : Gebeurtenis, IVanMelding
{
    /// <inheritdoc />
    public string? Meldingnummer { get; init; }

    /// <summary>The onderzoek that the aanvraag came from.</summary>
    public Guid? OnderzoekId { get; init; }

    /// <summary>The request for change that the aanvraag began with; null when it asked for help that was not granted before.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Wijzigingsnummer { get; init; }
}

/// <summary>The things that are missing in an aanvraag, in words for the applicant.</summary>
/// <param name="Stukken">Each thing that is missing.</param>
/// <param name="Toelichting">More about it; null without.</param>
public sealed record Aanvulvraag(IReadOnlyList<string> Stukken, string? Toelichting)
{
    /// <summary>A fixed text, so that no log can contain it.</summary>
    public override string ToString() => "[aanvulvraag]";
}

/// <summary>A ground on which the term to decide stands still, beside a request to complete (Awb 4:15).</summary>
public enum Opschortingsreden
{
    /// <summary>Information from abroad is needed (lid 1 onder b).</summary>
    Buitenland,
    /// <summary>The applicant agreed in writing (lid 2 onder a).</summary>
    Instemming,
    /// <summary>The delay can be attributed to the applicant (lid 2 onder b).</summary>
    Toerekenbaar,
    /// <summary>Force majeure, which sickness and IT trouble are not (lid 2 onder c).</summary>
    Overmacht,
}
