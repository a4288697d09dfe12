using System.Globalization;

namespace WmoPlatform.Wetgeving.Tests;

/// <summary>Dates as tests write them.</summary>
internal static class Datums
{
    public static DateOnly D(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Misschien(string? tekst) => tekst is null ? null : D(tekst);
}
