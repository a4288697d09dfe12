namespace WmoPlatform.Wetgeving;

/// <summary>How the municipality and its providers come to a toewijzing (iWmo 3.2 OP307 and OP306).</summary>
/// <param name="Route">The party that acts first.</param>
/// <param name="Wijzigingsverzoeken">Whether it accepts requests for change (WMO317); otherwise every request is refused.</param>
public sealed record Toewijzingsbeleid(Toewijzingsroute Route, bool Wijzigingsverzoeken)
{
    /// <summary>The days of <see cref="AndereAanbiederWerkdagen"/> for a municipality that chose none.</summary>
    public const int StandaardAndereAanbieder = 10;

    /// <summary>The days of <see cref="NavraagWerkdagen"/> for a municipality that chose none.</summary>
    public const int StandaardNavraag = 5;

    /// <summary>Working days within which a person whose provider stopped by itself has another one.</summary>
    public int AndereAanbiederWerkdagen { get; init; } = StandaardAndereAanbieder;

    /// <summary>Working days within which the person is asked about an early stop that a provider reported.</summary>
    public int NavraagWerkdagen { get; init; } = StandaardNavraag;
}

/// <summary>The party that acts first after the bekendmaking of a beschikking.</summary>
public enum Toewijzingsroute
{
    /// <summary>The municipality sends the toewijzing (WMO301).</summary>
    Direct,
    /// <summary>The provider asks for it (WMO315), and the toewijzing is the answer.</summary>
    Verzoek,
}
