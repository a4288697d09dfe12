using System.Globalization;

namespace WmoPlatform.Wetgeving.Tests;

/// <summary>Shorthand for dates.</summary>
internal static class Datums
{
    public static DateOnly D(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The service standards of Almere.</summary>
    public static Servicenormen Normen => Gemeentebeleid.Almere.Op(new(2026, 1, 1)).Waarde.Servicenormen;

    public static DateOnly? Misschien(string? tekst) => tekst is null ? null : D(tekst);
}
