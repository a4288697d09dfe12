using System.Text.RegularExpressions;

namespace WmoPlatform.Architecture.Tests;

/// <summary>Limits on the length of lines and of the names of tests.</summary>
public sealed partial class LeesbaarTests
{
    private const int Naamlengte = 80;
    private const int Regellengte = 140;

    [Fact]
    public void No_line_is_longer_than_the_editorconfig_says()
    {
        Huis.Lees(".editorconfig").ShouldContain($"max_line_length = {Regellengte}");
        // A tool generates the migrations.
        var telang = from bestand in Huis.Bestanden(".", "*.cs")
                     where !bestand.Contains("/Migraties/", StringComparison.Ordinal)
                     from regel in Huis.Lees(bestand).Split('\n').Index()
                     where regel.Item.TrimEnd('\r').Length > Regellengte
                     select $"{bestand}:{regel.Index + 1} ({regel.Item.Length})";
        telang.ShouldBeEmpty();
    }

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
