using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen;

/// <summary>Help, as it is asked, indicated or granted.</summary>
/// <param name="Product">Welke hulp.</param>
/// <param name="Omvang">Hoeveel.</param>
/// <param name="Periode">Wanneer.</param>
public sealed record Hulp(Product Product, Omvang Omvang, Periode Periode);

internal static class Hulpomschrijving
{
    public static Hulp AlsHulp(this GekozenVoorziening voorziening) => new(voorziening.Product, voorziening.Omvang, voorziening.Periode);
}
