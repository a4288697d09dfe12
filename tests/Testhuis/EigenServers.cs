using Npgsql;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A PostgreSQL and a RabbitMQ for one test, which it can kill, pause and start again on the same port with the same data.
/// They and their data disappear after <see cref="DisposeAsync"/>, and also when the test process is killed.
/// </summary>
public sealed class EigenServers : IAsyncDisposable
{
    private readonly IServers _servers;

    private EigenServers(IServers servers) => _servers = servers;

    /// <summary>Npgsql connection string of the administrator, database <c>postgres</c>.</summary>
    public string Postgres => _servers.Postgres;

    /// <summary>URI of the broker's default virtual host, with user and password.</summary>
    public string RabbitMq => _servers.RabbitMq;

    /// <summary>The address of the broker's management API.</summary>
    public string Beheer => _servers.Beheer;

    /// <summary>
    /// Starts servers on free loopback ports: in containers when there is Docker, otherwise natively. RabbitMQ takes 4 to 8 seconds.
    /// </summary>
    /// <exception cref="InvalidOperationException">A server is not installed, or does not start.</exception>
    public static async Task<EigenServers> StartAsync(bool postgres = true, bool rabbitmq = true) =>
        new(Servers.InContainers ? await ContainerServers.NieuwAsync(postgres, rabbitmq)
            : await NativeServers.NieuwAsync(postgres, rabbitmq));

    /// <summary>The processor time that PostgreSQL and RabbitMQ have used so far. Only for servers of this machine.</summary>
    public (TimeSpan Postgres, TimeSpan RabbitMq) Processortijd() =>
        (_servers.Processortijd(Server.Postgres), _servers.Processortijd(Server.RabbitMq));

    /// <summary>kill -9 on the broker, as a power cut would.</summary>
    public Task KillRabbitAsync() => _servers.KillAsync(Server.RabbitMq);

    /// <summary>An orderly stop of the broker.</summary>
    public Task StopRabbitAsync() => _servers.StopAsync(Server.RabbitMq);

    /// <summary>Starts the broker again: same port, same data.</summary>
    public Task StartRabbitAsync() => _servers.StartAsync(Server.RabbitMq);

    /// <summary>Freezes the broker: connections stay open, nothing answers.</summary>
    public Task PauseRabbitAsync() => _servers.PauseAsync(Server.RabbitMq);

    /// <summary>Resumes a frozen broker.</summary>
    public Task ResumeRabbitAsync() => _servers.ResumeAsync(Server.RabbitMq);

    /// <summary>
    /// How long the broker lets a consumer hold a message (<c>consumer_timeout</c>), for channels that open from now on. It looks every
    /// five seconds instead of every minute.
    /// </summary>
    public Task ConsumerTimeoutAsync(TimeSpan duur) => _servers.BrokerctlAsync("eval",
        $"application:set_env(rabbit, consumer_timeout, {(long)duur.TotalMilliseconds}), "
        + "application:set_env(rabbit, channel_tick_interval, 5000).");

    /// <summary>kill -9 on the database server with all its back-ends.</summary>
    public Task KillPostgresAsync() => _servers.KillAsync(Server.Postgres);

    /// <summary>An orderly (fast) stop of the database server.</summary>
    public Task StopPostgresAsync() => _servers.StopAsync(Server.Postgres);

    /// <summary>Starts the database server again: same port, same data.</summary>
    public Task StartPostgresAsync() => _servers.StartAsync(Server.Postgres);

    /// <summary>Freezes the database server: connections stay open, nothing answers.</summary>
    public Task PausePostgresAsync() => _servers.PauseAsync(Server.Postgres);

    /// <summary>Resumes a frozen database server.</summary>
    public Task ResumePostgresAsync() => _servers.ResumeAsync(Server.Postgres);

    /// <summary>Stops both and wipes their data.</summary>
    public async ValueTask DisposeAsync()
    {
        // Clears only the pool of this server, because other tests still use theirs.
        if (Postgres != "") NpgsqlConnection.ClearPool(new NpgsqlConnection(Postgres));
        await _servers.DisposeAsync();
    }
}
