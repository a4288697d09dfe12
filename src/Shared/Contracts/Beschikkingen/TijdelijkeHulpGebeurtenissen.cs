namespace WmoPlatform.Contracts;

/// <summary>Why no decision on an aanvraag is to come that would end temporary help.</summary>
public enum ZonderAanvraagreden
{
    /// <summary>The person withdrew the melding.</summary>
    MeldingIngetrokken,
    /// <summary>The onderzoek ended without a verslag, because another law helps or another municipality decides.</summary>
    OnderzoekGestopt,
    /// <summary>The person withdrew the aanvraag, or it went to another municipality.</summary>
    AanvraagVervallen,
    /// <summary>The verslag is there, and the person did not apply in the weeks that the municipality waits.</summary>
    GeenAanvraag,
}

/// <summary>
/// Temporary help runs, but no decision on an aanvraag is to come (Wmo 2015 art. 2.3.3). Nothing ends by itself, so a person must decide.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Reden">Why none is to come.</param>
/// <param name="VastgesteldOp">The day on which this was found.</param>
public sealed record TijdelijkeHulpZonderAanvraag(Guid VoorzieningId, ZonderAanvraagreden Reden, DateOnly VastgesteldOp)
    : Gebeurtenis, IOverVoorziening;
