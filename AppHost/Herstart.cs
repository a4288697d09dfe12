using Microsoft.Extensions.Hosting;

namespace WmoPlatform.AppHost;

/// <summary>
/// Starts a process again that ended by itself, for instance after a crash. A process that a person stops in the dashboard stays stopped.
/// </summary>
internal sealed class Herstart(ResourceNotificationService staten, ResourceCommandService opdrachten) : BackgroundService
{
    /// <summary>A process that cannot start must not keep the machine busy.</summary>
    private static readonly TimeSpan Pauze = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var vorige = new Dictionary<string, string?>();
        await foreach (var nu in staten.WatchAsync(stoppingToken))
        {
            var staat = nu.Snapshot.State?.Text;
            // Somebody who stops a process brings it in the state Stopping first.
            var uitZichzelf = vorige.GetValueOrDefault(nu.ResourceId) == KnownResourceStates.Running
                && KnownResourceStates.TerminalStates.Contains(staat);
            vorige[nu.ResourceId] = staat;
            if (uitZichzelf && nu.Resource.Blijft() && !nu.Resource.IsContainer())
                _ = StartOpnieuw(nu.Resource.Name, nu.Snapshot.ExitCode, stoppingToken);
        }
    }

    private async Task StartOpnieuw(string naam, int? code, CancellationToken stop)
    {
        Console.WriteLine($"  {naam} is onverwacht gestopt (exitcode {code}) en start opnieuw.");
        await Task.Delay(Pauze, stop);
        var gestart = await opdrachten.ExecuteCommandAsync(naam, KnownResourceCommands.StartCommand, stop);
        if (!gestart.Success) Console.WriteLine($"  {naam} start niet opnieuw: {gestart.Message}. Start het in het dashboard.");
    }
}
