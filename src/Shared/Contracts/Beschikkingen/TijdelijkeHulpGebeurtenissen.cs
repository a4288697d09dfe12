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

/// <summary>
/// Help ends soon, and a decision on more of it is to come. Somebody decides whether the help goes on for the time being, so that no gap
/// comes unnoticed.
/// </summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="Einddatum">The last granted day.</param>
/// <param name="WachtOp">The melding whose aanvraag is to be decided, for instance <c>M-2026-000123</c>.</param>
public sealed record OverbruggingAangeboden(Guid VoorzieningId, DateOnly Einddatum, string WachtOp) : Gebeurtenis, IOverVoorziening;

/// <summary>The decision is there, or is not to come any more, so nothing has to be bridged.</summary>
/// <param name="VoorzieningId">The voorziening.</param>
/// <param name="VervallenOp">The day on which this was found.</param>
public sealed record OverbruggingVervallen(Guid VoorzieningId, DateOnly VervallenOp) : Gebeurtenis, IOverVoorziening;
