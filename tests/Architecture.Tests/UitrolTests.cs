using System.Text.RegularExpressions;

namespace WmoPlatform.Architecture.Tests;

/// <summary>AppHost, compose and the native run tell the same story: the same processes, ports, references, settings and values.</summary>
public sealed class UitrolTests
{
    private const string Containers = "tests/Containers.Tests/PlatformInContainers.cs";

    /// <summary>How a process is told its own address and where its telemetry goes: each way of running has its own words for it.</summary>
    private static readonly string[] PerManier = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_SERVICE_NAME"];

    /// <summary>What only a real mail server, print room, proxy or frontend asks for. Compose has it in its base, and so on a developer's machine too.</summary>
    private static readonly string[] AlleenProductie =
        ["Smtp__Host", "Smtp__Port", "Smtp__Tls", "Smtp__Gebruiker", "Smtp__Wachtwoord", "Smtp__Afzender", "Post__Ophaalmap", "Proxies__Vertrouwd", "Cors__Origins"];

    private static readonly string[] Compose = ["docker-compose.yml", "docker-compose.override.yml"];

    public static TheoryData<string> Processen => [.. Uitrol.Native.Keys];

    [Fact]
    public void Every_service_runs_everywhere_and_the_simulators_only_in_Development()
    {
        string[] platform = [.. Huis.Diensten.Select(d => d.ToLowerInvariant()), "gateway"];
        Uitrol.Native.Keys.ShouldBe([.. platform, "keten"], ignoreOrder: true);
        Uitrol.ComposeOntwikkeling.Keys.ShouldBe([.. platform, "keten"], ignoreOrder: true);
        Uitrol.AppHostOntwikkeling.Keys.ShouldBe([.. platform, "keten"], ignoreOrder: true);
        Uitrol.ComposeProductie.Keys.ShouldBe(platform, ignoreOrder: true);
        Uitrol.AppHostProductie.Keys.ShouldBe(platform, ignoreOrder: true);
        Regex.Matches(Tekst(Containers, @"Diensten = \[(.*)\]"), @"\w+").Select(m => m.Value).ShouldBe(platform.SkipLast(1), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Processen))]
    public void A_process_has_its_project_and_its_port_everywhere(string naam)
    {
        foreach (var manier in new[] { Uitrol.ComposeOntwikkeling, Uitrol.AppHostOntwikkeling })
        {
            manier[naam].Project.ShouldBe(Uitrol.Native[naam].Project);
            manier[naam].Poort.ShouldBe(Uitrol.Native[naam].Poort);
        }
    }

    [Theory]
    [MemberData(nameof(Processen))]
    public void A_process_has_the_same_settings_on_every_developers_machine(string naam)
    {
        var native = Zonder(Uitrol.Native[naam], PerManier);
        Gelijk(native, Zonder(Uitrol.AppHostOntwikkeling[naam], PerManier), "AppHost");
        Gelijk(native, Zonder(Uitrol.ComposeOntwikkeling[naam], [.. PerManier, .. AlleenProductie]), "compose");
    }

    [Theory]
    [MemberData(nameof(Processen))]
    public void A_process_has_the_same_settings_in_production(string naam)
    {
        if (naam == "keten") return;
        Gelijk(Zonder(Uitrol.ComposeProductie[naam], PerManier), Zonder(Uitrol.AppHostProductie[naam], PerManier), "AppHost");
    }

    [Fact]
    public void The_gateway_knows_every_service_and_a_service_knows_none()
    {
        foreach (var manier in new[] { Uitrol.Native, Uitrol.ComposeOntwikkeling, Uitrol.AppHostOntwikkeling, Uitrol.ComposeProductie, Uitrol.AppHostProductie })
            foreach (var (naam, proces) in manier)
                proces.Instellingen.Keys.Where(k => k.StartsWith("services__", StringComparison.Ordinal))
                    .ShouldBe(naam == "gateway" ? Huis.Diensten.Select(d => $"services__{d.ToLowerInvariant()}__http__0") : [], ignoreOrder: true);
    }

    [Fact]
    public void Every_service_has_a_password_of_its_own_for_its_own_database()
    {
        var compose = Huis.Lees("docker-compose.yml");
        foreach (var dienst in Huis.Diensten.Select(d => d.ToLowerInvariant()))
        {
            var wachtwoord = $"DATABASE_WACHTWOORD_{dienst.ToUpperInvariant()}";
            compose.ShouldContain($"ConnectionStrings__{dienst}: Host=postgres;Database={dienst};Username={dienst};Password=${{{wachtwoord}}}\n");
            compose.ShouldContain($"      {wachtwoord}: ${{{wachtwoord}:?");
            Tekst("deploy/compose/postgres/10-databases.sh", "for dienst in (.*);").Split(' ').ShouldContain(dienst);
        }
    }

    [Fact]
    public void What_compose_asks_of_the_operator_is_what_the_example_offers()
    {
        var gevraagd = Compose.SelectMany(b => Regex.Matches(Huis.Lees(b), @"\$\{(\w+)").Select(m => m.Groups[1].Value)).Distinct();
        Uitrol.Env.Keys.ShouldBe(gevraagd, ignoreOrder: true);
    }

    [Fact]
    public void The_servers_are_the_same_everywhere()
    {
        Eender(Tekst("AppHost/AppHost.cs", @"AddPostgres\([^;]*WithImageTag\(""([\d.]+)""\)"), Tekst("docker-compose.yml", @"image: postgres:([\d.]+)"), Tekst(Containers, @"""postgres:([\d.]+)"""));
        Eender(Tekst("AppHost/AppHost.cs", @"AddRabbitMQ\([^;]*WithImageTag\(""([\d.]+)""\)"), Tekst("docker-compose.yml", @"image: rabbitmq:([\d.]+)-management"), Tekst(Containers, @"""rabbitmq:([\d.]+)-management"""));
        Eender(Tekst("AppHost/AppHost.csproj", @"Aspire\.AppHost\.Sdk/([\d.]+)"), Tekst("docker-compose.yml", @"aspire-dashboard:([\d.]+)"));
        Eender(Tekst("AppHost/AppHost.cs", @"max_connections=(\d+)"), Tekst("docker-compose.yml", @"max_connections=(\d+)"), Tekst("deploy/native/servers.sh", @"max_connections=(\d+)"));
        Eender(Tekst("docker-compose.override.yml", @"127\.0\.0\.1:(\d+):5432"), Tekst("run.sh", @"pg_port=(\d+)"));
        Eender(Tekst("docker-compose.override.yml", @"127\.0\.0\.1:(\d+):5672"), Tekst("run.sh", @"amqp_port=(\d+)"));
    }

    [Fact]
    public void The_container_tests_use_the_values_of_compose()
    {
        var gezet = Regex.Matches(Huis.Lees(Containers), @"WithEnvironment\(""(\w+__\w+)"", ""([^""]+)""\)").Select(m => (Naam: m.Groups[1].Value, Waarde: m.Groups[2].Value));
        foreach (var (naam, waarde) in gezet.Where(g => g.Naam != "ConnectionStrings__rabbitmq"))
        {
            var bekend = Uitrol.ComposeOntwikkeling.Values.Where(p => p.Instellingen.ContainsKey(naam)).Select(p => p.Instellingen[naam]).Distinct().ToArray();
            bekend.Length.ShouldBe(1, $"{naam} staat niet in compose, of steeds anders");
            if (bekend[0] is { } vast) Regex.Replace(waarde, @":\d+", "").ShouldBe(vast, naam);
        }
    }

    private static Dictionary<string, string?> Zonder(Proces proces, string[] namen) => proces.Instellingen.Where(i => !namen.Contains(i.Key)).ToDictionary();

    /// <summary>The same names both ways; and the same value, wherever neither leaves it to the machine or the operator.</summary>
    private static void Gelijk(Dictionary<string, string?> een, Dictionary<string, string?> ander, string waar)
    {
        ander.Keys.ShouldBe(een.Keys, ignoreOrder: true, customMessage: waar);
        foreach (var (naam, waarde) in een)
            if (waarde is not null && ander[naam] is { } daar) daar.ShouldBe(waarde, $"{naam} in {waar}");
    }

    private static void Eender(params string[] waarden) => waarden.Distinct().Count().ShouldBe(1, string.Join(" / ", waarden));

    private static string Tekst(string bestand, string patroon) =>
        Regex.Match(Huis.Lees(bestand), patroon) is { Success: true } gevonden ? gevonden.Groups[1].Value : throw new InvalidOperationException($"{bestand}: {patroon}");
}
