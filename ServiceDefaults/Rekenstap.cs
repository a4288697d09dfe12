using WmoPlatform.Wetgeving;

namespace WmoPlatform.ServiceDefaults;

/// <summary>One step of a derivation.</summary>
/// <param name="Datum">De dag waar de stap op uitkomt; null als de stap alleen iets uitlegt.</param>
/// <param name="Uitleg">Een zin die in een brief past.</param>
/// <param name="Grondslag">Het artikel, de norm of de regel waarop de stap rust.</param>
public sealed record Rekenstap(DateOnly? Datum, string Uitleg, string Grondslag)
{
    /// <summary>The steps as an API shows them.</summary>
    public static IReadOnlyList<Rekenstap> Van(IEnumerable<Stap> stappen) =>
        [.. stappen.Select(s => new Rekenstap(s.Datum, s.Uitleg, s.Grondslag))];
}
