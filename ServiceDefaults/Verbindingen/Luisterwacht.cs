using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.ServiceDefaults.Verbindingen;

/// <summary>
/// Stops a process that listens without TLS outside Development, and warns at each start when connections without TLS are allowed.
/// </summary>
internal sealed class Luisterwacht(Versleuteling versleuteling, ILogger<Luisterwacht> log, IServer? server = null) : IHostedLifecycleService
{
    /// <summary>Only now it is known on which addresses the server listens: they have five kinds of settings.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var adres in server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) versleuteling.EisLuisteren(adres);
        if (versleuteling.Zonder.Count > 0)
            log.LogWarning(
                "Verbindingen met {Hosts} gaan zonder TLS (Verbindingen:Onversleuteld). Dat past alleen bij uitproberen op één machine.",
                string.Join(", ", versleuteling.Zonder));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
