namespace WmoPlatform.Testhuis;

/// <summary>
/// The PostgreSQL and the RabbitMQ that the tests of a process share. <c>test.sh</c> gives them in <c>ConnectionStrings__postgres</c> and
/// <c>ConnectionStrings__rabbitmq</c>. Without those (an IDE, <c>dotnet test</c>) the test process starts its own on first use, in
/// containers if there is Docker and otherwise natively, and they stop when it ends.
/// Use a <see cref="TestDatabase"/> and a <see cref="TestVhost"/>, never the default ones.
/// </summary>
public static class Servers
{
    private static readonly Lazy<Task<EigenServers>> EigenPostgres = new(() => StartAsync("PostgreSQL", rabbitmq: false));
    private static readonly Lazy<Task<EigenServers>> EigenRabbitMq = new(() => StartAsync("RabbitMQ", postgres: false));

    /// <summary>
    /// Whether servers that this process starts run in containers. If <c>test.sh</c> chose native servers, those of a single test are
    /// native too.
    /// </summary>
    internal static bool InContainers => Gegeven("WMOPLATFORM_SERVERS") is null && DockerEngine.IsEr;

    /// <summary>Npgsql connection string of a user that may create databases.</summary>
    public static async Task<string> PostgresAsync() =>
        Gegeven("ConnectionStrings__postgres") ?? (await EigenPostgres.Value).Postgres;

    /// <summary>AMQP URI of a user that may use the default virtual host.</summary>
    public static async Task<string> RabbitMqAsync() =>
        Gegeven("ConnectionStrings__rabbitmq") ?? (await EigenRabbitMq.Value).RabbitMq;

    /// <summary>The same URI with the address of the management API, by default on port 15672 of the same machine.</summary>
    internal static async Task<(string Amqp, string Beheer)> RabbitMqMetBeheerAsync() =>
        Gegeven("ConnectionStrings__rabbitmq") is { } broker
            ? (broker, Gegeven("RABBITMQ_MANAGEMENT") ?? $"http://{new Uri(broker).Host}:15672")
            : ((await EigenRabbitMq.Value).RabbitMq, (await EigenRabbitMq.Value).Beheer);

    private static async Task<EigenServers> StartAsync(string naam, bool postgres = true, bool rabbitmq = true)
    {
        await Console.Error.WriteLineAsync(InContainers ? $"Testhuis: {naam} draait in een container van Docker."
            : $"Testhuis: {naam} draait op deze machine zelf.");
        return await EigenServers.StartAsync(postgres, rabbitmq);
    }

    private static string? Gegeven(string naam) => Environment.GetEnvironmentVariable(naam) is { Length: > 0 } waarde ? waarde : null;
}
