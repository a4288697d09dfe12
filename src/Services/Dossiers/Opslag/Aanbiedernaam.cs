namespace WmoPlatform.Dossiers.Opslag;

/// <summary>The present name of a provider, as Zorgaanbieders last announced it.</summary>
public sealed class Aanbiedernaam
{
    public string Agb { get; init; } = "";
    public string Naam { get; init; } = "";

    /// <summary>Version of the announcement. An older version that arrives later changes nothing.</summary>
    public int Versie { get; init; }
}
