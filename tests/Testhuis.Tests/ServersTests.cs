using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace WmoPlatform.Testhuis.Tests;

/// <summary>Each test gets its own database and virtual host, and servers that were killed can start again.</summary>
public sealed class ServersTests
{
    [Fact]
    public async Task Two_tests_that_ask_for_a_database_of_the_same_name_get_different_ones()
    {
        await using var een = await TestDatabase.NieuwAsync("meldingen");
        await using var twee = await TestDatabase.NieuwAsync("meldingen");

        await VoerUitAsync(een.ConnectionString, "create table t (id int)");

        (await VoerUitAsync(een.ConnectionString, "select count(*) from pg_tables where tablename = 't'")).ShouldBe(1L);
        (await VoerUitAsync(twee.ConnectionString, "select count(*) from pg_tables where tablename = 't'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_disposed_database_is_gone_even_while_somebody_is_connected()
    {
        var database = await TestDatabase.NieuwAsync("weg");
        await using var verbinding = new NpgsqlConnection(database.ConnectionString);
        await verbinding.OpenAsync();

        await database.DisposeAsync();

        (await VoerUitAsync(await Servers.PostgresAsync(), $"select count(*) from pg_database where datname = '{database.Naam}'"))
            .ShouldBe(0L);
    }

    [Fact]
    public async Task A_virtual_host_is_made_and_answers_on_the_broker()
    {
        await using var vhost = await TestVhost.NieuwAsync("proef");

        var uri = new Uri(vhost.Uri);
        uri.AbsolutePath.ShouldBe("/" + vhost.Naam);
        (await AntwoordtAsync(uri)).ShouldBeTrue();
    }

    [Fact]
    public async Task Own_servers_that_are_killed_come_back_on_the_same_port_with_what_was_committed()
    {
        await using var servers = await EigenServers.StartAsync();
        await VoerUitAsync(servers.Postgres, "create table t (id int); insert into t values (1)");

        await Task.WhenAll(servers.KillPostgresAsync(), servers.KillRabbitAsync());
        (await AntwoordtAsync(new Uri(servers.RabbitMq))).ShouldBeFalse();
        await Task.WhenAll(servers.StartPostgresAsync(), servers.StartRabbitAsync());

        NpgsqlConnection.ClearAllPools();
        (await VoerUitAsync(servers.Postgres, "select count(*) from t")).ShouldBe(1L);
        (await AntwoordtAsync(new Uri(servers.RabbitMq))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_whose_neighbour_did_not_start_stops_with_its_caller_too()
    {
        using var bezet = new TcpListener(IPAddress.Loopback, 0);
        bezet.Start();
        var map = Path.Combine(AppContext.BaseDirectory, "servers", Guid.NewGuid().ToString("N"));
        using var aanroeper = Process.Start("sleep", "60");

        await Should.ThrowAsync<InvalidOperationException>(() => Programma.VoerAsync(new ProcessStartInfo("bash",
        [
            Path.Combine(Programma.Wortel, "deploy/native/servers.sh"), "start", map, "--with", $"{aanroeper.Id}",
            "--amqp-port", $"{((IPEndPoint)bezet.LocalEndpoint).Port}",
        ])));
        var pid = int.Parse(await File.ReadAllTextAsync(Path.Combine(map, "postgres.pid")), CultureInfo.InvariantCulture);
        aanroeper.Kill();

        await Tot.Waar(() => !Directory.Exists($"/proc/{pid}"), TimeSpan.FromSeconds(60), "PostgreSQL is gestopt");
    }

    [Fact]
    public async Task Waiting_for_what_never_comes_ends_with_what_was_waited_for()
    {
        var fout = await Should.ThrowAsync<TimeoutException>(
            () => Tot.Waar(() => false, TimeSpan.FromMilliseconds(50), "de brief is bezorgd"));

        fout.Message.ShouldContain("de brief is bezorgd");
    }

    private static async Task<object?> VoerUitAsync(string connectionString, string opdracht)
    {
        await using var verbinding = new NpgsqlConnection(connectionString);
        await verbinding.OpenAsync();
        await using var commando = new NpgsqlCommand(opdracht, verbinding);
        return await commando.ExecuteScalarAsync();
    }

    /// <summary>A broker answers the AMQP protocol header with a method frame (type 1).</summary>
    private static async Task<bool> AntwoordtAsync(Uri broker)
    {
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(broker.Host, broker.Port);
            var stroom = tcp.GetStream();
            await stroom.WriteAsync(Encoding.ASCII.GetBytes("AMQP\0\0\x9\x1"));
            var eerste = new byte[1];
            return await stroom.ReadAsync(eerste) == 1 && eerste[0] == 1;
        }
        catch (Exception fout) when (fout is SocketException or IOException)
        {
            return false;
        }
    }
}
