namespace WmoPlatform.Messaging.Inbox;

/// <summary>Lets messages of one dossier through one at a time, in the order of arrival; different dossiers go side by side.</summary>
internal sealed class TurnTaking : IDisposable
{
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<Turn> Take(string key, CancellationToken cancellation)
    {
        var lane = _lanes[(uint)string.GetHashCode(key, StringComparison.Ordinal) % (uint)_lanes.Length];
        await lane.WaitAsync(cancellation);
        return new Turn(lane);
    }

    public void Dispose() => Array.ForEach(_lanes, s => s.Dispose());

    public readonly struct Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
