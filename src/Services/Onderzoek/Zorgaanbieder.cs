namespace WmoPlatform.Onderzoeken;

/// <summary>Our copy of the register: one provider and its contract, as last told.</summary>
public sealed class Zorgaanbieder
{
    public string Agb { get; init; } = "";
    public string Naam { get; init; } = "";
    public string[] Productcategorieen { get; init; } = [];
    public DateOnly GeldigVan { get; init; }
    public DateOnly? GeldigTot { get; init; }

    /// <summary>Version of the register's entry; an older one that comes later is ignored.</summary>
    public int Versie { get; init; }
}
