namespace WmoPlatform.Testhuis;

/// <summary>
/// The PostgreSQL and the RabbitMQ that all tests of a run share. <c>test.sh</c> starts them once and hands them over in
/// <c>ConnectionStrings__postgres</c> and <c>ConnectionStrings__rabbitmq</c>; without those (an IDE) this process starts its own on
/// first use. They stop when the process ends. Take a <see cref="TestDatabase"/> and a <see cref="TestVhost"/>, never the default ones.
/// </summary>
public static class Servers
{
    private static readonly Lazy<Task<EigenServers>> EigenPostgres = new(() => EigenServers.StartAsync(rabbitmq: false));
    private static readonly Lazy<Task<EigenServers>> EigenRabbitMq = new(() => EigenServers.StartAsync(postgres: false));

    /// <summary>Npgsql connection string of a user that may create databases.</summary>
    public static async Task<string> PostgresAsync() =>
        Gegeven("ConnectionStrings__postgres") ?? (await EigenPostgres.Value).Postgres;

    /// <summary>AMQP URI of a user that may use the default virtual host.</summary>
    public static async Task<string> RabbitMqAsync() =>
        Gegeven("ConnectionStrings__rabbitmq") ?? (await EigenRabbitMq.Value).RabbitMq;

    /// <summary>Where <c>servers.sh</c> keeps the shared broker; nothing when it was given from outside.</summary>
    internal static async Task<string?> RabbitMqMapAsync() =>
        Gegeven("ConnectionStrings__rabbitmq") is null ? (await EigenRabbitMq.Value).Map : Gegeven("WMOPLATFORM_SERVERS");

    private static string? Gegeven(string naam) => Environment.GetEnvironmentVariable(naam) is { Length: > 0 } waarde ? waarde : null;
}
