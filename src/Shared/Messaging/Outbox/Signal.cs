namespace WmoPlatform.Messaging.Outbox;

/// <summary>An in-process signal: something may be waiting in the outbox. Losing one only costs a poll.</summary>
public sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    /// <summary>Signals; many signals in a row count as one.</summary>
    public void Wake()
    {
        try
        {
            if (_semaphore.CurrentCount == 0) _semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two callers signalled at once; one signal is enough.
        }
    }

    /// <summary>Waits for a signal, or until the time is up.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken cancellation) => _semaphore.WaitAsync(atMost, cancellation);

    /// <inheritdoc />
    public void Dispose() => _semaphore.Dispose();
}
