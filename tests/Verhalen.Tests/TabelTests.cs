using System.Reflection;
using System.Text.RegularExpressions;
using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests;

/// <summary>The stories, the tables of docs/verhalen.md, and what a story may know.</summary>
public sealed partial class TabelTests
{
    private static readonly string Wortel =
        typeof(TabelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Wortel").Value!;

    private static readonly Type[] Verhalen =
        [.. typeof(TabelTests).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Verhaal)) && t.Namespace!.EndsWith(".Verhalen"))];

    [Fact]
    public void The_tables_name_every_story_and_nothing_else()
    {
        var genoemd = Naam().Matches(Lees("docs/verhalen.md").Split("\n## ", 2)[1]).Select(m => m.Groups[1].Value).Distinct();
        genoemd.ShouldBe(Verhalen.Select(v => v.Name), ignoreOrder: true);
    }

    [Fact]
    public void Each_row_of_the_tables_has_a_story()
    {
        var rijen = Lees("docs/verhalen.md").Split('\n').Where(r => r.StartsWith("| ", StringComparison.Ordinal)).ToList();
        rijen.Count.ShouldBeGreaterThan(20);
        rijen.Where(r => !r.Contains("| verhalen |", StringComparison.Ordinal) && !r.Contains("| artikel |", StringComparison.Ordinal)
            && !Naam().IsMatch(r)).ShouldBeEmpty();
    }

    [Fact]
    public void A_story_is_one_sealed_class_in_its_own_file_with_one_test()
    {
        foreach (var verhaal in Verhalen)
        {
            verhaal.IsSealed.ShouldBeTrue(verhaal.Name);
            File.Exists(Path.Combine(Wortel, "tests/Verhalen.Tests/Verhalen", verhaal.Name + ".cs")).ShouldBeTrue(verhaal.Name);
            // Time waits for every story that was announced: one that is skipped would hold up all others.
            verhaal.GetMethods().SelectMany(m => m.GetCustomAttributes<FactAttribute>()).ShouldHaveSingleItem(verhaal.Name)
                .Skip.ShouldBeNull(verhaal.Name);
        }
        Directory.GetFiles(Path.Combine(Wortel, "tests/Verhalen.Tests/Verhalen"), "*.cs").Length.ShouldBe(Verhalen.Length);
    }

    [Fact]
    public void Every_expected_day_stands_in_the_story_itself()
    {
        typeof(TabelTests).Assembly.GetReferencedAssemblies().Select(a => a.Name).ShouldNotContain("WmoPlatform.Wetgeving");
        foreach (var verhaal in Directory.GetFiles(Path.Combine(Wortel, "tests/Verhalen.Tests/Verhalen"), "*.cs"))
            Rekent().IsMatch(File.ReadAllText(verhaal)).ShouldBeFalse(Path.GetFileName(verhaal));
    }

    [Theory]
    [InlineData("vrijdag 24 april 2026", 2026, 4, 24)]
    [InlineData("zaterdag 29 februari 2028", null, 0, 0)] // a Tuesday
    [InlineData("dinsdag 29 februari 2028", 2028, 2, 29)]
    [InlineData("zondag 29 februari 2026", null, 0, 0)]
    [InlineData("vrijdag 24 April 2026", null, 0, 0)]
    [InlineData("24 april 2026", null, 0, 0)]
    public void A_day_is_read_only_with_its_own_weekday(string tekst, int? jaar, int maand, int dag)
    {
        if (jaar is { } j) Dag.Lees(tekst).ShouldBe(new DateOnly(j, maand, dag));
        else Should.Throw<FormatException>(() => Dag.Lees(tekst));
    }

    private static string Lees(string pad) => File.ReadAllText(Path.Combine(Wortel, pad));

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Naam();

    /// <summary>A day that is computed.</summary>
    [GeneratedRegex(@"\bAdd(Days|Months|Years)\b|DateOnly|DateTime")]
    private static partial Regex Rekent();
}
