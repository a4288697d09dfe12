namespace WmoPlatform.Dossiers.Opslag;

/// <summary>What a provider is called now, as the register of providers last announced it.</summary>
public sealed class Aanbiedernaam
{
    public string Agb { get; init; } = "";
    public string Naam { get; init; } = "";

    /// <summary>Version of the announcement: an older one that arrives later changes nothing.</summary>
    public int Versie { get; init; }
}
