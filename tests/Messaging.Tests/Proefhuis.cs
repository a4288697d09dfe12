using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.Messaging.Broker;
using WmoPlatform.Proefdienst;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>A database and a virtual host, and as many instances of the trial service on them as a test needs.</summary>
internal sealed class Proefhuis : IAsyncDisposable
{
    private readonly List<IHost> _hosts = [];
    private readonly TestDatabase _database;
    private readonly TestVhost _vhost;

    private Proefhuis(TestDatabase database, TestVhost vhost) => (_database, _vhost) = (database, vhost);

    public string Database => _database.ConnectionString;
    public TestVhost Broker => _vhost;

    public static async Task<Proefhuis> NieuwAsync(
        EigenServers? op = null, bool ingericht = true, int bezorglimiet = Definitions.DeliveryLimit)
    {
        var huis = new Proefhuis(await TestDatabase.NieuwAsync("messaging", op),
            await TestVhost.NieuwAsync("messaging", op is { RabbitMq: "" } ? null : op, ingericht, bezorglimiet));
        await huis.InDb(db => db.Database.EnsureCreatedAsync());
        await huis.InDb(db => db.Database.ExecuteSqlRawAsync(AccessLogModel.Guard));
        return huis;
    }

    public Dictionary<string, string?> Omgeving(params (string Naam, string Waarde)[] extra)
    {
        var omgeving = new Dictionary<string, string?>
        {
            ["ConnectionStrings__meldingen"] = Database,
            // It announces and receives as two services would, so it has the rights of more than one.
            ["ConnectionStrings__rabbitmq"] = Broker.Uri,
        };
        foreach (var (naam, waarde) in Sleutels.Instellingen(Diensten.Meldingen, "__")) omgeving[naam] = waarde;
        // The trial service reacts as Meldingen, to an event that Correspondentie announces.
        omgeving["Messaging__Handtekening__Sleutel"] = Sleutels.Geheim(Diensten.Correspondentie);
        omgeving["Messaging__Handtekening__Openbaar__meldingen"] +=
            "," + omgeving["Messaging__Handtekening__Openbaar__correspondentie"];
        foreach (var (naam, waarde) in extra) omgeving[naam] = waarde;
        return omgeving;
    }

    /// <summary>Starts an instance in this process; redelivery is quick here.</summary>
    public async Task<IHost> Start(bool relay = true, bool ontvangst = true, Action<HostApplicationBuilder>? stel = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(
            Omgeving().ToDictionary(p => p.Key.Replace("__", ":", StringComparison.Ordinal), p => p.Value));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Messaging:RelayAan"] = relay.ToString(),
            ["Messaging:OntvangstAan"] = ontvangst.ToString(),
            ["Messaging:Peiling"] = "00:00:00.100",
            ["Messaging:Herbezorging:0"] = "00:00:00.200",
            ["Messaging:Herbezorging:1"] = "00:00:00.400",
            ["Messaging:Herbezorging:2"] = "00:00:00.800",
        });
        stel?.Invoke(builder);
        builder.AddServiceDefaults();
        builder.AddMessaging<ProefDb>(Diensten.Meldingen);
        var host = builder.Build();
        await host.StartAsync();
        _hosts.Add(host);
        return host;
    }

    public async Task Stop(IHost host)
    {
        _hosts.Remove(host);
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>Writes and announces, in one unit of work, through a running instance.</summary>
    public static async Task Schrijf(IHost host, string dossiernummer, int aantal = 1, Gebeurtenis? gebeurtenis = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProefDb>();
        var proef = new Proef(dossiernummer);
        for (var i = 0; i < aantal; i++)
            if (gebeurtenis is null) proef.Kondig();
            else proef.Kondig(gebeurtenis);
        db.Add(proef);
        await db.SaveChangesAsync();
    }

    public async Task<T> InDb<T>(Func<ProefDb, Task<T>> vraag)
    {
        // No pool: after a crash of the server the test must not get a connection from before the crash.
        await using var db = new ProefDb(new DbContextOptionsBuilder<ProefDb>().UseNpgsql(Database + ";Pooling=false").Options);
        return await vraag(db);
    }

    /// <summary>Runs statements as the owner of the database would.</summary>
    public Task Voer(string sql) => InDb(db => db.Database.ExecuteSqlRawAsync(sql));

    public Task<List<Effect>> Effecten() => InDb(db => db.Effecten.AsNoTracking().OrderBy(e => e.Nr).ToListAsync());

    public Task GeefVrij(string dossiernummer) => InDb(db => db.Database.ExecuteSqlAsync($"INSERT INTO gezien VALUES ({dossiernummer})"));

    public async Task<long> Tel(string tabel)
    {
        await using var bron = NpgsqlDataSource.Create(Database + ";Pooling=false");
        await using var vraag = bron.CreateCommand($"SELECT count(*) FROM {tabel}");
        return (long)(await vraag.ExecuteScalarAsync())!;
    }

    /// <summary>A channel of the test's own, once the topology is there.</summary>
    public Task<IChannel> Kanaal() => Tot.Gevonden(async () =>
    {
        var verbinding = await new ConnectionFactory { Uri = new Uri(Broker.Uri) }.CreateConnectionAsync();
        try
        {
            var kanaal = await verbinding.CreateChannelAsync(new CreateChannelOptions(true, true));
            await kanaal.QueueDeclarePassiveAsync(Diensten.Meldingen);
            return kanaal;
        }
        catch (OperationInterruptedException)
        {
            await verbinding.DisposeAsync();
            return null;
        }
    });

    /// <summary>A message as the relay would publish it, complete in its envelope.</summary>
    public static (Guid Id, byte[] Inhoud) Bericht(string dossiernummer, int versie = 1, Guid? aggregaat = null)
    {
        var json = new EventJson(Sleutels.Kluis(Diensten.Correspondentie));
        var bevestigd = new OntvangstBevestigd(Verzendwijze.Email, new DateOnly(2026, 11, 23))
        {
            Dossiernummer = dossiernummer,
            AggregaatId = aggregaat ?? Guid.CreateVersion7(),
            Versie = versie,
        };
        var rij = Outbox.Envelope.Wrap(bevestigd, json, Sleutels.Ondertekenaar(Diensten.Correspondentie));
        return (rij.MessageId, rij.Body);
    }

    /// <summary>The properties of a message that its announcer signed.</summary>
    public static BasicProperties Eigenschappen(Guid id, byte[] inhoud) =>
        Eigenschappen(id, Sleutels.Ondertekenaar(Diensten.Correspondentie).Sign(inhoud));

    public static BasicProperties Eigenschappen(Guid id, string? handtekening) => new()
    {
        MessageId = id.ToString(),
        ContentType = "application/vnd.masstransit+json",
        Persistent = true,
        Headers = handtekening is null ? null : new Dictionary<string, object?> { [Outbox.WmoHeaders.Signature] = handtekening },
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.ToArray()) await Stop(host);
        await _vhost.DisposeAsync();
        await _database.DisposeAsync();
    }
}
