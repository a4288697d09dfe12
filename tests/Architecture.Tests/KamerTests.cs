using System.Text.RegularExpressions;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Architecture.Tests;

/// <summary>Projects depend only on the projects that they may know.</summary>
public sealed class KamerTests
{
    [Theory]
    [InlineData("Contracts")]
    [InlineData("Wetgeving")]
    [InlineData("IStandaarden")]
    public void What_is_pure_depends_on_nothing(string project)
    {
        Huis.Kent($"src/Shared/{project}/{project}.csproj").ShouldBeEmpty();
        Huis.Lees($"src/Shared/{project}/{project}.csproj").ShouldNotContain("PackageReference");
        foreach (var bron in Huis.Bestanden($"src/Shared/{project}", "*.cs").Select(Huis.Lees))
            Regex.IsMatch(bron, @"\b(DateTime|DateTimeOffset)\.(Utc)?Now\b|\bTimeProvider\b|\bFile\.|\bHttpClient\b")
                .ShouldBeFalse("geen klok en geen in- of uitvoer");
    }

    [Fact]
    public void Services_know_each_other_only_through_Contracts()
    {
        foreach (var dienst in Huis.Diensten)
            Huis.Kent($"src/Services/{dienst}/{dienst}.csproj").Intersect(Huis.Diensten).ShouldBeEmpty(dienst);
    }

    [Fact]
    public void Only_Messaging_names_MassTransit_and_the_broker()
    {
        var namen = Huis.Bestanden(".", "*.cs")
            .Where(b => !b.StartsWith("src/Shared/Messaging", StringComparison.Ordinal)
                && !b.StartsWith("tests/", StringComparison.Ordinal) && !b.StartsWith("AppHost/", StringComparison.Ordinal))
            .Where(b => Regex.IsMatch(Huis.Lees(b), @"^\s*using (MassTransit|RabbitMQ)", RegexOptions.Multiline));
        namen.ShouldBeEmpty();
    }

    [Fact]
    public void The_simulators_stand_outside_and_no_code_of_ours_knows_them()
    {
        foreach (var project in Huis.Bestanden("src", "*.csproj").Where(p => !p.StartsWith("src/Simulators", StringComparison.Ordinal)))
            Huis.Kent(project).ShouldNotContain("Keten", project);
    }

    [Fact]
    public void The_simulators_read_write_and_check_messages_by_themselves()
    {
        // If the simulators used the platform's library, both sides could make the same mistake and no test would notice.
        foreach (var project in Huis.Bestanden("src/Simulators", "*.csproj")) Huis.Kent(project).ShouldNotContain("IStandaarden", project);
        foreach (var bron in Huis.Bestanden("src/Simulators", "*.cs"))
            Huis.Lees(bron).ShouldNotContain("WmoPlatform.IStandaarden", Case.Sensitive, bron);
    }

    [Fact]
    public void Nobody_computes_with_days_but_Wetgeving()
    {
        // The Algemene termijnenwet decides when a term of six weeks ends; 42 days is no substitute. The simulators play other
        // organisations, which compute for themselves. The rules of IStandaarden compare the dates of one message.
        var rekent = Huis.Bestanden(".", "*.cs")
            .Where(b => Regex.IsMatch(b, "^(src|ServiceDefaults|AppHost)/")
                && !Regex.IsMatch(b, "^src/(Shared/Wetgeving|Shared/IStandaarden/Controle|Simulators)/"))
            .Where(b => Regex.IsMatch(Huis.Lees(b), @"\.Add(Days|Months|Years)\(|\bDayOfWeek\b|\.DayNumber\b|\bDayOfYear\b"));
        rekent.ShouldBeEmpty();
    }

    [Fact]
    public void Every_decision_is_in_the_index_under_its_own_title()
    {
        var index = Huis.Lees("docs/decisions/README.md");
        foreach (var besluit in Huis.Bestanden("docs/decisions", "0*.md"))
        {
            var (naam, kop) = (Path.GetFileName(besluit), Huis.Lees(besluit).Split('\n')[0]);
            // The index may add in italics, after the title, which part of the decision no longer holds.
            var rij = $"| [{naam[..4]}]({naam}) | {kop[$"# {naam[..4]} ".Length..]}";
            (index.Contains($"{rij} |", StringComparison.Ordinal) || index.Contains($"{rij}; *", StringComparison.Ordinal))
                .ShouldBeTrue(rij);
        }
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var oplossing = Huis.Lees("WmoPlatform.sln");
        Huis.Bestanden(".", "*.csproj").Where(project => !oplossing.Contains(project.Replace('/', '\\'), StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Tests_in_containers_use_the_servers_of_the_compose_file()
    {
        var compose = Huis.Lees("docker-compose.yml");
        compose.ShouldContain(DockerEngine.PostgresImage);
        compose.ShouldContain(DockerEngine.RabbitMqImage);
    }
}
