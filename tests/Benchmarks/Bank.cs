using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Benchmarks;

/// <summary>The bench: fresh servers, processes under measurement, load generators, and the table of results.</summary>
internal sealed class Bank : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, NpgsqlDataSource> Bronnen = new();

    private readonly List<string> _regels = [];

    private Bank(EigenServers servers, Uitgever uitgever) => (Servers, Uitgever) = (servers, uitgever);

    public EigenServers Servers { get; }
    public Uitgever Uitgever { get; }

    /// <summary>The load generator, where Debian puts it.</summary>
    private const string WrkPad = "/usr/bin/wrk";
    private static string? PgbenchPad => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Order().Select(d => Path.Combine(d, "bin/pgbench")).LastOrDefault(File.Exists);

    /// <summary>Says which program must be installed first; null when everything is there.</summary>
    public static string? Ontbreekt() =>
        !File.Exists(WrkPad) ? "wrk ontbreekt: daarmee wordt de belasting gemaakt. Installeer het met: apt-get install wrk"
        : PgbenchPad is null ? "pgbench ontbreekt: daarmee wordt de vloer gemeten. "
            + "Het hoort bij PostgreSQL; installeer dat met: deploy/native/servers.sh install"
        : null;

    public static async Task<Bank> StartAsync()
    {
        var servers = await EigenServers.StartAsync();
        return new Bank(servers, await Uitgever.StartAsync());
    }

    /// <summary>The kind of disk: how often per second one client can commit, with one fsync each.</summary>
    public async Task Schijf()
    {
        var tempo = await Pgbench(Servers.Postgres, "SELECT pg_current_xact_id();", 1, 4);
        Regel($"| the disk | {tempo:N0} commits per s, one client | | | | | |");
    }

    /// <summary>
    /// Measures the row and its floor in turns. The row is warmed up first, because .NET compiles for the first half minute.
    /// </summary>
    public async Task<(double Rij, double Vloer)> Vergelijk(
        string wat, string vloer, string eenheid, double minstens, double streef,
        Func<Task<double>> rij, Func<Task<double>> naastVloer, int rondes = 5, int opwarmen = 1)
    {
        for (var i = 0; i < opwarmen; i++) await rij();
        await naastVloer();
        double[] a = new double[rondes], b = new double[rondes];
        for (var i = 0; i < rondes; i++)
        {
            a[i] = await rij();
            b[i] = await naastVloer();
            Console.WriteLine($"   {i + 1}: {a[i]:N0} tegen {b[i]:N0} {eenheid}");
        }
        var (ma, mb) = (Mediaan(a), Mediaan(b));
        Noteer(
            wat, $"{ma:N0} {eenheid} ({a.Min():N0}–{a.Max():N0})", $"{vloer}: {mb:N0} ({b.Min():N0}–{b.Max():N0})",
            ma / mb, minstens, streef);
        return (ma, mb);
    }

    public void Noteer(string wat, string gemeten, string vloer, double verhouding, double minstens, double streef) =>
        Regel($"| {wat} | {gemeten} | {vloer} | **{verhouding:0.00}** | {minstens:0.00} | {streef:0.00} "
            + $"| {(verhouding >= streef ? "streef" : verhouding >= minstens ? "minstens" : "niet gehaald")} |");

    public void Regel(string regel)
    {
        Console.WriteLine(regel);
        _regels.Add(regel);
    }

    public string Tabel() => string.Join('\n',
    [
        "| what | measured: median (spread) | floor in the same run | ratio | at least | aim | |",
        "|---|---|---|---|---|---|---|",
        .. _regels,
    ]);

    /// <summary>Starts this program once more, with a task of its own.</summary>
    public static Process Zelf(params string[] argumenten) =>
        Process.Start(new ProcessStartInfo(Programma.Dotnet, [typeof(Bank).Assembly.Location, .. argumenten])
        {
            RedirectStandardOutput = true,
        })!;

    public static double Mediaan(IEnumerable<double> waarden) => waarden.Order().ElementAt(waarden.Count() / 2);

    /// <summary>Transactions per second of a script, with as many clients as the row has.</summary>
    public static async Task<double> Pgbench(string database, string script, int clients, int seconden = 6) =>
        Getal(await Pgbench(database, script, ["-c", $"{clients}", "-j", "2", "-T", $"{seconden}"]), @"tps = ([0-9.]+)");

    private static async Task<string> Pgbench(string database, string script, string[] belasting)
    {
        var c = new NpgsqlConnectionStringBuilder(database);
        var bestand = Path.GetTempFileName();
        await File.WriteAllTextAsync(bestand, script);
        string[] server = ["-h", c.Host!, "-p", $"{c.Port}", "-U", c.Username!, c.Database!];
        var uit = await Draai(PgbenchPad!, ["-n", "-M", "prepared", .. belasting, "-f", bestand, .. server], ("PGPASSWORD", c.Password!));
        File.Delete(bestand);
        return uit;
    }

    /// <summary>Transactions per second of a script that one client runs a number of times.</summary>
    public static async Task<double> Pgbench(string database, string script, long keren) =>
        Getal(await Pgbench(database, script, ["-c", "1", "-t", $"{keren}"]), @"tps = ([0-9.]+)");

    /// <summary>The average milliseconds of one transaction of a script, when one client runs a fixed number per second.</summary>
    public static async Task<double> PgbenchRustig(string database, string script, int perSeconde, int seconden = 10) => Getal(
        await Pgbench(database, script, ["-c", "1", "-R", $"{perSeconde}", "-T", $"{seconden}"]), @"latency average = ([0-9.]+)");

    /// <summary>Requests per second and percentiles in milliseconds. An answer that is no success fails the run.</summary>
    public static async Task<(double PerSeconde, double P50, double P99)> Wrk(string url, string lua, int verbindingen, int seconden = 6)
    {
        var bestand = Path.GetTempFileName();
        await File.WriteAllTextAsync(bestand, lua);
        var uit = await Draai(WrkPad, ["-t1", $"-c{verbindingen}", $"-d{seconden}s", "--latency", "-s", bestand, url]);
        File.Delete(bestand);
        if (Regex.Match(uit, @"Non-2xx or 3xx responses: (\d+)") is { Success: true } mis)
            throw new InvalidOperationException($"{mis.Value} van {url}\n{uit}");
        return (Getal(uit, @"Requests/sec:\s+([0-9.]+)"), Ms(uit, "50%"), Ms(uit, "99%"));
    }

    public static async Task<T> Vraag<T>(string database, string sql)
    {
        // A new connection for every query would take a good part of a core from the measurement.
        await using var opdracht = Bronnen.GetOrAdd(database, NpgsqlDataSource.Create).CreateCommand(sql);
        opdracht.CommandTimeout = 300;
        return (T)(await opdracht.ExecuteScalarAsync() ?? default(T)!);
    }

    private static double Getal(string uit, string patroon) =>
        double.Parse(Regex.Match(uit, patroon).Groups[1].Value, CultureInfo.InvariantCulture);

    private static double Ms(string uit, string percentiel)
    {
        var m = Regex.Match(uit, Regex.Escape(percentiel) + @"\s+([0-9.]+)(us|ms|s)");
        return double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)
            * m.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 };
    }

    private static async Task<string> Draai(string programma, string[] argumenten, params (string Naam, string Waarde)[] omgeving)
    {
        var start = new ProcessStartInfo(programma, argumenten) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (naam, waarde) in omgeving) start.Environment[naam] = waarde;
        using var proces = Process.Start(start)!;
        var fout = new StringBuilder();
        proces.ErrorDataReceived += (_, e) => fout.AppendLine(e.Data);
        proces.BeginErrorReadLine();
        var uit = await proces.StandardOutput.ReadToEndAsync();
        await proces.WaitForExitAsync();
        return proces.ExitCode == 0 ? uit : throw new InvalidOperationException($"{programma}: {uit}{fout}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bron in Bronnen.Values) await bron.DisposeAsync();
        await Uitgever.DisposeAsync();
        await Servers.DisposeAsync();
    }
}
