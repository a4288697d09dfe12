namespace WmoPlatform.Wetgeving;

/// <summary>A day put on a par with a holiday by royal decree (Atw art. 3 lid 3).</summary>
/// <param name="Datum">The day.</param>
/// <param name="Bron">The publication of the decree.</param>
public sealed record GelijkgesteldeDag(DateOnly Datum, string Bron);

/// <summary>
/// The decrees under Atw art. 3 lid 3, as dated data. Each decree covers some years. For a year without one, terms are computed without
/// such days, and the derivation says so.
/// </summary>
public static class GelijkgesteldeDagen
{
    private const string Besluit2017 = "Besluit gelijkgestelde dagen 2017-2019, Stcrt. 2016, 58653";
    private const string Besluit2023 = "Besluit gelijkgestelde dagen 2023-2025, Atw art. 3 lid 3";
    private const string Besluit2026 = "Besluit gelijkgestelde dagen 2026-2028, Atw art. 3 lid 3";

    /// <summary>All known days, by date.</summary>
    public static IReadOnlyList<GelijkgesteldeDag> Alle { get; } =
    [
        new(new(2017, 4, 28), Besluit2017),
        new(new(2017, 5, 26), Besluit2017),
        new(new(2018, 5, 11), Besluit2017),
        new(new(2018, 12, 24), Besluit2017),
        new(new(2018, 12, 31), Besluit2017),
        new(new(2019, 5, 31), Besluit2017),
        new(new(2019, 12, 27), Besluit2017),
        new(new(2023, 4, 28), Besluit2023),
        new(new(2023, 5, 19), Besluit2023),
        new(new(2024, 5, 10), Besluit2023),
        new(new(2024, 12, 27), Besluit2023),
        new(new(2025, 5, 30), Besluit2023),
        new(new(2026, 1, 2), Besluit2026),
        new(new(2026, 5, 15), Besluit2026),
        new(new(2027, 5, 7), Besluit2026),
        new(new(2028, 4, 28), Besluit2026),
        new(new(2028, 5, 26), Besluit2026),
    ];

    /// <summary>Whether the decree for a year is known.</summary>
    public static bool ZijnBekend(int jaar) => jaar is >= 2017 and <= 2019 or >= 2023 and <= 2028;
}
