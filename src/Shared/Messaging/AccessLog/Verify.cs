using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace WmoPlatform.Messaging.AccessLog;

/// <summary>Proves that the access log is complete and unchanged, or names the blocks where it is not.</summary>
internal sealed class Verify(NpgsqlDataSource source, Chain chain)
{
    /// <summary>Rows that one call reads before it stops at the end of a block.</summary>
    private const int Portion = 500_000;

    private const int MostBlocks = 20_000;

    /// <summary>The time after which one call stops at the end of a block: each block is a question to the database.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>The outcome for the blocks after <c>from</c>.</summary>
    /// <param name="UpTo">The last block that was checked.</param>
    /// <param name="Blocks">How many blocks were checked.</param>
    /// <param name="Rows">How many rows they hold.</param>
    /// <param name="Broken">The blocks that are wrong or missing.</param>
    /// <param name="End">The last block that was removed after its retention; 0 when nothing was.</param>
    /// <param name="Open">Rows that are in no block yet, though they are older than a minute.</param>
    /// <param name="More">Whether there are blocks after <paramref name="UpTo"/>.</param>
    public sealed record Outcome(long UpTo, int Blocks, long Rows, IReadOnlyList<long> Broken, long End, long Open, bool More);

    public async Task<Outcome> Check(long from, CancellationToken annulering)
    {
        await using var db = await source.OpenConnectionAsync(annulering);
        // One snapshot: a block that is closed or removed meanwhile does not exist yet, or still does.
        await using var transaction = await db.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, annulering);
        var broken = new SortedSet<long>();
        var (nr, lastRow, hash) = await Ends(db, broken, annulering);
        var end = nr;
        var blocks = await Blocks(db, Math.Max(from, nr), annulering);
        if (from > nr && await Block(db, from, annulering) is { } before)
            (nr, lastRow, hash) = (before.Link.Nr, before.Link.LastRow, before.Hash);
        var (count, rows, since) = (0, 0L, Stopwatch.GetTimestamp());
        foreach (var block in blocks)
        {
            if (rows >= Portion || (count > 0 && Stopwatch.GetElapsedTime(since) > Longest)) break;
            for (var missing = nr + 1; missing < block.Link.Nr; missing++) broken.Add(missing);
            var (found, computed) = await Compute(db, lastRow, block.Link, hash, annulering);
            if (found != block.Link.Rows || !computed.AsSpan().SequenceEqual(block.Hash)
                || !CryptographicOperations.FixedTimeEquals(chain.Seal(block.Hash), block.Seal))
                broken.Add(block.Link.Nr);
            // The next block is judged by what this one says, so that one change breaks one block.
            (nr, lastRow, hash) = (block.Link.Nr, block.Link.LastRow, block.Hash);
            count++;
            rows += found;
        }
        var more = blocks.Count > count || blocks.Count == MostBlocks;
        var open = more ? 0 : await Open(db, lastRow, annulering);
        return new(nr, count, rows, [.. broken], end, open, more);
    }

    /// <summary>Checks the seal of each end, and returns where the chain begins now.</summary>
    private async Task<(long Nr, long LastRow, byte[] Hash)> Ends(NpgsqlConnection db, SortedSet<long> broken, CancellationToken annulering)
    {
        await using var query = new NpgsqlCommand("SELECT nr, last_row, hash, removed_at, seal FROM access_end ORDER BY nr", db);
        await using var reader = await query.ExecuteReaderAsync(annulering);
        var last = (Nr: 0L, LastRow: 0L, Hash: Chain.Beginning);
        while (await reader.ReadAsync(annulering))
        {
            last = (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
            var seal = chain.SealEnd(last.Nr, last.LastRow, last.Hash, reader.GetDateTime(3));
            if (!CryptographicOperations.FixedTimeEquals(seal, reader.GetFieldValue<byte[]>(4))) broken.Add(last.Nr);
        }
        return last;
    }

    private const string BlockColumns = "SELECT nr, last_row, rows, closed_at, hash, seal FROM access_block";

    private static async Task<Stored?> Block(NpgsqlConnection db, long nr, CancellationToken annulering) =>
        (await Read(db, BlockColumns + " WHERE nr = $1", nr, annulering)).SingleOrDefault();

    private static Task<List<Stored>> Blocks(NpgsqlConnection db, long after, CancellationToken annulering) =>
        Read(db, $"{BlockColumns} WHERE nr > $1 ORDER BY nr LIMIT {MostBlocks}", after, annulering);

    private static async Task<List<Stored>> Read(NpgsqlConnection db, string sql, long nr, CancellationToken annulering)
    {
        await using var query = new NpgsqlCommand(sql, db) { Parameters = { new NpgsqlParameter<long> { TypedValue = nr } } };
        await using var reader = await query.ExecuteReaderAsync(annulering);
        var found = new List<Stored>();
        while (await reader.ReadAsync(annulering))
            found.Add(new(
                new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetDateTime(3)), reader.GetFieldValue<byte[]>(4),
                reader.GetFieldValue<byte[]>(5)));
        return found;
    }

    private static async Task<(int Rows, byte[] Hash)> Compute(
        NpgsqlConnection db, long after, Link link, byte[] previous, CancellationToken annulering)
    {
        await using var query = new NpgsqlCommand($"SELECT {Chain.Columns} FROM access_row WHERE nr > $1 AND nr <= $2 ORDER BY nr", db)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<long> { TypedValue = link.LastRow } },
        };
        await using var reader = await query.ExecuteReaderAsync(annulering);
        using var content = Chain.Begin(previous);
        var rows = 0;
        for (; await reader.ReadAsync(annulering); rows++) Chain.Append(content, reader);
        return (rows, Chain.End(content, link));
    }

    private static async Task<long> Open(NpgsqlConnection db, long lastRow, CancellationToken annulering)
    {
        await using var query = new NpgsqlCommand(
            "SELECT count(*) FROM access_row WHERE nr > $1 AND at < now() - interval '1 minute'", db)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = lastRow } },
        };
        return (long)(await query.ExecuteScalarAsync(annulering))!;
    }

    private sealed record Stored(Link Link, byte[] Hash, byte[] Seal);
}
