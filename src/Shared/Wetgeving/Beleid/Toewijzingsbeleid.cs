namespace WmoPlatform.Wetgeving;

/// <summary>How the municipality and its providers come to a toewijzing (iWmo 3.2 OP307 and OP306).</summary>
/// <param name="Route">Who speaks first.</param>
/// <param name="Wijzigingsverzoeken">
/// Whether it takes the message with a request for change (WMO317); otherwise every one is refused.
/// </param>
public sealed record Toewijzingsbeleid(Toewijzingsroute Route, bool Wijzigingsverzoeken);

/// <summary>Who speaks first once a beschikking has been made known.</summary>
public enum Toewijzingsroute
{
    /// <summary>The municipality sends the toewijzing (WMO301).</summary>
    Direct,
    /// <summary>The provider asks for it (WMO315), and the toewijzing answers that.</summary>
    Verzoek,
}
