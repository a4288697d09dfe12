using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WmoPlatform.Messaging.Outbox;

namespace WmoPlatform.Messaging;

/// <summary>
/// Work that comes back: a round at the start of the service, and the next one after a pause, until the service stops. A round that fails
/// is logged and costs only itself.
/// </summary>
/// <param name="name">Who skips a round, in Dutch, for the log: "De ketenmeting".</param>
/// <param name="pause">From the end of one round to the beginning of the next.</param>
/// <param name="log">Where a failed round is noted: by the type of its error, because an error text may hold personal data.</param>
/// <param name="signal">Ends a pause; without one, <see cref="Wake"/> is the only thing that does.</param>
public abstract class Rounds(string name, TimeSpan pause, ILogger log, Signal? signal = null) : BackgroundService
{
    private readonly Signal _signal = signal ?? new();

    /// <summary>Ends the pause: there is something to do. Waking during a round brings another round after it.</summary>
    public void Wake() => _signal.Wake();

    /// <summary>Does the work once.</summary>
    public abstract Task Round(CancellationToken annulering);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Rounds are no part of any request: what they do must not hang under the span that happened to start them.
        Activity.Current = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("{Taak} slaat een beurt over: {Fout}.", name, e.GetType().Name);
            }
            await _signal.Wait(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
