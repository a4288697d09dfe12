using System.Text.RegularExpressions;

namespace WmoPlatform.Architecture.Tests;

/// <summary>What keeps sources and promises easy to read.</summary>
public sealed partial class LeesbaarTests
{
    private const int Naamlengte = 80;

    [Fact]
    public void No_name_of_a_test_is_longer_than_eighty_characters()
    {
        var namen = Huis.Bestanden("tests", "*.cs")
            .SelectMany(bestand => Testnaam().Matches(Huis.Lees(bestand)).Select(m => m.Groups[1].Value)).ToArray();
        namen.Length.ShouldBeGreaterThan(1000);
        namen.Where(naam => naam.Length > Naamlengte).ShouldBeEmpty();
    }

    /// <summary>A method whose name is a sentence.</summary>
    [GeneratedRegex(@"public (?:async )?(?:void|Task|bool|Property) (\w+_\w+)\(")]
    private static partial Regex Testnaam();
}
