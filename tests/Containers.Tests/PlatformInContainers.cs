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
using WmoPlatform.Testhuis;

namespace WmoPlatform.Containers.Tests;

/// <summary>
/// The platform from its real images, on the servers that containers get: PostgreSQL 17 and RabbitMQ 4. The images are the ones of
/// docker-compose.yml, built by it, and the databases are made by its init script; so those are tested too.
/// </summary>
public sealed class PlatformInContainers : IAsyncLifetime
{
    private static readonly string[] Diensten =
        ["meldingen", "onderzoek", "beschikkingen", "pgb", "zorgaanbieders", "eigenbijdrage", "correspondentie", "dossiers"];

    private readonly INetwork _netwerk = new NetworkBuilder().Build();
    private readonly PostgreSqlContainer _postgres;
    private readonly RabbitMqContainer _rabbitmq;
    private readonly IContainer _keten;
    private readonly IContainer _gateway;
    private readonly IContainer[] _diensten;

    public PlatformInContainers()
    {
        _postgres = new PostgreSqlBuilder(DockerEngine.PostgresImage)
            .WithNetwork(_netwerk).WithNetworkAliases("postgres")
            .WithEnvironment(Diensten.ToDictionary(naam => $"DATABASE_WACHTWOORD_{naam.ToUpperInvariant()}", Wachtwoord))
            .WithResourceMapping(
                new FileInfo(Path.Combine(Wortel, "deploy/compose/postgres/10-databases.sh")), "/docker-entrypoint-initdb.d/",
                fileMode: Unix.FileMode755)
            .Build();
        _rabbitmq = new RabbitMqBuilder(DockerEngine.RabbitMqImage)
            .WithNetwork(_netwerk).WithNetworkAliases("rabbitmq")
            .WithUsername("wmo").WithPassword("containertest")
            .Build();
        // Asked at a random port from here and by its name from the services: tokens name one issuer all the same.
        _keten = Proces("keten", 8090).WithEnvironment("Aanmelding__Issuer", "http://keten:8090")
            .WithEnvironment("Platform__Gateway", "http://gateway:8080").Build();
        var sleutel = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        _diensten = [.. Diensten.Select(naam => Dienst(naam, sleutel))];
        _gateway = Diensten.Aggregate(
            Proces("gateway", 8080), (g, naam) => g.WithEnvironment($"services__{naam}__http__0", $"http://{naam}:8080")).Build();
    }

    public async ValueTask InitializeAsync()
    {
        await BouwImages();
        await _netwerk.CreateAsync();
        await Task.WhenAll(_postgres.StartAsync(), _rabbitmq.StartAsync(), _keten.StartAsync());
        await Task.WhenAll(_diensten.Select(d => d.StartAsync()));
        await _gateway.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _diensten.Append(_gateway).Append(_keten)) await container.DisposeAsync();
        await _rabbitmq.DisposeAsync();
        await _postgres.DisposeAsync();
        await _netwerk.DisposeAsync();
    }

    /// <summary>The one door.</summary>
    public Uri Gateway => Adres(_gateway, 8080);

    /// <summary>The chain partners and the sign-in.</summary>
    public Uri Keten => Adres(_keten, 8090);

    /// <summary>The messages of one kind that the partners have received, each once, however often it was delivered.</summary>
    public async Task<JsonArray> Ontvangen(string soort)
    {
        using var http = new HttpClient { BaseAddress = Keten };
        return (await http.GetFromJsonAsync<JsonArray>($"beheer/ontvangen?soort={soort}"))!;
    }

    private IContainer Dienst(string naam, string sleutel) => Proces(naam, 8080)
        .WithEnvironment($"ConnectionStrings__{naam}", $"Host=postgres;Database={naam};Username={naam};Password={Wachtwoord(naam)}")
        .WithEnvironment("ConnectionStrings__rabbitmq", "amqp://wmo:containertest@rabbitmq:5672")
        .WithEnvironment("Messaging__Sleutel", sleutel)
        .WithEnvironment("Gemeente__Code", "0034")
        .WithEnvironment("Gemeente__Naam", "Almere")
        .WithEnvironment("Gemeente__Telefoon", "14 036")
        .WithEnvironment("Gemeente__Clientondersteuning", "OCO Almere, telefoon 036-2002158")
        .WithEnvironment("Partners__Brp__Adres", "http://keten:8090/brp/personen")
        .WithEnvironment("Partners__Ggk__Adres", "http://keten:8090/ggk/berichten")
        .WithEnvironment("Partners__Svb__Adres", "http://keten:8090/svb/berichten")
        .WithEnvironment("Partners__Cak__Adres", "http://keten:8090/cak/berichten")
        .WithEnvironment("Smtp__Ophaalmap", "/gegevens")
        .Build();

    /// <summary>Each its own: a service that reached for another's database would be refused.</summary>
    private static string Wachtwoord(string naam) => $"containertest{naam}";

    private ContainerBuilder Proces(string naam, ushort poort) => new ContainerBuilder($"wmoplatform/{naam}:lokaal")
        .WithNetwork(_netwerk).WithNetworkAliases(naam)
        .WithPortBinding(poort, assignRandomHostPort: true)
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
        .WithEnvironment("ASPNETCORE_HTTP_PORTS", $"{poort}")
        .WithEnvironment("Aanmelding__Authority", "http://keten:8090")
        .WithEnvironment("Aanmelding__Audience", "wmoplatform")
        .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(
            v => v.ForPath("/health/ready").ForPort(poort), w => w.WithTimeout(TimeSpan.FromMinutes(2))));

    private static Uri Adres(IContainer container, ushort poort) =>
        new($"http://{container.Hostname}:{container.GetMappedPublicPort(poort)}/");

    /// <summary>With the docker command, because the Dockerfile uses a build cache, which the engine's old build API does not
    /// have.</summary>
    private static async Task BouwImages()
    {
        var opdracht = new ProcessStartInfo("docker", ["compose", "build", "--quiet"])
        {
            WorkingDirectory = Wortel,
            Environment = { ["VERSIE"] = "lokaal" },
        };
        // Compose wants everything filled in, also for a build that uses none of it.
        foreach (Match verplicht in Regex.Matches(
            await File.ReadAllTextAsync(Path.Combine(Wortel, "docker-compose.yml")), @"\$\{(\w+):\?")) opdracht.Environment[
            verplicht.Groups[1].Value] = "x";
        using var bouw = Process.Start(opdracht)!;
        await bouw.WaitForExitAsync();
        bouw.ExitCode.ShouldBe(0, "docker compose build");
    }

    /// <summary>The root of the repository: where docker-compose.yml is.</summary>
    private static string Wortel { get; } = ZoekWortel(AppContext.BaseDirectory);

    private static string ZoekWortel(string map) =>
        File.Exists(Path.Combine(map, "docker-compose.yml")) ? map
            : ZoekWortel(Path.GetDirectoryName(map) ?? throw new InvalidOperationException("Geen docker-compose.yml boven deze map."));
}
