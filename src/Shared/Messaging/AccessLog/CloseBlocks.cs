using System.Data;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.ServiceDefaults.Telemetrie;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>
/// Closes a block every few seconds, and once an hour removes the blocks that are past their retention. Any number of instances may do
/// so: the number of a block is its key, so only one of them closes it.
/// </summary>
internal sealed class CloseBlocks(
    NpgsqlDataSource source, Chain chain, AccessLogOptions options, ILoggerFactory loggers, ILogger<CloseBlocks> log)
    : Rounds("Het sluiten van het inzagelog", options.Blokduur, log)
{
    /// <summary>Rows of one block at most.</summary>
    internal const int LargestBlock = 50_000;

    private readonly ILogger _security = loggers.CreateLogger(Beveiligingslog.Categorie);
    private DateTime _nextHour = DateTime.UtcNow;

    public override async Task Round(CancellationToken annulering)
    {
        while (await Close(annulering) == LargestBlock)
        {
        }
        if (DateTime.UtcNow < _nextHour) return;
        await Remove(annulering);
        await Anchor(annulering);
        _nextHour = DateTime.UtcNow.AddHours(1);
    }

    /// <summary>Closes one block.</summary>
    /// <returns>How many rows it holds; 0 when there is nothing to close.</returns>
    internal async Task<int> Close(CancellationToken annulering)
    {
        await using var db = await source.OpenConnectionAsync(annulering);
        var (nr, lastRow, hash) = await Last(db, annulering);
        if (await Scalar(db, "SELECT coalesce(max(nr), 0) FROM access_row", annulering) <= lastRow) return 0;
        // Waits for the writers of this moment. Every row up to this number is then committed or will never be.
        var upTo = await Scalar(db, $"SELECT (SELECT max(nr) FROM access_row) FROM pg_advisory_xact_lock({AccessLog.Lock})", annulering);
        using var content = Chain.Begin(hash);
        var link = new Link(nr + 1, lastRow, 0, default);
        await using (var rows = new NpgsqlCommand(
            $"SELECT {Chain.Columns}, now() FROM access_row WHERE nr > $1 AND nr <= $2 ORDER BY nr LIMIT {LargestBlock}", db)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = lastRow }, new NpgsqlParameter<long> { TypedValue = upTo } },
        })
        await using (var reader = await rows.ExecuteReaderAsync(annulering))
            while (await reader.ReadAsync(annulering))
            {
                Chain.Append(content, reader);
                link = link with { LastRow = reader.GetInt64(0), Rows = link.Rows + 1, ClosedAt = reader.GetDateTime(9) };
            }
        if (link.Rows == 0) return 0;
        hash = Chain.End(content, link);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO access_block (nr, last_row, rows, closed_at, hash, seal) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (nr) DO NOTHING
            """, db)
        {
            Parameters =
            {
                new() { Value = link.Nr }, new() { Value = link.LastRow }, new() { Value = link.Rows }, new() { Value = link.ClosedAt },
                new() { Value = hash }, new() { Value = chain.Seal(hash) },
            },
        };
        await insert.ExecuteNonQueryAsync(annulering);
        return link.Rows;
    }

    /// <summary>Removes the blocks that were closed before the retention, after writing the end that says so.</summary>
    internal async Task<bool> Remove(CancellationToken annulering)
    {
        await using var db = await source.OpenConnectionAsync(annulering);
        await using var find = new NpgsqlCommand(
            "SELECT nr, last_row, hash, now() FROM access_block WHERE closed_at < now() - $1 ORDER BY nr DESC LIMIT 1", db)
        {
            Parameters = { new() { Value = options.Bewaartermijn } },
        };
        await using (var reader = await find.ExecuteReaderAsync(annulering))
        {
            if (!await reader.ReadAsync(annulering)) return false;
            var (nr, lastRow, hash, now) =
                (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetDateTime(3));
            await reader.CloseAsync();
            await using var end = new NpgsqlCommand(
                """
                INSERT INTO access_end (nr, last_row, hash, removed_at, seal) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (nr) DO NOTHING
                """, db)
            {
                Parameters =
                {
                    new() { Value = nr }, new() { Value = lastRow }, new() { Value = hash }, new() { Value = now },
                    new() { Value = chain.SealEnd(nr, lastRow, hash, now) },
                },
            };
            await end.ExecuteNonQueryAsync(annulering);
        }
        int count;
        do
        {
            // In portions, so that a removal never holds up the writers.
            await using var rows = new NpgsqlCommand(
                """
                DELETE FROM access_row WHERE nr = ANY(ARRAY(
                    SELECT nr FROM access_row WHERE nr <= (SELECT max(last_row) FROM access_end) ORDER BY nr LIMIT 5000))
                """, db);
            count = await rows.ExecuteNonQueryAsync(annulering);
        }
        while (count == 5000);
        await using var blocks = new NpgsqlCommand("DELETE FROM access_block WHERE nr <= (SELECT max(nr) FROM access_end)", db);
        await blocks.ExecuteNonQueryAsync(annulering);
        return true;
    }

    /// <summary>
    /// Writes the last hash in the security log, outside this database. Somebody who cuts off the end of the chain cannot reach it there.
    /// </summary>
    private async Task Anchor(CancellationToken annulering)
    {
        await using var db = await source.OpenConnectionAsync(annulering);
        var (nr, _, hash) = await Last(db, annulering);
        if (nr > 0)
            _security.LogInformation("Het inzagelog is tot en met blok {Blok} gesloten: {Hash}.", nr, Convert.ToHexStringLower(hash));
    }

    /// <summary>The end of the chain: its last block, or else what was removed last.</summary>
    private static async Task<(long Nr, long LastRow, byte[] Hash)> Last(NpgsqlConnection db, CancellationToken annulering)
    {
        await using var query = new NpgsqlCommand(
            """
            SELECT nr, last_row, hash FROM (
                (SELECT nr, last_row, hash FROM access_block ORDER BY nr DESC LIMIT 1) UNION ALL
                (SELECT nr, last_row, hash FROM access_end ORDER BY nr DESC LIMIT 1)) AS link
            ORDER BY nr DESC LIMIT 1
            """, db);
        await using var reader = await query.ExecuteReaderAsync(CommandBehavior.SingleRow, annulering);
        return await reader.ReadAsync(annulering)
            ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)) : (0, 0, Chain.Beginning);
    }

    private static async Task<long> Scalar(NpgsqlConnection db, string sql, CancellationToken annulering)
    {
        await using var query = new NpgsqlCommand(sql, db);
        return await query.ExecuteScalarAsync(annulering) as long? ?? 0;
    }
}
