using System.Collections.Concurrent;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>
/// The rows that transactions of this process have just committed, so that the relay need not read them. They are a copy: the rows in the
/// database stay the truth, and a relay that does not have them here reads them there.
/// </summary>
internal sealed class JustCommitted
{
    /// <summary>More than the relay takes at a time would only be dropped, and where no relay works nobody takes them.</summary>
    private const int Most = 500;

    private readonly ConcurrentQueue<OutboxRow> _rows = [];

    public void Add(IEnumerable<OutboxMessage> committed)
    {
        foreach (var m in committed)
        {
            if (_rows.Count >= Most) return;
            _rows.Enqueue(new OutboxRow(
                m.Number, m.MessageId, m.OrderKey, m.Exchange, m.Body, m.Traceparent, m.Attempt, m.Failures, DateTime.UtcNow, m.Signature));
        }
    }

    /// <summary>Gives all rows, in the order of their numbers, and keeps none.</summary>
    public List<OutboxRow> Take()
    {
        var rows = new List<OutboxRow>();
        while (_rows.TryDequeue(out var row)) rows.Add(row);
        rows.Sort((a, b) => a.Number.CompareTo(b.Number));
        return rows;
    }
}
