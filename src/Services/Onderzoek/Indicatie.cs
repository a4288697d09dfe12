using WmoPlatform.Contracts;

namespace WmoPlatform.Onderzoeken;

/// <summary>The judgement that one kind of help is needed, with the resident's choice of leveringsvorm and provider.</summary>
public sealed class Indicatie
{
    private Indicatie()
    {
    }

    internal Indicatie(Product product, Omvang omvang, Periode periode, IReadOnlyList<string> doelen) =>
        (Product, Omvang, Periode, Doelen) = (product, omvang, periode, [.. doelen]);

    /// <summary>The <c>voorzieningId</c>: later services use it too, up to the CAK.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Product Product { get; private set; } = null!;
    public Omvang Omvang { get; private set; } = null!;
    public Periode Periode { get; private set; } = null!;
    public string[] Doelen { get; private set; } = [];

    /// <summary>Null until the resident has chosen.</summary>
    public Leveringsvorm? Leveringsvorm { get; private set; }
    public string? Agb { get; private set; }
    public string? Motivatie { get; private set; }

    /// <returns>Whether the leveringsvorm or the provider changed.</returns>
    internal bool Kies(Leveringsvorm leveringsvorm, string? agb, string? motivatie)
    {
        var anders = Leveringsvorm != leveringsvorm || Agb != agb;
        (Leveringsvorm, Agb, Motivatie) = (leveringsvorm, agb, motivatie);
        return anders;
    }

    internal GekozenVoorziening AlsGekozen() => new(Id, Product, Omvang, Periode, Leveringsvorm!.Value, Agb);
}
