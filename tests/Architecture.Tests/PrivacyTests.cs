using System.Text.RegularExpressions;

namespace WmoPlatform.Architecture.Tests;

/// <summary>The repository contains no real BSN. Tests do not sleep. The reliability page names only tests that exist.</summary>
public sealed partial class PrivacyTests
{
    [Fact]
    public void Every_number_in_the_repository_that_passes_the_elfproef_is_a_test_bsn()
    {
        var gevonden = from bestand in Huis.Bestanden(".", "*")
                       where Leesbaar(bestand)
                       from Match getal in Negencijfers().Matches(Huis.Lees(bestand))
                       where IsBsn(getal.Value) && !getal.Value.StartsWith("9999", StringComparison.Ordinal)
                       select $"{bestand}: {getal.Value[..3]}…";
        gevonden.ShouldBeEmpty();
    }

    [Fact]
    public void No_test_waits_by_the_clock()
    {
        // Exceptions: the polling helper of Testhuis, the benchmarks, and the soak test, which times its own disasters.
        var wachten = Huis.Bestanden("tests", "*.cs")
            .Where(b => !b.StartsWith("tests/Testhuis/", StringComparison.Ordinal)
                && !b.StartsWith("tests/Benchmarks/", StringComparison.Ordinal))
            .Where(b => Path.GetFileName(b) is not ("PrivacyTests.cs" or "SoakTests.cs"))
            .Where(b => Regex.IsMatch(Huis.Lees(b), @"Thread\.Sleep|Task\.Delay\((?!Timeout\.Infinite)"));
        wachten.ShouldBeEmpty();
    }

    [Fact]
    public void Every_promise_in_the_reliability_page_names_a_test_that_exists()
    {
        var tests = Huis.Bestanden("tests", "*.cs").Select(Huis.Lees).ToArray();
        var genoemd = Regex.Matches(Huis.Lees("docs/reliability.md"), @"`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")
            .Select(m => m.Groups[1].Value).ToArray();
        genoemd.ShouldNotBeEmpty();
        genoemd.Where(naam => !tests.Any(t => t.Contains($" {naam}(", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static bool Leesbaar(string bestand) =>
        Path.GetExtension(bestand) is ".cs" or ".json" or ".xml" or ".md" or ".http" or ".sh" or ".yml" or ".yaml" or ".conf" or ".txt"
            or ".csproj" or ".props"
        && new FileInfo(Huis.Pad(bestand)).Length < 2_000_000;

    private static bool IsBsn(string tekst)
    {
        var som = 0;
        for (var i = 0; i < 9; i++) som += (tekst[i] - '0') * (i == 8 ? -1 : 9 - i);
        return som % 11 == 0 && tekst != "000000000";
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z.,_-])\d{9}(?![0-9A-Za-z_-])")]
    private static partial Regex Negencijfers();
}
