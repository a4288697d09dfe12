namespace WmoPlatform.Testhuis;

/// <summary>The servers on which the platform runs.</summary>
internal enum Server
{
    Postgres,
    RabbitMq,
}

/// <summary>
/// A PostgreSQL and a RabbitMQ that a test may kill, stop and pause. A server that starts again has the same port and data.
/// </summary>
internal interface IServers : IAsyncDisposable
{
    /// <summary>Npgsql connection string of the administrator, database <c>postgres</c>; empty without PostgreSQL.</summary>
    string Postgres { get; }

    /// <summary>URI of the broker's default virtual host, with user and password; empty without RabbitMQ.</summary>
    string RabbitMq { get; }

    /// <summary>The address of the broker's management API; empty without RabbitMQ.</summary>
    string Beheer { get; }

    /// <summary>The processor time that all processes of a server have used so far, those that have ended included.</summary>
    TimeSpan Processortijd(Server server);

    Task StartAsync(Server server);

    /// <summary>An orderly stop.</summary>
    Task StopAsync(Server server);

    /// <summary>kill -9 on all processes of the server, as a power cut would.</summary>
    Task KillAsync(Server server);

    /// <summary>Freezes the server: connections stay open, nothing answers.</summary>
    Task PauseAsync(Server server);

    Task ResumeAsync(Server server);

    /// <summary>Runs rabbitmqctl at the broker.</summary>
    Task BrokerctlAsync(params string[] opdracht);
}
