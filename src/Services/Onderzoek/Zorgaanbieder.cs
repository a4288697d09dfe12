namespace WmoPlatform.Onderzoeken;

/// <summary>This service's copy of one provider and its contract in the register.</summary>
public sealed class Zorgaanbieder
{
    public string Agb { get; init; } = "";
    public string Naam { get; init; } = "";
    public string[] Productcategorieen { get; init; } = [];
    public DateOnly GeldigVan { get; init; }
    public DateOnly? GeldigTot { get; init; }

    /// <summary>Version of the provider in the register. An older version that arrives later is ignored.</summary>
    public int Versie { get; init; }
}
