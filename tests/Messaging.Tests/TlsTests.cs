using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Proefdienst;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>Services speak TLS with the database and the broker, and trust only the root of their settings.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly Testcertificaten _certificaten = new();

    [Fact]
    public async Task Events_travel_over_TLS_to_the_database_and_the_broker()
    {
        await using var servers = await EigenServers.StartAsync(rabbitmq: false);
        await ZetTlsAan(servers);
        await using var huis = await Proefhuis.NieuwAsync(servers);
        await using var broker = NaarBroker(huis);
        var host = await huis.Start(stel: b => Stel(b, huis, broker, _certificaten.Wortel));

        await Proefhuis.Schrijf(host, "VERSLEUTELD");
        await Tot.Waar(async () => (await huis.Effecten()).Any(e => e.Dossiernummer == "VERSLEUTELD"));

        broker.Verbindingen.ShouldBeGreaterThan(0);
        await using var bron = NpgsqlDataSource.Create(servers.Postgres + ";Pooling=false");
        await using var vraag = bron.CreateCommand(
            "SELECT bool_and(s.ssl) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'meldingen'");
        (await vraag.ExecuteScalarAsync()).ShouldBe(true);
    }

    [Fact]
    public async Task A_broker_with_a_certificate_of_another_root_gets_nothing()
    {
        using var andere = new Testcertificaten();
        await using var huis = await Proefhuis.NieuwAsync();
        await using var broker = NaarBroker(huis);
        var host = await huis.Start(ontvangst: false, stel: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:rabbitmq"] = Adres(huis, broker),
            ["Broker:Vertrouwd"] = andere.Wortel,
        }));
        await Proefhuis.Schrijf(host, "BLIJFT");
        await Tot.Waar(() => broker.Verbindingen > 1, melding: "De relay probeert het.");
        (await huis.Tel("outbox_message")).ShouldBe(1);
    }

    [Theory]
    [InlineData("ConnectionStrings:meldingen", "Host=postgres.example;Username=wie;Password=geheim")]
    [InlineData("ConnectionStrings:meldingen", "Host=postgres.example;Username=wie;Password=geheim;SSL Mode=Require")]
    [InlineData("ConnectionStrings:meldingen", "Host=127.0.0.1,postgres.example:5433;Username=wie;Password=geheim")]
    [InlineData("ConnectionStrings:meldingen", "Host=127.0.0.1;Username=wie;Password=geheim")]
    [InlineData("ConnectionStrings:rabbitmq", "amqp://wie:geheim@rabbitmq.example/")]
    [InlineData("ConnectionStrings:rabbitmq", "amqp://wie:geheim@localhost/")]
    public void A_plain_database_or_broker_is_refused_outside_Development(string naam, string adres)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(
            Sleutels.Instellingen(Diensten.Meldingen).ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:meldingen"] = "Host=/run/postgresql;Username=wie;Password=geheim",
            ["ConnectionStrings:rabbitmq"] = "amqps://wie:geheim@rabbitmq.example/",
            [naam] = adres,
        });
        var fout = Should.Throw<InvalidOperationException>(() => builder.AddMessaging<ProefDb>(Diensten.Meldingen));
        fout.Message.ShouldStartWith($"{naam} is geen beveiligde verbinding");
        fout.Message.ShouldNotContain("geheim");
    }

    public void Dispose() => _certificaten.Dispose();

    private static void Stel(HostApplicationBuilder builder, Proefhuis huis, Tussenstation broker, string wortel) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:meldingen"] = $"{huis.Database};SSL Mode=VerifyFull;Root Certificate={wortel}",
            ["ConnectionStrings:rabbitmq"] = Adres(huis, broker),
            ["Broker:Vertrouwd"] = wortel,
        });

    private Tussenstation NaarBroker(Proefhuis huis)
    {
        var adres = new Uri(huis.Broker.Uri);
        return new(adres.Host, adres.Port, _certificaten.Maak("broker"));
    }

    private static string Adres(Proefhuis huis, Tussenstation broker) =>
        new UriBuilder(huis.Broker.Uri) { Scheme = "amqps", Host = "localhost", Port = broker.Poort }.Uri.AbsoluteUri;

    /// <summary>Gives a server its certificate the way that works wherever it runs: as its own user.</summary>
    private async Task ZetTlsAan(EigenServers servers)
    {
        var certificaat = _certificaten.Maak("postgres");
        var (pad, sleutel) = _certificaten.Bewaar(certificaat);
        await using var bron = NpgsqlDataSource.Create(servers.Postgres + ";Pooling=false");
        foreach (var (bestand, van) in new[] { ("server.crt", pad), ("server.key", sleutel) })
        {
            var regels = string.Join(" UNION ALL ", (await File.ReadAllLinesAsync(van)).Select(r => $"SELECT '{r}'"));
            await Voer($"COPY ({regels}) TO PROGRAM 'umask 077; cat > {bestand}'");
        }
        await Voer("ALTER SYSTEM SET ssl = on");
        await Voer("SELECT pg_reload_conf()");
        await Tot.Waar(async () =>
        {
            await using var vraag = bron.CreateCommand("SHOW ssl");
            return (string?)await vraag.ExecuteScalarAsync() == "on";
        });

        async Task Voer(string sql)
        {
            await using var opdracht = bron.CreateCommand(sql);
            await opdracht.ExecuteNonQueryAsync();
        }
    }
}
