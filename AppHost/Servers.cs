using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;

namespace WmoPlatform.AppHost;

/// <summary>
/// Adds PostgreSQL and RabbitMQ. They are the servers of the settings <c>ConnectionStrings:postgres</c> and
/// <c>ConnectionStrings:rabbitmq</c>, or programs of this machine, or containers. Their names in the model are always the same.
/// </summary>
internal sealed class Servers
{
    /// <summary>The name that Aspire gives to the endpoint of the management plugin.</summary>
    private const string Beheerpoort = "management";

    private readonly IDistributedApplicationBuilder _builder;
    private readonly Opties _opties;
    private readonly Func<string, IResourceBuilder<ParameterResource>> _wachtwoord;
    private readonly Dictionary<string, ParameterResource> _eigenaren = [];
    private ReferenceExpression _host = null!;
    private ReferenceExpression _poort = null!;
    private ReferenceExpression _broker = null!;

    /// <param name="builder">The model to which the servers are added.</param>
    /// <param name="opties">Says whether the servers are programs or containers.</param>
    /// <param name="wachtwoord">Makes the parameter for a password.</param>
    public Servers(IDistributedApplicationBuilder builder, Opties opties, Func<string, IResourceBuilder<ParameterResource>> wachtwoord)
    {
        (_builder, _opties, _wachtwoord) = (builder, opties, wachtwoord);
        Postgres = MaakPostgres();
        RabbitMq = MaakRabbitMq();
        if (builder.ExecutionContext.IsRunMode) Postgres.OnResourceReady((_, _, stop) => MaakDatabases(stop));
    }

    public IResourceBuilder<IResourceWithConnectionString> Postgres { get; }

    public IResourceBuilder<IResourceWithConnectionString> RabbitMq { get; }

    /// <summary>The address of RabbitMQ's management API.</summary>
    public ReferenceExpression Beheer { get; private set; } = null!;

    /// <summary>
    /// The database of one service, with an owner that can reach no other database. Resource names are unique, so the database is called
    /// <c>&lt;naam&gt;-db</c> in the model. On the server the database and its owner are both called <c>&lt;naam&gt;</c>.
    /// </summary>
    public IResourceBuilder<IResourceWithConnectionString> Database(string naam)
    {
        var wachtwoord = _wachtwoord($"{naam}-db-wachtwoord").Resource;
        _eigenaren[naam] = wachtwoord;
        return _builder.AddConnectionString($"{naam}-db",
            ReferenceExpression.Create($"Host={_host};Port={_poort};Username={naam};Password={wachtwoord};Database={naam}"));
    }

    /// <summary>
    /// The broker for one service, as a user that may use only its own queues and exchanges. <paramref name="inrichting"/> makes that user.
    /// </summary>
    public IResourceBuilder<IResourceWithConnectionString> Broker(string naam, IResourceBuilder<ProjectResource> inrichting)
    {
        var wachtwoord = _wachtwoord($"{naam}-broker-wachtwoord");
        inrichting.WithEnvironment($"Broker__Wachtwoorden__{naam}", wachtwoord);
        return _builder.AddConnectionString($"{naam}-broker", ReferenceExpression.Create($"amqp://{naam}:{wachtwoord}@{_broker}"));
    }

    private IResourceBuilder<IResourceWithConnectionString> MaakPostgres()
    {
        if (Gegeven("postgres") is { } gegeven)
        {
            var delen = new NpgsqlConnectionStringBuilder(gegeven);
            (_host, _poort) = (ReferenceExpression.Create($"{delen.Host}"), ReferenceExpression.Create($"{delen.Port.ToString()}"));
            return _builder.AddConnectionString("postgres");
        }
        var wachtwoord = _wachtwoord("postgres-wachtwoord");
        if (_opties.Native)
        {
            var server = Native("postgres", "--pg-only", "--pg-port", 5480, wachtwoord);
            Adres(server.GetEndpoint("tcp"));
            server.Resource.ConnectionStringExpression =
                ReferenceExpression.Create($"Host={_host};Port={_poort};Username=wmo;Password={wachtwoord};Database=postgres");
            return server.WithGezondheid("postgres", async stop =>
            {
                await using var verbinding = await VerbindMetPostgres(stop);
            });
        }
        var container = _builder.AddPostgres("postgres", password: wachtwoord, port: _builder.Poort(5480))
            .WithImageTag("17.6")
            .WithArgs("-c", "max_connections=300")
            // A statement or a value may be about a person, so the log of the server keeps neither.
            .WithArgs(
                "-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic", "-c", "log_parameter_max_length_on_error=0")
            .WithDataVolume(Volume("postgres"));
        Adres(container.Resource.PrimaryEndpoint);
        return container;
    }

    private IResourceBuilder<IResourceWithConnectionString> MaakRabbitMq()
    {
        if (Gegeven("rabbitmq") is { } gegeven)
        {
            var uri = new Uri(gegeven);
            _broker = ReferenceExpression.Create($"{uri.Authority + uri.AbsolutePath}");
            var beheer = _builder.Configuration["RABBITMQ_MANAGEMENT"] is { Length: > 0 } adres ? adres : $"http://{uri.Host}:15672";
            Beheer = ReferenceExpression.Create($"{beheer}");
            return _builder.AddConnectionString("rabbitmq");
        }
        var wachtwoord = _wachtwoord("rabbitmq-wachtwoord");
        if (_opties.Native)
        {
            var server = Native("rabbitmq", "--amqp-only", "--amqp-port", 5680, wachtwoord)
                .WithHttpEndpoint(name: Beheerpoort, port: _builder.Poort(15680), isProxied: false);
            server.WithArgs("--beheer-port", server.GetEndpoint(Beheerpoort).Property(EndpointProperty.TargetPort));
            Adres(server.GetEndpoint("tcp"), server.GetEndpoint(Beheerpoort));
            server.Resource.ConnectionStringExpression =
                ReferenceExpression.Create($"amqp://wmo:{wachtwoord}@{server.GetEndpoint("tcp").Property(EndpointProperty.HostAndPort)}");
            return server.WithGezondheid("rabbitmq", async stop =>
            {
                var uri = new Uri((await ((IResourceWithConnectionString)server.Resource).GetConnectionStringAsync(stop))!);
                await using var verbinding = await new ConnectionFactory { Uri = uri }.CreateConnectionAsync(stop);
            });
        }
        var gebruiker = _builder.AddParameter("rabbitmq-gebruiker", "wmo", publishValueAsDefault: true);
        var container = _builder.AddRabbitMQ("rabbitmq", gebruiker, wachtwoord, port: _builder.Poort(5680))
            .WithImageTag("4.2.5")
            .WithManagementPlugin(_builder.Poort(15680))
            // RabbitMQ stores its data under the node's name, and makes that name from the host's.
            .WithContainerRuntimeArgs("--hostname", "rabbitmq")
            .WithDataVolume(Volume("rabbitmq"));
        Adres(container.Resource.PrimaryEndpoint, container.GetEndpoint(Beheerpoort));
        return container;
    }

    private string? Gegeven(string naam) =>
        _builder.ExecutionContext.IsRunMode && _builder.Configuration.GetConnectionString(naam) is { Length: > 0 } waarde ? waarde : null;

    private void Adres(EndpointReference amqp, EndpointReference beheer)
    {
        _broker = ReferenceExpression.Create($"{amqp.Property(EndpointProperty.HostAndPort)}");
        Beheer = ReferenceExpression.Create($"{beheer}");
    }

    private void Adres(EndpointReference tcp)
    {
        _host = ReferenceExpression.Create($"{tcp.Property(EndpointProperty.Host)}");
        _poort = ReferenceExpression.Create($"{tcp.Property(EndpointProperty.Port)}");
    }

    /// <summary>The developer's default volume, or a volume of its own for a data folder that the developer chose.</summary>
    private string Volume(string naam) => _opties.EigenData ? $"wmoplatform-{naam}-{Opties.Kenmerk(_opties.Data)}" : $"wmoplatform-{naam}";

    private IResourceBuilder<NativeServer> Native(
        string naam, string welke, string poortoptie, int poort, IResourceBuilder<ParameterResource> wachtwoord)
    {
        var server = _builder.AddResource(new NativeServer(naam, Path.Combine(Opties.Wortel, "deploy", "native")))
            .WithEndpoint(name: "tcp", scheme: "tcp", port: _builder.Poort(poort), isProxied: false)
            .WithEnvironment("WMOPLATFORM_WACHTWOORD", wachtwoord);
        var tcp = server.GetEndpoint("tcp").Property(EndpointProperty.TargetPort);
        return server.WithArgs("servers.sh", "run", _opties.Data, welke, poortoptie, tcp);
    }

    private async Task<NpgsqlConnection> VerbindMetPostgres(CancellationToken stop)
    {
        var adres = await Postgres.Resource.GetConnectionStringAsync(stop);
        var verbinding = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(adres) { Pooling = false, Timeout = 5 }.ConnectionString);
        await verbinding.OpenAsync(stop);
        return verbinding;
    }

    /// <summary>Makes the roles and databases that do not exist yet. Each service then makes its own tables.</summary>
    private async Task MaakDatabases(CancellationToken stop)
    {
        await using var server = await VerbindMetPostgres(stop);
        foreach (var (naam, wachtwoord) in _eigenaren)
        {
            if (await Vraag("SELECT 1 FROM pg_roles WHERE rolname = $1", naam) is null) await Doe($"CREATE ROLE \"{naam}\"");
            var geheim = (await wachtwoord.GetValueAsync(stop))!;
            await Doe((string)(await Vraag("SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', $1, $2)", naam, geheim))!);
            var eigenaar = await Vraag("SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = $1", naam);
            if (eigenaar is null) await Doe($"CREATE DATABASE \"{naam}\" OWNER \"{naam}\"");
            else if ((string)eigenaar != naam)
                throw new Mislukt($"De database {naam} is van {eigenaar}, van een oudere versie. Begin met lege gegevens (--reset).");
            await Doe($"REVOKE CONNECT, TEMPORARY ON DATABASE \"{naam}\" FROM PUBLIC");
        }

        async Task<object?> Vraag(string vraag, params string[] waarden)
        {
            await using var opdracht = new NpgsqlCommand(vraag, server);
            foreach (var waarde in waarden) opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = waarde });
            return await opdracht.ExecuteScalarAsync(stop);
        }

        async Task Doe(string wat)
        {
            await using var opdracht = new NpgsqlCommand(wat, server);
            await opdracht.ExecuteNonQueryAsync(stop);
        }
    }
}

/// <summary>A server that is a program of this machine, run by <c>deploy/native/servers.sh</c>.</summary>
internal sealed class NativeServer(string naam, string map) : ExecutableResource(naam, "bash", map), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression { get; set; } = ReferenceExpression.Empty;
}
