using System.Text.RegularExpressions;
using WmoPlatform.Architecture.Tests;
using WmoPlatform.Schrijver;

namespace WmoPlatform.AppHost.Tests;

/// <summary>The compose files say what AppHost describes.</summary>
public sealed class ComposeTests
{
    [Fact]
    public async Task The_compose_files_are_what_the_command_writes_from_the_model()
    {
        foreach (var (bestand, inhoud) in Compose.Schrijf(await Beschrijving.ProductieAsync(), await Beschrijving.ContainersAsync()))
            Huis.Lees(bestand).ShouldBe(
                inhoud, $"{bestand} is verouderd. Schrijf het opnieuw met: dotnet run --project deploy/compose/Schrijver");
    }

    [Fact]
    public async Task Every_service_has_a_password_of_its_own_for_its_own_database()
    {
        var processen = Compose.Werkplek(await Beschrijving.ProductieAsync(), await Beschrijving.ContainersAsync());
        foreach (var dienst in Huis.Diensten.Select(d => d.ToLowerInvariant()))
        {
            var wachtwoord = $"{dienst.ToUpperInvariant()}_DB_WACHTWOORD";
            processen[dienst][$"ConnectionStrings__{dienst}"]
                .ShouldStartWith($"Host=postgres;Port=5432;Username={dienst};Password=${{{wachtwoord}:?");
            processen.Values.SelectMany(p => p.Values).Count(w => w.Contains(wachtwoord, StringComparison.Ordinal)).ShouldBe(1);
            Huis.Lees("docker-compose.yml").ShouldContain($"      {wachtwoord}: ${{{wachtwoord}:?");
        }
    }

    [Fact]
    public async Task What_compose_asks_of_the_operator_is_what_the_example_offers()
    {
        var bestanden = Compose.Schrijf(await Beschrijving.ProductieAsync(), await Beschrijving.ContainersAsync());
        var gevraagd = bestanden.Where(b => b.Key.EndsWith(".yml", StringComparison.Ordinal))
            .SelectMany(b => Regex.Matches(b.Value, @"(?<!\$)\$\{(\w+)").Select(m => m.Groups[1].Value)).Distinct();
        Regex.Matches(bestanden["deploy/compose/.env.example"], @"^(\w+)=", RegexOptions.Multiline).Select(m => m.Groups[1].Value)
            .ShouldBe(gevraagd, ignoreOrder: true);
    }

    [Fact]
    public async Task The_simulators_are_in_no_file_that_production_reads() =>
        Compose.Schrijf(await Beschrijving.ProductieAsync(), await Beschrijving.ContainersAsync())["docker-compose.yml"]
            .ShouldNotContain("keten");

    [Fact]
    public async Task The_servers_are_the_same_with_and_without_containers()
    {
        var (native, containers) = (await Beschrijving.NativeAsync(), await Beschrijving.ContainersAsync());
        native.Poort("postgres").ShouldBe(containers.Poort("postgres"));
        native.Poort("rabbitmq").ShouldBe(containers.Poort("rabbitmq"));
        (await containers.ArgumentenAsync("postgres"))
            .ShouldContain(Regex.Match(Huis.Lees("deploy/native/servers.sh"), @"max_connections=\d+").Value);
    }
}
