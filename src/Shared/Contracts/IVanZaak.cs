namespace WmoPlatform.Contracts;

/// <summary>
/// An event of a bezwaar, a klacht or a beroep. Each is a zaak of its own in the dossier, beside those that began with a melding.
/// </summary>
public interface IVanZaak
{
    /// <summary>
    /// The bezwaar, klacht or beroep, for instance <c>Z-2026-000123</c>; null in an event about a late decision on an aanvraag, which
    /// belongs to the zaak of its melding.
    /// </summary>
    string? Zaaknummer { get; }
}
