using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using WmoPlatform.Contracts;

namespace WmoPlatform.Testhuis;

/// <summary>
/// A service, gateway or simulator as a real process on a free loopback port. A test can kill it with kill -9 and start it again on the
/// same port. <see cref="Programma"/> says where its program stands.
/// </summary>
public sealed class ServiceProces : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<ServiceProces, bool> Lopend = new();

    private readonly Dictionary<string, string?> _omgeving;
    private readonly StringBuilder _uitvoer = new();
    private readonly Lock _slot = new();
    private readonly string? _bin;
    private Process? _proces;

    static ServiceProces() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var proces in Lopend.Keys) proces._proces?.Kill();
    };

    private ServiceProces(string project, IEnumerable<KeyValuePair<string, string?>> omgeving, int poort, string? bin)
    {
        Project = project;
        _bin = bin;
        Poort = poort;
        Adres = new Uri($"http://127.0.0.1:{poort}/");
        Http = new HttpClient { BaseAddress = Adres, Timeout = Tot.Gewoon };
        _omgeving = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Adres.GetLeftPart(UriPartial.Authority),
            ["OTEL_SERVICE_NAME"] = project.ToLowerInvariant(),
        };
        var dienst = Sleutels.Bezitters.FirstOrDefault(
            d => d.Equals(project, StringComparison.OrdinalIgnoreCase), Diensten.Meldingen);
        foreach (var (naam, waarde) in Sleutels.Instellingen(dienst, "__")) _omgeving[naam] = waarde;
        foreach (var (naam, waarde) in omgeving) _omgeving[naam] = waarde;
    }

    /// <summary>The project, for instance <c>Meldingen</c>.</summary>
    public string Project { get; }

    /// <summary>The port on which it listens; a restart keeps it.</summary>
    public int Poort { get; }

    /// <summary>Its base address, for instance <c>http://127.0.0.1:12345/</c>.</summary>
    public Uri Adres { get; }

    /// <summary>A client of the process, without a token.</summary>
    public HttpClient Http { get; }

    /// <summary>The process number; a restart changes it.</summary>
    public int Pid => _proces?.Id ?? throw new InvalidOperationException($"{Project} draait niet.");

    /// <summary>Whether the process runs.</summary>
    public bool Loopt => _proces is { HasExited: false };

    /// <summary>All its console output, also from before a restart.</summary>
    public string Uitvoer
    {
        get
        {
            lock (_slot) return _uitvoer.ToString();
        }
    }

    /// <summary>Starts a process and waits until <c>/health/ready</c> answers that it is ready.</summary>
    /// <param name="project">The project. <c>Meldingen</c> runs <c>WmoPlatform.Meldingen.dll</c>.</param>
    /// <param name="omgeving">Environment variables, besides Development, the URL and a message key; null removes a variable.</param>
    /// <param name="limiet">How long it may take to become ready; two minutes by default.</param>
    /// <param name="poort">Its port; a free one by default.</param>
    /// <param name="wachtOpReady">False for a process that does not become ready, or not yet.</param>
    /// <param name="bin">The folder with the programs of another build (see <see cref="Programma"/>); null for this one.</param>
    /// <exception cref="InvalidOperationException">It stopped by itself; the message holds its output.</exception>
    /// <exception cref="TimeoutException">It was not ready in time.</exception>
    public static async Task<ServiceProces> StartAsync(string project, IEnumerable<KeyValuePair<string, string?>> omgeving,
        TimeSpan? limiet = null, int? poort = null, bool wachtOpReady = true, string? bin = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(project);
        ArgumentNullException.ThrowIfNull(omgeving);
        for (var poging = 1; ; poging++)
        {
            var proces = new ServiceProces(project, omgeving, poort ?? VrijePoort.Neem(), bin);
            try
            {
                await proces.StartAsync(limiet, wachtOpReady);
                return proces;
            }
            catch (Exception fout)
            {
                await proces.DisposeAsync();
                // Another process took the port in the meantime.
                if (fout is InvalidOperationException && poort is null && poging < 3
                    && proces.Uitvoer.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
                    continue;
                throw;
            }
        }
    }

    /// <summary>
    /// Starts the process again after <see cref="Kill9Async"/> or <see cref="StopAsync"/>, on the same port and with the same settings,
    /// except those given.
    /// </summary>
    public Task HerstartAsync(IEnumerable<KeyValuePair<string, string?>>? omgeving = null, TimeSpan? limiet = null,
        bool wachtOpReady = true)
    {
        foreach (var (naam, waarde) in omgeving ?? []) _omgeving[naam] = waarde;
        return StartAsync(limiet, wachtOpReady);
    }

    /// <summary>Kills the process, and waits until it has ended.</summary>
    public async Task Kill9Async()
    {
        if (_proces is not { } proces) return;
        if (!proces.HasExited) proces.Kill();
        await WegAsync(proces);
    }

    /// <summary>Asks the process to stop (SIGTERM), waits until it has stopped, and returns its exit code.</summary>
    /// <exception cref="TimeoutException">It did not stop in time, and was killed.</exception>
    public async Task<int> StopAsync(TimeSpan? limiet = null)
    {
        if (_proces is not { } proces) return 0;
        if (!proces.HasExited) Signaal.Stuur(proces.Id, Signaal.Einde);
        try
        {
            await proces.WaitForExitAsync().WaitAsync(limiet ?? Tot.Gewoon);
        }
        catch (TimeoutException)
        {
            await Kill9Async();
            throw new TimeoutException($"{Project} stopte niet op SIGTERM.\n{Uitvoer}");
        }
        var code = proces.ExitCode;
        await WegAsync(proces);
        return code;
    }

    /// <summary>Freezes the process (SIGSTOP): connections stay open, nothing answers.</summary>
    public void Pauzeer() => Signaal.Stuur(Pid, Signaal.Stop);

    /// <summary>Resumes the process (SIGCONT).</summary>
    public void GaVerder() => Signaal.Stuur(Pid, Signaal.Verder);

    /// <summary>Kills the process.</summary>
    public async ValueTask DisposeAsync()
    {
        await Kill9Async();
        Http.Dispose();
    }

    private async Task StartAsync(TimeSpan? limiet, bool wachtOpReady)
    {
        if (Loopt) throw new InvalidOperationException($"{Project} draait al.");
        var dll = Programma.Dll(Project, _bin);
        var start = new ProcessStartInfo(Programma.Dotnet, [dll])
        {
            WorkingDirectory = Path.GetDirectoryName(dll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (naam, waarde) in _omgeving)
        {
            if (waarde is null) start.Environment.Remove(naam);
            else start.Environment[naam] = waarde;
        }
        var proces = new Process { StartInfo = start };
        proces.OutputDataReceived += (_, regel) => Noteer(regel.Data);
        proces.ErrorDataReceived += (_, regel) => Noteer(regel.Data);
        proces.Start();
        _proces = proces;
        Lopend[this] = true;
        proces.BeginOutputReadLine();
        proces.BeginErrorReadLine();
        if (!wachtOpReady) return;

        var grens = limiet ?? Tot.Gewoon;
        var begonnen = Stopwatch.GetTimestamp();
        while (!await ReadyAsync())
        {
            if (proces.HasExited)
            {
                await proces.WaitForExitAsync();
                throw new InvalidOperationException($"{Project} stopte vanzelf ({proces.ExitCode}).\n{Uitvoer}");
            }
            if (Stopwatch.GetElapsedTime(begonnen) > grens)
                throw new TimeoutException($"{Project} was niet klaar binnen {grens.TotalSeconds:0} s.\n{Uitvoer}");
            await Task.Delay(50);
        }
    }

    /// <summary>Whether <c>/health/ready</c> answers that it is ready.</summary>
    public async Task<bool> ReadyAsync()
    {
        using var geduld = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            using var antwoord = await Http.GetAsync(new Uri("health/ready", UriKind.Relative), geduld.Token);
            return antwoord.IsSuccessStatusCode;
        }
        catch (Exception fout) when (fout is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WegAsync(Process proces)
    {
        await proces.WaitForExitAsync();
        proces.Dispose();
        _proces = null;
        Lopend.TryRemove(this, out _);
    }

    private void Noteer(string? regel)
    {
        if (regel is null) return;
        lock (_slot) _uitvoer.AppendLine(regel);
    }
}
