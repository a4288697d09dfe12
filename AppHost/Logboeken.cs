using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.AppHost;

/// <summary>Keeps the console output of every resource in a file of its own. The dashboard forgets it when the platform stops.</summary>
internal sealed partial class Logboeken : IAsyncDisposable
{
    private const int Bewaard = 15;
    private const long GrootsteBestand = 20_000_000;

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _laatste = new();
    private readonly ResourceLoggerService _logs;
    private readonly string _map;
    private readonly Task _volger;

    /// <param name="app">The platform.</param>
    /// <param name="map">The folder for the files.</param>
    public Logboeken(DistributedApplication app, string map)
    {
        (_logs, _map) = (app.Services.GetRequiredService<ResourceLoggerService>(), map);
        Directory.CreateDirectory(map);
        _volger = VolgAlles(app.ResourceNotifications);
    }

    /// <summary>The resource whose lines go to the console of AppHost as well.</summary>
    public string? OpScherm { get; set; }

    /// <summary>The last lines of a resource.</summary>
    public IReadOnlyCollection<string> Laatste(string resource) => _laatste.TryGetValue(resource, out var regels) ? regels : [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _volger;
        _stop.Dispose();
    }

    // A resource logs under a name that Aspire gives it when it starts.
    private async Task VolgAlles(ResourceNotificationService meldingen)
    {
        Dictionary<string, Task> schrijvers = [];
        try
        {
            await foreach (var nu in meldingen.WatchAsync(_stop.Token))
            {
                var volgen = nu.Resource is ProjectResource or NativeServer || nu.Resource.IsContainer();
                if (volgen && !schrijvers.ContainsKey(nu.ResourceId)) schrijvers[nu.ResourceId] = Volg(nu.ResourceId, nu.Resource.Name);
            }
        }
        catch (OperationCanceledException)
        {
            // The platform stops.
        }
        await Task.WhenAll(schrijvers.Values);
    }

    private async Task Volg(string id, string naam)
    {
        var laatste = _laatste.GetOrAdd(naam, _ => new());
        var bestand = Path.Combine(_map, $"{naam}.log");
        var eigen = false;
        try
        {
            var schrijver = new StreamWriter(bestand) { AutoFlush = true };
            try
            {
                await foreach (var regels in _logs.WatchAsync(id).WithCancellation(_stop.Token))
                {
                    foreach (var regel in regels)
                    {
                        var tekst = Kaal(regel.Content);
                        await schrijver.WriteLineAsync(tekst);
                        if (naam == OpScherm && eigen) Console.WriteLine(tekst);
                        // The lines up to this one come from Aspire, not from the process.
                        eigen |= tekst.StartsWith("[sys] Starting process", StringComparison.Ordinal);
                        laatste.Enqueue(tekst);
                        if (laatste.Count > Bewaard) laatste.TryDequeue(out _);
                    }
                    if (schrijver.BaseStream.Length <= GrootsteBestand) continue;
                    await schrijver.DisposeAsync();
                    File.Move(bestand, bestand + ".1", overwrite: true);
                    schrijver = new StreamWriter(bestand) { AutoFlush = true };
                }
            }
            finally
            {
                await schrijver.DisposeAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The platform stops.
        }
    }

    /// <summary>Removes the time that Aspire puts before each line, and the colours that it asks processes for.</summary>
    private static string Kaal(string regel)
    {
        var spatie = regel.IndexOf(' ', StringComparison.Ordinal);
        var metTijd = spatie > 18 && DateTimeOffset.TryParse(regel.AsSpan(0, spatie), CultureInfo.InvariantCulture, out _);
        if (metTijd) regel = regel[(spatie + 1)..];
        return Kleur().Replace(regel, "");
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Kleur();
}
