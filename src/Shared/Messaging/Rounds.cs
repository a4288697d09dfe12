using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Messaging;

/// <summary>
/// Work that repeats: a round at the start of the service, and the next one after a pause, until the service stops. A failed round is
/// logged, and does not stop the next one.
/// </summary>
/// <param name="name">The name of the work, in Dutch, for the log: "De ketenmeting".</param>
/// <param name="pause">From the end of one round to the beginning of the next.</param>
/// <param name="log">Receives each failed round: only the type of its error, because an error text may hold personal data.</param>
/// <param name="signal">A signal that ends a pause. Without it, only <see cref="Wake"/> does.</param>
public abstract class Rounds(string name, TimeSpan pause, ILogger log, Signal? signal = null) : BackgroundService
{
    private readonly Signal _signal = signal ?? new();

    private protected string Name { get; } = name;

    private protected TimeSpan Pause { get; } = pause;

    private protected ILogger Log { get; } = log;

    /// <summary>Ends the pause: there is something to do. Waking during a round brings another round after it.</summary>
    public void Wake() => _signal.Wake();

    /// <summary>Does the work once.</summary>
    public abstract Task Round(CancellationToken annulering);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A round belongs to no request. Its spans must not hang under the span that happened to be active at the start.
        Activity.Current = null;
        Uitvoerder.Nu = Actor.Zelf(Name);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.LogWarning("{Taak} slaat een beurt over: {Fout}.", Name, e.GetType().Name);
            }
            await _signal.Wait(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
