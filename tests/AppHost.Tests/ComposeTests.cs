using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using WmoPlatform.Architecture.Tests;

namespace WmoPlatform.AppHost.Tests;

/// <summary>The compose files start what AppHost describes: the same processes, references, settings, values and servers.</summary>
public sealed class ComposeTests
{
    private const string Containers = "tests/Containers.Tests/PlatformInContainers.cs";

    /// <summary>How a process is told its own address and where its telemetry goes: each way of running has its own words for it.</summary>
    private static readonly Regex PerManier = new("^(ASPNETCORE_URLS|(ASPNETCORE_)?HTTP_PORTS|OTEL_.*)$");

    /// <summary>What a real mail server, print room, proxy or frontend asks for: compose has it on a developer's machine too.</summary>
    private static readonly string[] AlleenProductie =
    [
        "Smtp__Host", "Smtp__Port", "Smtp__Tls", "Smtp__Gebruiker", "Smtp__Wachtwoord", "Smtp__Afzender", "Post__Ophaalmap",
        "Proxies__Vertrouwd", "Cors__Origins",
    ];

    private static readonly string[] Bestanden = ["docker-compose.yml", "docker-compose.override.yml"];

    private static string[] Diensten => [.. Huis.Diensten.Select(d => d.ToLowerInvariant())];

    [Fact]
    public async Task A_process_is_the_same_in_compose_as_in_the_model()
    {
        var werkplek = await Beschrijving.ContainersAsync();
        var productie = await Beschrijving.ProductieAsync();
        Compose.Ontwikkeling.Keys.ShouldBe(werkplek.Instellingen.Keys, ignoreOrder: true);
        Compose.Productie.Keys.ShouldBe(productie.Instellingen.Keys, ignoreOrder: true);
        foreach (var naam in werkplek.Instellingen.Keys)
        {
            Compose.Ontwikkeling[naam].Project.ShouldBe(werkplek.Project(naam));
            Compose.Ontwikkeling[naam].Poort.ShouldBe($"{werkplek.Poort(naam)}");
            Gelijk(Compose.Ontwikkeling[naam], werkplek.Instellingen[naam], AlleenProductie, naam);
        }
        foreach (var naam in productie.Instellingen.Keys) Gelijk(Compose.Productie[naam], productie.Instellingen[naam], [], naam);
    }

    [Fact]
    public void Every_service_has_a_password_of_its_own_for_its_own_database()
    {
        var compose = Huis.Lees("docker-compose.yml");
        foreach (var dienst in Diensten)
        {
            var wachtwoord = $"DATABASE_WACHTWOORD_{dienst.ToUpperInvariant()}";
            compose.ShouldContain(
                $"ConnectionStrings__{dienst}: Host=postgres;Database={dienst};Username={dienst};Password=${{{wachtwoord}}}\n");
            compose.ShouldContain($"      {wachtwoord}: ${{{wachtwoord}:?");
            Tekst("deploy/compose/postgres/10-databases.sh", "for dienst in (.*);").Split(' ').ShouldContain(dienst);
        }
        Regex.Matches(Tekst(Containers, @"Diensten = \[(.*)\]"), @"\w+").Select(m => m.Value).ShouldBe(Diensten, ignoreOrder: true);
    }

    [Fact]
    public void What_compose_asks_of_the_operator_is_what_the_example_offers()
    {
        var gevraagd = Bestanden.SelectMany(b => Regex.Matches(Huis.Lees(b), @"\$\{(\w+)").Select(m => m.Groups[1].Value)).Distinct();
        Compose.Env.Keys.ShouldBe(gevraagd, ignoreOrder: true);
    }

    [Fact]
    public async Task The_servers_are_the_same_everywhere()
    {
        var native = await Beschrijving.NativeAsync();
        var containers = await Beschrijving.ContainersAsync();
        Eender(Tag("postgres"), Tekst("docker-compose.yml", @"image: postgres:([\d.]+)"), Tekst(Containers, @"""postgres:([\d.]+)"""));
        Eender(Tag("rabbitmq"), Tekst("docker-compose.yml", @"image: rabbitmq:([\d.]+-management)"),
            Tekst(Containers, @"""rabbitmq:([\d.]+-management)"""));
        // A tag of the dashboard's image exists per minor version.
        Eender(Tekst("AppHost/AppHost.csproj", @"Aspire\.AppHost\.Sdk/(\d+\.\d+)"),
            Tekst("docker-compose.yml", @"aspire-dashboard:(\d+\.\d+)\n"));
        const string verbindingen = @"max_connections=(\d+)";
        Eender(Tekst("AppHost/Servers.cs", verbindingen), Tekst("docker-compose.yml", verbindingen),
            Tekst("deploy/native/servers.sh", verbindingen));
        Eender($"{native.Poort("postgres")}", $"{containers.Poort("postgres")}",
            Tekst("docker-compose.override.yml", @"127\.0\.0\.1:(\d+):5432"));
        Eender($"{native.Poort("rabbitmq")}", $"{containers.Poort("rabbitmq")}",
            Tekst("docker-compose.override.yml", @"127\.0\.0\.1:(\d+):5672"));

        string Tag(string server) =>
            containers.Resources.Single(r => r.Name == server).Annotations.OfType<ContainerImageAnnotation>().Last().Tag!;
    }

    [Fact]
    public void The_container_tests_use_the_values_of_compose()
    {
        var gezet = Regex.Matches(Huis.Lees(Containers), @"WithEnvironment\(""(\w+__\w+)"", ""([^""]+)""\)")
            .Select(m => (Naam: m.Groups[1].Value, Waarde: m.Groups[2].Value));
        foreach (var (naam, waarde) in gezet.Where(g => g.Naam != "ConnectionStrings__rabbitmq"))
        {
            var bekend = Compose.Ontwikkeling.Values.Where(p => p.Instellingen.ContainsKey(naam))
                .Select(p => p.Instellingen[naam]).Distinct().ToArray();
            bekend.Length.ShouldBe(1, $"{naam} staat niet in compose, of steeds anders");
            if (bekend[0] is { } vast) Regex.Replace(waarde, @":\d+", "").ShouldBe(vast, naam);
        }
    }

    /// <summary>The same names both ways; and the same value, wherever neither leaves it to the machine or the operator.</summary>
    private static void Gelijk(Proces compose, IReadOnlyDictionary<string, string> model, string[] zonder, string waar)
    {
        var instellingen = compose.Instellingen.Where(i => !PerManier.IsMatch(i.Key) && !zonder.Contains(i.Key)).ToDictionary();
        model.Keys.Where(k => !PerManier.IsMatch(k)).ShouldBe(instellingen.Keys, ignoreOrder: true, customMessage: waar);
        foreach (var (naam, waarde) in instellingen)
            if (waarde is not null && Vast(model[naam]) is { } daar) daar.ShouldBe(waarde, $"{naam} van {waar}");
    }

    /// <summary>Addresses lose host and port, as in <see cref="Compose"/>; the rest is of one way of running.</summary>
    private static string? Vast(string waarde)
    {
        waarde = Regex.Replace(waarde, @"\{(\w+)\.bindings\.http\.url\}", "http://$1");
        return waarde.Contains('{', StringComparison.Ordinal) || waarde.StartsWith('/') ? null : waarde;
    }

    private static void Eender(params string[] waarden) => waarden.Distinct().Count().ShouldBe(1, string.Join(" / ", waarden));

    private static string Tekst(string bestand, string patroon) => Regex.Match(Huis.Lees(bestand), patroon) is { Success: true } gevonden
        ? gevonden.Groups[1].Value
        : throw new InvalidOperationException($"{bestand}: {patroon}");
}
