namespace WmoPlatform.Messaging.Inbox;

/// <summary>
/// The messages in hand, in a lane per dossier. A lane lets one message through at a time, and takes a place only then, so a busy dossier
/// does not take the places of others. The lanes take turns in order of arrival. Not safe for threads: its owner locks.
/// </summary>
internal sealed class Lanes
{
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly Queue<Lane> _ready = new();

    /// <summary>The number of lanes with a message that may go.</summary>
    public int Ready => _ready.Count;

    /// <summary>Puts a message at the end of its lane.</summary>
    public void Add(Delivery delivery)
    {
        if (!_lanes.TryGetValue(delivery.Key, out var lane)) _lanes.Add(delivery.Key, lane = new Lane());
        lane.Waiting.AddLast(delivery);
        if (lane is { Busy: false, Waiting.Count: 1 }) _ready.Enqueue(lane);
    }

    /// <summary>Takes the first message of the lane whose turn it is, and keeps that lane busy until <see cref="Release"/>.</summary>
    public Delivery? Take()
    {
        while (_ready.TryDequeue(out var lane))
        {
            if (lane.Busy || lane.Waiting.First is not { } first) continue;
            lane.Waiting.RemoveFirst();
            lane.Busy = true;
            return first.Value;
        }
        return null;
    }

    /// <summary>The message that was taken is done with: the next one of its lane may go.</summary>
    public void Release(Delivery delivery)
    {
        var lane = _lanes[delivery.Key];
        lane.Busy = false;
        if (lane.Waiting.Count > 0) _ready.Enqueue(lane);
        else _lanes.Remove(delivery.Key);
    }

    /// <summary>Takes out every waiting message that meets a condition.</summary>
    public List<Delivery> Remove(Func<Delivery, bool> condition)
    {
        var removed = new List<Delivery>();
        foreach (var (key, lane) in _lanes.ToArray())
        {
            for (var node = lane.Waiting.First; node is not null;)
            {
                var next = node.Next;
                if (condition(node.Value))
                {
                    removed.Add(node.Value);
                    lane.Waiting.Remove(node);
                }
                node = next;
            }
            if (lane is { Busy: false, Waiting.Count: 0 }) _lanes.Remove(key);
        }
        return removed;
    }

    private sealed class Lane
    {
        public LinkedList<Delivery> Waiting { get; } = new();
        public bool Busy { get; set; }
    }
}
