using Npgsql;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A PostgreSQL and a RabbitMQ of a test's own, to kill, pause and start again on the same port and the same data.
/// They are gone with their data after <see cref="DisposeAsync"/>, and also when the test process itself is killed.
/// </summary>
public sealed class EigenServers : IAsyncDisposable
{
    private static int _teller;

    private EigenServers(string map) => Map = map;

    /// <summary>Where the servers keep their logs and facts: the first argument of <c>servers.sh</c>.</summary>
    internal string Map { get; }

    /// <summary>Npgsql connection string of the administrator, database <c>postgres</c>.</summary>
    public string Postgres { get; private set; } = "";

    /// <summary>URI of the broker's default virtual host, with user and password.</summary>
    public string RabbitMq { get; private set; } = "";

    /// <summary>Starts servers on free loopback ports; RabbitMQ takes 4 to 8 seconds.</summary>
    /// <exception cref="InvalidOperationException">A server is not installed, or does not start.</exception>
    public static async Task<EigenServers> StartAsync(bool postgres = true, bool rabbitmq = true)
    {
        var servers = new EigenServers(Path.Combine(AppContext.BaseDirectory, "servers", $"{Environment.ProcessId}-{Interlocked.Increment(ref _teller)}"));
        string[] alleen = (postgres, rabbitmq) switch { (true, false) => ["--pg-only"], (false, true) => ["--amqp-only"], _ => [] };
        await Serverscript.RunAsync(["start", servers.Map, "--with", $"{Environment.ProcessId}", .. alleen]);
        if (postgres)
        {
            var feiten = Serverscript.Feiten(Path.Combine(servers.Map, "postgres.env"));
            servers.Postgres = $"Host={feiten["PGHOST"]};Port={feiten["PGPORT"]};Username={feiten["PGUSER"]};Password={feiten["PGPASSWORD"]};Database=postgres";
        }
        if (rabbitmq) servers.RabbitMq = Serverscript.Feiten(Path.Combine(servers.Map, "rabbitmq.env"))["AMQP_URI"];
        return servers;
    }

    /// <summary>kill -9 on the broker, as a power cut would.</summary>
    public Task KillRabbitAsync() => Serverscript.RunAsync("kill", Map, "--amqp-only");

    /// <summary>An orderly stop of the broker.</summary>
    public Task StopRabbitAsync() => Serverscript.RunAsync("stop", Map, "--amqp-only");

    /// <summary>Starts the broker again: same port, same data.</summary>
    public Task StartRabbitAsync() => Serverscript.RunAsync("start", Map, "--amqp-only");

    /// <summary>Freezes the broker: connections stay open, nothing answers.</summary>
    public Task PauseRabbitAsync() => Serverscript.RunAsync("pause", Map, "--amqp-only");

    /// <summary>Lets a frozen broker go on.</summary>
    public Task ResumeRabbitAsync() => Serverscript.RunAsync("resume", Map, "--amqp-only");

    /// <summary>kill -9 on the database server with all its back-ends.</summary>
    public Task KillPostgresAsync() => Serverscript.RunAsync("kill", Map, "--pg-only");

    /// <summary>An orderly (fast) stop of the database server.</summary>
    public Task StopPostgresAsync() => Serverscript.RunAsync("stop", Map, "--pg-only");

    /// <summary>Starts the database server again: same port, same data.</summary>
    public Task StartPostgresAsync() => Serverscript.RunAsync("start", Map, "--pg-only");

    /// <summary>Freezes the database server: connections stay open, nothing answers.</summary>
    public Task PausePostgresAsync() => Serverscript.RunAsync("pause", Map, "--pg-only");

    /// <summary>Lets a frozen database server go on.</summary>
    public Task ResumePostgresAsync() => Serverscript.RunAsync("resume", Map, "--pg-only");

    /// <summary>Stops both and wipes their data.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Serverscript.RunAsync("stop", Map, "--wipe");
    }
}
