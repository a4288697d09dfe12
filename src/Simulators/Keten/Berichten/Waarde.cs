using System.Globalization;
using System.Text.RegularExpressions;

namespace WmoPlatform.Keten.Berichten;

/// <summary>A simple type of the standards (LDT_…): decides which text fits.</summary>
internal sealed class Waarde(Func<string, bool> past)
{
    public bool Past(string tekst) => past(tekst);

    public static Waarde Vast(string waarde) => new(tekst => tekst == waarde);

    /// <summary>Every simple type by its name, from <see cref="Tabellen.Waarden"/>.</summary>
    public static IReadOnlyDictionary<string, Waarde> Alle { get; } =
        Tabellen.Regels(Tabellen.Waarden).Select(regel => regel.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(woorden => woorden[0], woorden => Van(woorden[1], woorden.ElementAtOrDefault(2)?.Trim() ?? ""));

    private static Waarde Van(string vorm, string wat) => vorm switch
    {
        "codes" => Codes(wat),
        "cijfers" => Patroon($"[0-9]{{{wat}}}"),
        "getal" => Getal(long.Parse(wat, CultureInfo.InvariantCulture)),
        "tekst" => new(tekst =>
            IsGevuld(tekst) && !tekst.AsSpan().ContainsAny('\r', '\n') && Lengte(tekst) <= int.Parse(wat, CultureInfo.InvariantCulture)),
        "tekens" => new(tekst => Lengte(tekst) is var lengte && lengte >= 1 && lengte <= int.Parse(wat, CultureInfo.InvariantCulture)),
        "vrij" => new(IsGevuld),
        "patroon" => Patroon(wat),
        "datum" => new(tekst =>
            DateOnly.TryParseExact(Kaal(tekst), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        "tijd" => Patroon(@"\s*(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)\s*"),
        _ => throw new InvalidOperationException($"De tabel kent geen {vorm}."),
    };

    private static Waarde Codes(string wat)
    {
        var codes = wat.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Reeks).ToHashSet();
        return new(codes.Contains);

        static IEnumerable<string> Reeks(string code)
        {
            if (code.Split('-') is not [var eerste, var laatste]) return [code];
            var (van, tot) = (int.Parse(eerste, CultureInfo.InvariantCulture), int.Parse(laatste, CultureInfo.InvariantCulture));
            return Enumerable.Range(van, tot - van + 1)
                .Select(n => n.ToString(new string('0', eerste.Length), CultureInfo.InvariantCulture));
        }
    }

    private static Waarde Patroon(string patroon)
    {
        var regex = new Regex($@"\A(?:{patroon})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return new(regex.IsMatch);
    }

    // An xs:integer may have a sign, leading zeros and blanks around it.
    private static Waarde Getal(long hoogste) => new(tekst =>
        long.TryParse(Kaal(tekst), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var getal)
        && getal >= 0 && getal <= hoogste);

    // XML knows four blanks, and counts code points where .NET counts UTF-16 units.
    private static string Kaal(string tekst) => tekst.Trim(' ', '\t', '\r', '\n');
    private static bool IsGevuld(string tekst) => Kaal(tekst).Length > 0;
    private static int Lengte(string tekst) => tekst.EnumerateRunes().Count();
}
