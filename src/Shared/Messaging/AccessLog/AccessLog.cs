using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>
/// Writes the access log. Requests of the same moment share one INSERT and one commit: while one batch is being stored, the next one
/// gathers. A request waits until its own batch is durable.
/// </summary>
internal sealed class AccessLog(NpgsqlDataSource source, AccessLogOptions options) : IInzagelog
{
    /// <summary>
    /// "wmo-inza": writers share it, and a closer of blocks takes it alone. So when the closer has it, no row with a number that was
    /// already given out is still to come.
    /// </summary>
    public const long Lock = 0x776D6F2D696E7A61;

    private const int LargestBatch = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<Waiting> _queue = new();
    private int _writing;

    public async Task Schrijf(Inzageregel regel)
    {
        if (!options.Aan) return;
        var waiting = new Waiting(regel);
        _queue.Enqueue(waiting);
        if (Interlocked.CompareExchange(ref _writing, 1, 0) == 0)
        {
            // The batch belongs to several requests, so it hangs under the trace of none.
            using var nobody = ExecutionContext.SuppressFlow();
            _ = Task.Run(Write);
        }
        try
        {
            await waiting.Stored.WaitAsync(Patience);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            throw new InzageNietVastgelegd(e);
        }
    }

    public IEnumerable<string> Geladen(IServiceProvider verzoek) =>
        ((ServiceDb)verzoek.GetService(typeof(ServiceDb))!).ChangeTracker.Entries<Aggregate>()
            .Select(e => e.Entity.Dossiernummer).Where(d => d.Length > 0);

    private async Task Write()
    {
        var batch = new List<Waiting>();
        do
        {
            while (Take(batch))
            {
                try
                {
                    await Insert(batch);
                    foreach (var waiting in batch) waiting.SetResult();
                }
                catch (Exception e)
                {
                    foreach (var waiting in batch) waiting.SetException(e);
                }
                batch.Clear();
            }
            Volatile.Write(ref _writing, 0);
            // A request that came after the last look and before this line did not start a writer.
        }
        while (!_queue.IsEmpty && Interlocked.CompareExchange(ref _writing, 1, 0) == 0);
    }

    private bool Take(List<Waiting> batch)
    {
        while (batch.Count < LargestBatch && _queue.TryDequeue(out var waiting)) batch.Add(waiting);
        return batch.Count > 0;
    }

    private async Task Insert(List<Waiting> batch)
    {
        await using var command = source.CreateCommand(
            """
            INSERT INTO access_row (who, role, client, operation, subjects, status, trace_id)
            SELECT r.who, r.role, r.client, r.operation, string_to_array(r.subjects, ' '), r.status, r.trace_id
            FROM pg_advisory_xact_lock_shared($1),
                 unnest($2, $3, $4, $5, $6, $7, $8) AS r (who, role, client, operation, subjects, status, trace_id)
            """);
        command.CommandTimeout = (int)Patience.TotalSeconds;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Lock });
        Text(r => r.Door.Wie);
        Text(r => r.Door.Rol);
        Text(r => r.Door.Client);
        Text(r => r.Operatie);
        Text(r => string.Join(' ', r.Onderwerpen));
        command.Parameters.Add(new NpgsqlParameter<int[]>
        {
            TypedValue = [.. batch.Select(w => w.Row.Status)],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer,
        });
        Text(r => r.TraceId);
        await command.ExecuteNonQueryAsync();

        void Text(Func<Inzageregel, string?> column) => command.Parameters.Add(new NpgsqlParameter<string?[]>
        {
            TypedValue = [.. batch.Select(w => column(w.Row))],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
    }

    private sealed class Waiting(Inzageregel row)
    {
        private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Inzageregel Row => row;

        public Task Stored => _stored.Task;

        public void SetResult() => _stored.SetResult();

        public void SetException(Exception error) => _stored.SetException(error);
    }
}
