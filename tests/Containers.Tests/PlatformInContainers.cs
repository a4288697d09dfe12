using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Networks;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;
using WmoPlatform.Schrijver;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Containers.Tests;

/// <summary>
/// The platform from its real images, on PostgreSQL 17 and RabbitMQ 4. Compose builds the images by docker-compose.yml, and its init script
/// makes the databases. So the tests cover those too.
/// </summary>
public sealed class PlatformInContainers : IAsyncLifetime
{
    private readonly INetwork _netwerk = new NetworkBuilder().Build();
    private readonly Dictionary<string, IContainer> _processen = [];
    private PostgreSqlContainer _postgres = null!;
    private RabbitMqContainer _rabbitmq = null!;

    public async ValueTask InitializeAsync()
    {
        var (productie, werkplek) = (await Beschrijving.ProductieAsync(), await Beschrijving.ContainersAsync());
        var settings = Compose.Werkplek(productie, werkplek);
        var passwords = settings.Keys.ToDictionary(name => $"{name.ToUpperInvariant()}_DB_WACHTWOORD", name => $"containertest{name}");
        _postgres = new PostgreSqlBuilder(DockerEngine.PostgresImage)
            .WithNetwork(_netwerk).WithNetworkAliases("postgres")
            .WithEnvironment(passwords
                .Where(p => settings.Values.Any(s => s.Values.Any(v => v.Contains(p.Key, StringComparison.Ordinal))))
                .ToDictionary())
            .WithResourceMapping(
                new FileInfo(Path.Combine(Compose.Wortel, "deploy/compose/postgres/10-databases.sh")), "/docker-entrypoint-initdb.d/",
                fileMode: Unix.FileMode755)
            .Build();
        _rabbitmq = new RabbitMqBuilder(DockerEngine.RabbitMqImage)
            .WithNetwork(_netwerk).WithNetworkAliases("rabbitmq")
            .WithUsername("wmo").WithPassword("containertest")
            .Build();
        var env = await VoorbeeldAsync();
        foreach (var (name, value) in passwords) env[name] = value;
        env["RABBITMQ_WACHTWOORD"] = "containertest";
        foreach (var service in Sleutels.Bezitters) env[$"{service.ToUpperInvariant()}_BROKER_WACHTWOORD"] = $"containertest{service}";
        env["MESSAGING_SLEUTEL"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        foreach (var service in Sleutels.Bezitters)
        {
            env[$"{service.ToUpperInvariant()}_HANDTEKENING_SLEUTEL"] = Sleutels.Geheim(service);
            env[$"{service.ToUpperInvariant()}_HANDTEKENING_OPENBAAR"] = Sleutels.Openbaar(service);
        }
        foreach (var (name, values) in settings) _processen[name] = Proces(name, values, env);

        await BouwImages();
        await _netwerk.CreateAsync();
        await Task.WhenAll(_postgres.StartAsync(), _rabbitmq.StartAsync(), _processen["keten"].StartAsync());
        foreach (var (name, values) in Compose.Eenmalig(werkplek, productie, werkplek))
        {
            await using var stap = values
                .Aggregate(new ContainerBuilder($"wmoplatform/{name}:lokaal").WithNetwork(_netwerk),
                    (c, v) => c.WithEnvironment(v.Key, Ingevuld(v.Value, env)))
                // The step ends when it is done, so the container need not be running any more.
                .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("De broker is ingericht",
                    w => w.WithMode(WaitStrategyMode.OneShot).WithTimeout(TimeSpan.FromMinutes(2))))
                .Build();
            await stap.StartAsync();
        }
        await Task.WhenAll(_processen.Values.Select(p => p.StartAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _processen.Values) await container.DisposeAsync();
        if (_rabbitmq is not null) await _rabbitmq.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        await _netwerk.DisposeAsync();
    }

    /// <summary>The one door to the platform.</summary>
    public Uri Gateway => Adres(_processen["gateway"], 8080);

    /// <summary>The chain partners and the sign-in.</summary>
    public Uri Keten => Adres(_processen["keten"], 8090);

    /// <summary>The messages of one kind that the partners have received. A message that was delivered twice counts once.</summary>
    public async Task<JsonArray> Ontvangen(string soort)
    {
        using var http = new HttpClient { BaseAddress = Keten };
        return (await http.GetFromJsonAsync<JsonArray>($"beheer/ontvangen?soort={soort}"))!;
    }

    private IContainer Proces(string name, Dictionary<string, string> values, Dictionary<string, string> env)
    {
        ushort port = name == "keten" ? (ushort)8090 : (ushort)8080;
        var container = new ContainerBuilder($"wmoplatform/{name}:lokaal")
            .WithNetwork(_netwerk).WithNetworkAliases(name)
            .WithPortBinding(port, assignRandomHostPort: true)
            .WithEnvironment("ASPNETCORE_HTTP_PORTS", $"{port}")
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(
                v => v.ForPath("/health/ready").ForPort(port), w => w.WithTimeout(TimeSpan.FromMinutes(2))));
        // No test moves the clock here. The test reaches Keten at a random port, and the services reach it by its name. Tokens name one
        // issuer.
        return values.Where(v => v.Key != "Klok__Bestand")
            .Aggregate(container, (c, v) =>
                c.WithEnvironment(v.Key, v.Key == "Aanmelding__Issuer" ? "http://keten:8090" : Ingevuld(v.Value, env)))
            .Build();
    }

    private static string Ingevuld(string value, Dictionary<string, string> env) =>
        Regex.Replace(value, @"\$\{(\w+)[^}]*\}", m => env[m.Groups[1].Value]);

    /// <summary>The variables of <c>.env.example</c>.</summary>
    private static async Task<Dictionary<string, string>> VoorbeeldAsync()
    {
        var voorbeeld = await File.ReadAllTextAsync(Path.Combine(Compose.Wortel, "deploy/compose/.env.example"));
        return Regex.Matches(voorbeeld, @"^(\w+)=(.*)$", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim('"'));
    }

    private static Uri Adres(IContainer container, ushort poort) =>
        new($"http://{container.Hostname}:{container.GetMappedPublicPort(poort)}/");

    /// <summary>
    /// Builds with the docker command, because the Dockerfile uses a build cache, which the engine's old build API does not have.
    /// </summary>
    private static async Task BouwImages()
    {
        var opdracht = new ProcessStartInfo("docker", ["compose", "build", "--quiet"])
        {
            WorkingDirectory = Compose.Wortel,
            Environment = { ["VERSIE"] = "lokaal" },
        };
        // Compose requires every variable, also for a build that uses none of them.
        var compose = await File.ReadAllTextAsync(Path.Combine(Compose.Wortel, "docker-compose.yml"));
        foreach (Match required in Regex.Matches(compose, @"\$\{(\w+):\?")) opdracht.Environment[required.Groups[1].Value] = "x";
        using var bouw = Process.Start(opdracht)!;
        await bouw.WaitForExitAsync();
        bouw.ExitCode.ShouldBe(0, "docker compose build");
    }
}
