using System.Net.Sockets;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Containers;
using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace WmoPlatform.Testhuis;

/// <summary>Servers in containers, with the images of the platform. Testcontainers removes them when the test process ends.</summary>
internal sealed class ContainerServers : IServers
{
    private readonly PostgreSqlContainer? _postgres;
    private readonly RabbitMqContainer? _rabbitmq;

    private ContainerServers(bool postgres, bool rabbitmq)
    {
        // Fixed ports, because otherwise Docker chooses another port at each start.
        var (pg, amqp, beheer) = (VrijePoort.Neem(), VrijePoort.Neem(), VrijePoort.Neem());
        _postgres = !postgres ? null : new PostgreSqlBuilder(DockerEngine.PostgresImage)
            .WithPortBinding(pg, PostgreSqlBuilder.PostgreSqlPort)
            // Testcontainers switches durability off, and after kill -9 a committed row would be gone. The last setting of a name counts.
            .WithCommand("-c", "max_connections=300", "-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on").Build();
        _rabbitmq = !rabbitmq ? null : new RabbitMqBuilder(DockerEngine.RabbitMqImage).WithUsername("wmo").WithPassword("wmo")
            .WithPortBinding(amqp, RabbitMqBuilder.RabbitMqPort).WithPortBinding(beheer, 15672).Build();
        var (gebruiker, wachtwoord) = (PostgreSqlBuilder.DefaultUsername, PostgreSqlBuilder.DefaultPassword);
        Postgres = postgres ? $"Host=127.0.0.1;Port={pg};Database=postgres;Username={gebruiker};Password={wachtwoord}" : "";
        RabbitMq = !rabbitmq ? "" : $"amqp://wmo:wmo@127.0.0.1:{amqp}/";
        Beheer = !rabbitmq ? "" : $"http://127.0.0.1:{beheer}";
    }

    public string Postgres { get; }

    public string RabbitMq { get; }

    public string Beheer { get; }

    public static async Task<ContainerServers> NieuwAsync(bool postgres, bool rabbitmq)
    {
        var servers = new ContainerServers(postgres, rabbitmq);
        await Task.WhenAll(servers._postgres?.StartAsync() ?? Task.CompletedTask, servers._rabbitmq?.StartAsync() ?? Task.CompletedTask);
        if (postgres) await servers.Wacht(Server.Postgres);
        if (rabbitmq) await servers.Wacht(Server.RabbitMq);
        return servers;
    }

    public TimeSpan Processortijd(Server server) => throw new NotSupportedException("Gemeten wordt alleen op servers van deze machine.");

    public async Task StartAsync(Server server)
    {
        using var docker = DockerEngine.Client();
        await docker.Containers.StartContainerAsync(Container(server).Id, new ContainerStartParameters());
        await Wacht(server);
    }

    public async Task StopAsync(Server server)
    {
        using var docker = DockerEngine.Client();
        await docker.Containers.StopContainerAsync(Container(server).Id, new ContainerStopParameters { WaitBeforeKillSeconds = 30 });
    }

    public async Task KillAsync(Server server)
    {
        using var docker = DockerEngine.Client();
        await docker.Containers.KillContainerAsync(Container(server).Id, new ContainerKillParameters { Signal = "KILL" });
        await docker.Containers.WaitContainerAsync(Container(server).Id);
    }

    public Task PauseAsync(Server server) => Container(server).PauseAsync();

    public Task ResumeAsync(Server server) => Container(server).UnpauseAsync();

    public async Task BrokerctlAsync(params string[] opdracht)
    {
        var uitslag = await Container(Server.RabbitMq).ExecAsync(["rabbitmqctl", .. opdracht]);
        if (uitslag.ExitCode != 0) throw new InvalidOperationException(uitslag.Stderr);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (_rabbitmq is not null) await _rabbitmq.DisposeAsync();
    }

    private DockerContainer Container(Server server) =>
        (server == Server.Postgres ? _postgres : (DockerContainer?)_rabbitmq)
            ?? throw new InvalidOperationException($"{server} draait niet.");

    /// <summary>Waits until the server answers; the state of the container does not prove that.</summary>
    private Task Wacht(Server server) =>
        Tot.Waar(server == Server.Postgres ? PostgresAntwoordt : RabbitMqAntwoordt, TimeSpan.FromMinutes(2), $"{server} antwoordt");

    private async Task<bool> PostgresAntwoordt()
    {
        await using var verbinding = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false, Timeout = 5 }.ConnectionString);
        await verbinding.OpenAsync();
        return true;
    }

    private async Task<bool> RabbitMqAntwoordt()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", new Uri(RabbitMq).Port);
        var stroom = tcp.GetStream();
        stroom.ReadTimeout = 5000;
        await stroom.WriteAsync("AMQP\0\0\x09\x01"u8.ToArray());
        var eerste = new byte[1];
        return stroom.Read(eerste) == 1 && eerste[0] == 1;
    }
}
