namespace WmoPlatform.Contracts;

/// <summary>
/// An event about what followed from one melding. A dossier may hold several meldingen, each with its own onderzoek and aanvraag.
/// </summary>
public interface IVanMelding
{
    /// <summary>The melding, for instance <c>M-2026-000123</c>; null in an event from before a dossier could hold several.</summary>
    string? Meldingnummer { get; }
}
