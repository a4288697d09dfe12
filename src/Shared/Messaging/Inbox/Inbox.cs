using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// Decides which messages are handled when. Messages of one dossier go one at a time; different dossiers go side by side, and under a
/// backlog several of them share a transaction. A message of which nothing could be stored stays here, unacknowledged, and is tried again
/// with growing pauses for as long as it takes. The broker takes back what stays unacknowledged too long, and counts how often, so a
/// message that waits long is offered to its queue anew (docs/decisions/0039).
/// </summary>
internal sealed class Inbox<TDb>(Handling<TDb> handling, Renewal renewal, MessagingOptions options, Metering metering, ILogger<TDb> log)
    : BackgroundService where TDb : ServiceDb
{
    private const int LargestBundle = 32;

    /// <summary>The pauses of a message of which nothing could be stored; the last one repeats.</summary>
    private static readonly TimeSpan[] Pauses = [.. new[] { 0.2, 1, 5, 15, 30 }.Select(TimeSpan.FromSeconds)];

    /// <summary>The longest pause between two tries while nothing can be stored at all. A message is tried before it is renewed.</summary>
    private readonly TimeSpan _longestProbe = options.Vernieuwing / 4;

    /// <summary>
    /// Bundles save time only while messages are short. A long one would make the others of its bundle wait. The limit is many times
    /// what a message takes on idle processors, because bundles are for when they are busy.
    /// </summary>
    private static readonly TimeSpan ShortMessage = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The number of transactions at once while messages are short. More of them would not be faster on these processors, and leave nothing
    /// to bundle: with 16, a message took a third more of their time. A transaction that takes longer gives its place to another.
    /// </summary>
    private readonly int _shortAtOnce = Math.Min(Math.Max(2, Environment.ProcessorCount), options.Gelijktijdig);

    /// <summary>In milliseconds. On busy processors a short transaction takes many times as long as on idle ones.</summary>
    private const long ShortTransaction = 500;

    private readonly Lock _gate = new();
    private readonly Lanes _lanes = new();
    private readonly List<(Delivery Delivery, DateTime Until)> _held = [];
    private readonly Dictionary<Task, long> _underway = [];
    private bool _stopping;

    // While nothing can be stored, one message at a time finds out whether that has changed.
    private bool _trouble;
    private TimeSpan _probePause = Pauses[0];
    private DateTime _nextProbe;

    /// <summary>Takes a message in hand.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="cancellation">The broker takes it back.</param>
    /// <returns>A task that ends when the message may be acknowledged.</returns>
    /// <exception cref="OperationCanceledException">The broker is to deliver it again.</exception>
    public async Task Receive(Delivery delivery, CancellationToken cancellation)
    {
        await using var taken = cancellation.Register(() => GiveBack(d => d == delivery));
        lock (_gate)
        {
            if (_stopping) delivery.GiveBack();
            else _lanes.Add(delivery);
        }
        Pump();
        await delivery.Settled;
    }

    /// <summary>Looks after the messages that wait for time to pass.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) break;
            Pump();
            await Renew(stoppingToken);
        }
    }

    /// <summary>Gives back what waits, and lets finish what is being handled.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] underway;
        lock (_gate)
        {
            _stopping = true;
            underway = [.. _underway.Keys];
        }
        GiveBack(_ => true);
        await Task.WhenAll(underway).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private void Pump()
    {
        lock (_gate)
        {
            var now = DateTime.UtcNow;
            foreach (var (delivery, _) in _held.Where(h => h.Until <= now).ToArray()) Unhold(delivery);
            while (!_stopping && NextBundle(now) is { } bundle)
            {
                var work = Task.Run(() => Work(bundle));
                _underway.Add(work, Environment.TickCount64);
                work.ContinueWith(Done, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private void Done(Task work)
    {
        lock (_gate) _underway.Remove(work);
        Pump();
    }

    private List<Delivery>? NextBundle(DateTime now)
    {
        if (_trouble)
        {
            if (_underway.Count > 0 || now < _nextProbe) return null;
            // The message that was tried least goes first, so that one that can never be stored is not the only one that is tried.
            if (_lanes.Ready == 0 && _held.Count > 0) Unhold(_held.MinBy(h => h.Delivery.Holds).Delivery);
            return _lanes.Take() is { } probe ? [probe] : null;
        }
        var recently = Environment.TickCount64 - ShortTransaction;
        var isShort = handling.Pace < ShortMessage;
        var isFull = _underway.Count >= options.Gelijktijdig
            || (isShort && _underway.Values.Count(began => began > recently) >= _shortAtOnce);
        if (isFull || _lanes.Take() is not { } first) return null;
        var bundle = new List<Delivery> { first };
        // A bundle takes what is there; it never waits for a message. Enough stays for the other places.
        var size = isShort ? Math.Min(LargestBundle, _lanes.Ready / _shortAtOnce) : 1;
        while (bundle.Count < size && _lanes.Take() is { } next) bundle.Add(next);
        return bundle;
    }

    private async Task Work(List<Delivery> bundle)
    {
        var (alone, later) = (bundle, (List<Delivery>)[]);
        if (bundle.Count > 1 && await handling.Together(bundle) is { } done)
        {
            foreach (var delivery in done.Settled) delivery.Acknowledge();
            (alone, later) = ([], done.Later);
        }
        foreach (var delivery in alone)
        {
            if (await handling.Alone(delivery)) Stored(delivery);
            else Hold(delivery);
        }
        lock (_gate)
        {
            foreach (var delivery in bundle) _lanes.Release(delivery);
            // Another instance is handling a message of the same dossier.
            foreach (var delivery in later) _held.Add((delivery, DateTime.UtcNow + TimeSpan.FromMilliseconds(50)));
        }
    }

    private void Stored(Delivery delivery)
    {
        delivery.Acknowledge();
        lock (_gate)
        {
            if (!_trouble) return;
            (_trouble, _probePause) = (false, Pauses[0]);
            log.LogInformation("Berichten zijn weer op te slaan; de ontvangst gaat verder.");
            // What could not be stored once or twice probably can now.
            foreach (var (held, _) in _held.Where(h => h.Delivery.Holds <= 2).ToArray()) Unhold(held);
        }
    }

    private void Hold(Delivery delivery)
    {
        lock (_gate)
        {
            var now = DateTime.UtcNow;
            _held.Add((delivery, now + Pauses[Math.Min(delivery.Holds++, Pauses.Length - 1)]));
            metering.Held = _held.Count;
            if (!_trouble) log.LogWarning("Wat er van een bericht kwam, is niet op te slaan; de ontvangst houdt de berichten vast.");
            _probePause = _trouble && _probePause < _longestProbe ? _probePause * 2 : _probePause;
            (_trouble, _nextProbe) = (true, now + _probePause);
        }
        if (_stopping) GiveBack(d => d == delivery);
    }

    private void Unhold(Delivery delivery)
    {
        _held.RemoveAll(h => h.Delivery == delivery);
        metering.Held = _held.Count;
        _lanes.Add(delivery);
    }

    /// <summary>
    /// Offers what has waited long to its own queue again and acknowledges it, because the broker closes the channel of who holds a message
    /// too long, and sets aside what it delivered too often.
    /// </summary>
    private async Task Renew(CancellationToken cancellation)
    {
        List<Delivery> old;
        lock (_gate) old = TakeOut(d => System.Diagnostics.Stopwatch.GetElapsedTime(d.ArrivedAt) > options.Vernieuwing);
        if (old.Count == 0) return;
        foreach (var delivery in old)
        {
            if (await renewal.Offer(delivery, cancellation))
            {
                delivery.Acknowledge();
                continue;
            }
            lock (_gate)
            {
                if (delivery.Holds > 0) _held.Add((delivery, DateTime.UtcNow + _longestProbe));
                else _lanes.Add(delivery);
            }
        }
    }

    private void GiveBack(Func<Delivery, bool> condition)
    {
        List<Delivery> taken;
        lock (_gate) taken = TakeOut(condition);
        foreach (var delivery in taken) delivery.GiveBack();
    }

    private List<Delivery> TakeOut(Func<Delivery, bool> condition)
    {
        var waiting = _lanes.Remove(condition);
        var held = _held.Where(h => condition(h.Delivery)).Select(h => h.Delivery).ToList();
        _held.RemoveAll(h => held.Contains(h.Delivery));
        metering.Held = _held.Count;
        return [.. waiting, .. held];
    }
}
