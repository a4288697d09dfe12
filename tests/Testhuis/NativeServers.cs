using System.Globalization;
using System.Runtime.InteropServices;

namespace WmoPlatform.Testhuis;

/// <summary>Servers on this machine, started by <c>servers.sh</c>. They and their data disappear when the test process ends.</summary>
internal sealed class NativeServers : IServers
{
    private static int _teller;

    private readonly string _map;

    private NativeServers(string map) => _map = map;

    public string Postgres { get; private set; } = "";

    public string RabbitMq { get; private set; } = "";

    public string Beheer { get; private set; } = "";

    public static async Task<NativeServers> NieuwAsync(bool postgres, bool rabbitmq)
    {
        var servers = new NativeServers(
            Path.Combine(AppContext.BaseDirectory, "servers", $"{Environment.ProcessId}-{Interlocked.Increment(ref _teller)}"));
        string[] alleen = (postgres, rabbitmq) switch { (true, false) => ["--pg-only"], (false, true) => ["--amqp-only"], _ => [] };
        await Serverscript.RunAsync(["start", servers._map, "--with", $"{Environment.ProcessId}", .. alleen]);
        if (postgres)
        {
            var feiten = Serverscript.Feiten(Path.Combine(servers._map, "postgres.env"));
            servers.Postgres = $"Host={feiten["PGHOST"]};Port={feiten["PGPORT"]};Database=postgres;"
                + $"Username={feiten["PGUSER"]};Password={feiten["PGPASSWORD"]}";
        }
        if (rabbitmq)
        {
            var feiten = Serverscript.Feiten(Path.Combine(servers._map, "rabbitmq.env"));
            (servers.RabbitMq, servers.Beheer) = (feiten["AMQP_URI"], feiten["RABBITMQ_MANAGEMENT"]);
        }
        return servers;
    }

    public TimeSpan Processortijd(Server server)
    {
        var hoofd = Hoofdproces(server);
        // RabbitMQ is one process. The back-ends of PostgreSQL are children of its main process, which adds up those that have ended.
        var andere = server == Server.Postgres ? Processen(server).Where(pid => pid != hoofd) : [];
        return TimeSpan.FromSeconds((Tikken(hoofd, 13..17) + andere.Sum(pid => Tikken(pid, 13..15))) / 100.0);

        // Fields 14 to 17 of stat: user and kernel time of the process, and of its children that have ended, in hundredths of a second.
        static long Tikken(int pid, Range welke)
        {
            try
            {
                var stat = File.ReadAllText($"/proc/{pid}/stat");
                string[] velden = [.. stat[..stat.IndexOf('(')].Split(' ')[..1], "", .. stat[(stat.LastIndexOf(')') + 2)..].Split(' ')];
                return velden[welke].Sum(v => long.Parse(v, CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    public Task StartAsync(Server server) => Serverscript.RunAsync("start", _map, Alleen(server));

    public Task StopAsync(Server server) => Serverscript.RunAsync("stop", _map, Alleen(server));

    public async Task KillAsync(Server server)
    {
        var hoofd = Hoofdproces(server);
        // Stops the main process, so that PostgreSQL starts no new back-ends during the count.
        if (server == Server.Postgres) Signaal.Stuur(hoofd, Signaal.Stop);
        var alle = Processen(server);
        foreach (var pid in alle) Signaal.Stuur(pid, Signaal.Kill);
        await Tot.Waar(() => alle.Where(pid => pid > 0).All(IsWeg), melding: $"{server} is weg na kill -9");
        File.Delete(Pidbestand(server));
    }

    public Task PauseAsync(Server server)
    {
        foreach (var pid in Processen(server)) Signaal.Stuur(pid, Signaal.Stop);
        return Task.CompletedTask;
    }

    public Task ResumeAsync(Server server)
    {
        foreach (var pid in Processen(server)) Signaal.Stuur(pid, Signaal.Verder);
        return Task.CompletedTask;
    }

    public Task BrokerctlAsync(params string[] opdracht) => Serverscript.RunAsync(["ctl", _map, .. opdracht]);

    public async ValueTask DisposeAsync() => await Serverscript.RunAsync("stop", _map, "--wipe");

    private static string Alleen(Server server) => server == Server.Postgres ? "--pg-only" : "--amqp-only";

    private string Pidbestand(Server server) => Path.Combine(_map, server == Server.Postgres ? "postgres.pid" : "rabbitmq.pid");

    private int Hoofdproces(Server server) => File.Exists(Pidbestand(server))
        ? int.Parse(File.ReadAllText(Pidbestand(server)), CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{server} draait niet.");

    /// <summary>
    /// For PostgreSQL the main process and its back-ends; for RabbitMQ its process group, as a negative number, and the main process.
    /// </summary>
    private int[] Processen(Server server)
    {
        var hoofd = Hoofdproces(server);
        if (server == Server.Postgres)
        {
            var kinderen = File.ReadAllText($"/proc/{hoofd}/task/{hoofd}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [hoofd, .. kinderen.Select(kind => int.Parse(kind, CultureInfo.InvariantCulture))];
        }
        // The name of the process stands in parentheses and may contain spaces. State, parent and group follow it.
        var stat = File.ReadAllText($"/proc/{hoofd}/stat");
        var groep = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2], CultureInfo.InvariantCulture);
        return [-groep, hoofd];
    }

    /// <summary>
    /// Whether a process has ended. A zombie counts as ended: it holds no port and no file, and its parent may be slow to reap it.
    /// </summary>
    private static bool IsWeg(int pid)
    {
        try
        {
            return File.ReadLines($"/proc/{pid}/status").First(regel => regel.StartsWith("State:", StringComparison.Ordinal))
                .Split('\t')[1][0] is 'Z' or 'X';
        }
        catch (IOException)
        {
            return true;
        }
    }
}

/// <summary>Signals to processes.</summary>
internal static class Signaal
{
    public const int Kill = 9;
    public const int Einde = 15;
    public const int Verder = 18;
    public const int Stop = 19;

    /// <param name="pid">A process, or a process group when negative. It is no error if it has ended.</param>
    /// <param name="signaal">One of the constants.</param>
    public static void Stuur(int pid, int signaal) => _ = LibcKill(pid, signaal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LibcKill(int pid, int signaal);
}
