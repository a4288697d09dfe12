using Npgsql;
using NpgsqlTypes;

namespace WmoPlatform.Messaging.Outbox;

/// <summary>A row of the outbox as the relay reads it.</summary>
internal sealed record OutboxRow(
    long Number, Guid MessageId, string? OrderKey, string Exchange, byte[] Body, string? Traceparent, int Attempt, int Failures,
    DateTime CreatedAt, string? Signature);

/// <summary>
/// The outbox as the relay sees it: what may go now, and what became of it. When it has read all that was waiting, it takes rows that this
/// process has just committed from memory, as long as no number is missing between what it knows and these.
/// </summary>
internal sealed class OutboxRows(NpgsqlConnection db, string service, JustCommitted justCommitted, TimeSpan poll)
{
    private static readonly TimeSpan[] Delays = [.. new[] { 1, 2, 5, 15, 60 }.Select(s => TimeSpan.FromSeconds(s))];

    private readonly List<long> _confirmed = [];

    // Up to this number everything that was visible has been given. Unknown until a row was read.
    private long? _given;

    // Whether all that was waiting has been given, and when that was seen in the database.
    private bool _empty;
    private long _lookedAt;

    // Whether a row waits for its next try. Later rows of its dossier must then wait too, which only the database knows.
    private bool _trouble = true;

    /// <summary>Whether rows that the broker has are still here.</summary>
    public bool HasConfirmed => _confirmed.Count > 0;

    /// <summary>The broker has this row, so it goes at the next opportunity.</summary>
    public void Confirm(OutboxRow row) => _confirmed.Add(row.Number);

    /// <summary>
    /// Removes the confirmed rows and reads the next ones, in one trip. Rows under way are still in the outbox, and the query leaves them
    /// out. A row that waits for its next try keeps the later rows of its dossier waiting.
    /// </summary>
    public async Task<List<OutboxRow>> Next(int limit, List<OutboxRow> underWay, CancellationToken cancellation)
    {
        // The query below also finds these rows: they were committed before it.
        var known = justCommitted.Take();
        if (underWay.Count == 0 && Follows(known, limit))
        {
            _given = known[^1].Number;
            return known;
        }
        await using var batch = new NpgsqlBatch(db);
        if (_confirmed.Count > 0) batch.BatchCommands.Add(Removal());
        batch.BatchCommands.Add(new(
            """
            SELECT number, message_id, order_key, exchange, body, traceparent, attempt, failures, created_at, signature
            FROM outbox_message u
            WHERE (not_before IS NULL OR not_before <= now())
              AND NOT EXISTS (SELECT FROM outbox_message e
                              WHERE e.failures > 0 AND e.order_key = u.order_key AND e.number < u.number)
              AND number <> ALL($2)
            ORDER BY number LIMIT $1
            """)
        {
            Parameters = { new() { Value = limit }, Numbers(underWay.Select(r => r.Number)) },
        });
        var rows = new List<OutboxRow>();
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new OutboxRow(
                reader.GetInt64(0), reader.GetGuid(1), Text(reader, 2), reader.GetString(3), reader.GetFieldValue<byte[]>(4),
                Text(reader, 5), reader.GetInt32(6), reader.GetInt32(7), reader.GetDateTime(8), Text(reader, 9)));
        }
        _confirmed.Clear();
        if (rows.Count > 0) _given = Math.Max(_given ?? 0, rows[^1].Number);
        (_empty, _lookedAt) = (rows.Count < limit, Environment.TickCount64);
        return rows;

        static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    /// <summary>
    /// Whether these rows are exactly what comes next: nothing else waited at the last look, which is not long ago, and their numbers go on
    /// without a gap. A gap is a row of another instance, a row for another try, or a transaction that has not ended. When many rows can
    /// be removed, a look at the database is due.
    /// </summary>
    private bool Follows(List<OutboxRow> rows, int limit) =>
        rows.Count > 0 && rows.Count < limit && _confirmed.Count < limit && !_trouble
        && _empty && Environment.TickCount64 - _lookedAt < poll.TotalMilliseconds
        && rows[0].Number == _given + 1 && rows[^1].Number == _given + rows.Count;

    /// <summary>Looks whether a row waits for its next try.</summary>
    public async Task LookForTrouble(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM outbox_message WHERE failures > 0)", db);
        _trouble = (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Removes what is confirmed.</summary>
    public async Task Remove()
    {
        if (_confirmed.Count == 0) return;
        await using var batch = new NpgsqlBatch(db) { BatchCommands = { Removal() } };
        await batch.ExecuteNonQueryAsync();
        _confirmed.Clear();
    }

    /// <summary>The broker did not take this row, so it waits for its next try.</summary>
    public async Task Postpone(OutboxRow row)
    {
        _trouble = true;
        var delay = Delays[Math.Min(row.Failures, Delays.Length - 1)];
        await using var command = new NpgsqlCommand(
            "UPDATE outbox_message SET failures = failures + 1, not_before = now() + $2 WHERE number = $1", db)
        {
            Parameters = { new() { Value = row.Number }, new() { Value = delay } },
        };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Events of this service are kept elsewhere; another try is not kept.</summary>
    private NpgsqlBatchCommand Removal() => new(
        """
        WITH sent AS (DELETE FROM outbox_message WHERE number = ANY($1) RETURNING *)
        INSERT INTO published_message (message_id, event_name, order_key, body, signature, traceparent)
        SELECT message_id, exchange, order_key, body, signature, traceparent FROM sent WHERE exchange <> $2
        ON CONFLICT (message_id) DO NOTHING
        """)
    {
        Parameters = { Numbers(_confirmed), new() { Value = service } },
    };

    private static NpgsqlParameter Numbers(IEnumerable<long> numbers) =>
        new() { Value = numbers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };
}
