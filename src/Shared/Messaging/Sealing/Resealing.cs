using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>
/// Something that a service made with a key and cannot read back, such as a keyed hash. It is made anew once the columns are sealed again.
/// </summary>
public interface IRenewable
{
    /// <summary>Its table and column.</summary>
    string Place { get; }

    /// <summary>How many there are, by the id of their key.</summary>
    Task<IReadOnlyDictionary<string, long>> Count(CancellationToken annulering);

    /// <summary>Makes everything anew that was made with another key than the present one.</summary>
    Task Renew(CancellationToken annulering);
}

/// <summary>
/// Seals every sealed column of a service's database again with the present key, when an operator asks for it. It works in small portions,
/// and takes only rows that nobody else is changing, so the service goes on. It can stop at any moment: what is done is skipped by the next
/// run. Messages on their way keep their seal, because the announcer signed them with it.
/// </summary>
internal sealed class Resealing<TDb>(
    NpgsqlDataSource source, IServiceScopeFactory scopes, Vault vault, EventJson json, ILogger<TDb> log)
    : Rounds("De sleutelwissel", TimeSpan.FromSeconds(5), log), IResealing where TDb : ServiceDb
{
    private const int Portion = 200;

    private volatile bool _asked;
    private long _unreadable;

    public bool Busy => _asked;

    public long Unreadable => Interlocked.Read(ref _unreadable);

    public void Ask()
    {
        _asked = true;
        Wake();
    }

    /// <summary>Goes over everything. Rows that were busy are taken by the next round.</summary>
    public override async Task Round(CancellationToken annulering)
    {
        if (!_asked) return;
        await using var scope = scopes.CreateAsyncScope();
        var (done, unreadable) = (0L, 0L);
        foreach (var column in SealedColumns.Of(scope.ServiceProvider.GetRequiredService<TDb>().Model))
        {
            var (resealed, failed) = await Column(column, annulering);
            (done, unreadable) = (done + resealed, unreadable + failed);
            if (failed > 0) log.LogError("{Aantal} rijen van {Plaats} zijn niet te openen.", failed, column.Place);
        }
        Interlocked.Exchange(ref _unreadable, unreadable);
        if (done > 0) log.LogInformation("Sleutelwissel: {Aantal} rijen opnieuw verzegeld.", done);
        foreach (var renewable in scope.ServiceProvider.GetServices<IRenewable>()) await renewable.Renew(annulering);
        var counts = await Count(scope.ServiceProvider, annulering);
        if (counts.Where(c => !c.OnItsWay && c.KeyId != vault.CurrentKeyId).Sum(c => c.Rows) > unreadable) return;
        _asked = false;
        log.LogInformation("Sleutelwissel: klaar.");
    }

    private async Task<(long Resealed, long Unreadable)> Column(SealedColumn column, CancellationToken cancellation)
    {
        var (resealed, unreadable) = (0L, 0L);
        for (object[]? last = null; ;)
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var rows = await Read(connection, column, last, cancellation);
            await using var update = new NpgsqlBatch(connection, transaction);
            foreach (var (key, beside, text) in rows)
            {
                try
                {
                    var anew = Reseal(column, key, beside, text);
                    if (anew == text) continue;
                    var command = new NpgsqlBatchCommand(
                        $"""
                        UPDATE {column.Table} SET {column.Column} = $1
                        WHERE ({Names(column)}) = ({Places(column.Keys.Length, from: 2)})
                        """);
                    command.Parameters.Add(new() { Value = anew });
                    foreach (var part in key) command.Parameters.Add(new() { Value = part });
                    update.BatchCommands.Add(command);
                }
                catch (CryptographicException)
                {
                    unreadable++;
                }
            }
            if (update.BatchCommands.Count > 0) await update.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            resealed += update.BatchCommands.Count;
            if (rows.Count < Portion) return (resealed, unreadable);
            last = rows[^1].Key;
        }
    }

    private async Task<List<(object[] Key, string Beside, string Text)>> Read(
        NpgsqlConnection connection, SealedColumn column, object[]? after, CancellationToken cancellation)
    {
        var old = column.Kind == SeatKind.Event
            ? $"{column.Column} ~ '\"2\\.(?!{vault.CurrentKeyId}\\.)[a-z0-9-]+\\.'"
            : $"{column.Column} NOT LIKE '2.{vault.CurrentKeyId}.%'";
        var further = after is null ? "" : $"AND ({Names(column)}) > ({Places(after.Length, from: 1)})";
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {Names(column)}, {column.Beside ?? "''"}, {column.Column} FROM {column.Table}
            WHERE {old} {further} ORDER BY {Names(column)} LIMIT {Portion} FOR UPDATE SKIP LOCKED
            """, connection);
        foreach (var part in after ?? []) command.Parameters.Add(new() { Value = part });
        var rows = new List<(object[], string, string)>(Portion);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var key = new object[column.Keys.Length];
            for (var i = 0; i < key.Length; i++) key[i] = reader.GetValue(i);
            rows.Add((key, reader.GetString(key.Length), reader.GetString(key.Length + 1)));
        }
        return rows;
    }

    private string Reseal(SealedColumn column, object[] key, string beside, string text)
    {
        if (column.Kind == SeatKind.Event) return json.Reseal(beside, text);
        var seat = column.Seat(key, beside);
        return vault.Move(new(text), seat, seat).Text;
    }

    public async Task<IReadOnlyList<SealedCount>> Count(IServiceProvider services, CancellationToken cancellation)
    {
        const string InJson = "'\"2\\.([a-z0-9-]{1,20})\\.[A-Za-z0-9_-]{38,}\"'";
        var counts = new List<SealedCount>();
        foreach (var column in SealedColumns.Of(services.GetRequiredService<TDb>().Model))
        {
            await Add($"{column.Table}.{column.Column}", false, column.Kind == SeatKind.Event
                ? $"""
                    SELECT m[1], count(DISTINCT ({Names(column)}))
                    FROM {column.Table}, regexp_matches({column.Column}, {InJson}, 'g') m GROUP BY 1 ORDER BY 1
                    """
                : $"""
                    SELECT split_part({column.Column}, '.', 2), count(*)
                    FROM {column.Table} WHERE {column.Column} IS NOT NULL GROUP BY 1 ORDER BY 1
                    """);
        }
        foreach (var renewable in services.GetServices<IRenewable>())
            foreach (var (keyId, rows) in await renewable.Count(cancellation))
                counts.Add(new(renewable.Place, keyId, rows, OnItsWay: false));
        foreach (var table in new[] { "outbox_message", "failed_message" })
            await Add($"{table}.body", true,
                $"""
                SELECT m[1], count(DISTINCT t.ctid) FROM {table} t, regexp_matches(encode(body, 'escape'), {InJson}, 'g') m
                GROUP BY 1 ORDER BY 1
                """);
        return counts;

        async Task Add(string place, bool onItsWay, string sql)
        {
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) counts.Add(new(place, reader.GetString(0), reader.GetInt64(1), onItsWay));
        }
    }

    private static string Names(SealedColumn column) => string.Join(", ", column.Keys);

    private static string Places(int count, int from) => string.Join(", ", Enumerable.Range(from, count).Select(n => $"${n}"));
}

/// <summary>The change of keys of one service, whatever its database.</summary>
internal interface IResealing
{
    /// <summary>Whether a change of keys is going on.</summary>
    bool Busy { get; }

    /// <summary>Rows that the last round could not open.</summary>
    long Unreadable { get; }

    /// <summary>Starts it; while it goes on, asking again changes nothing.</summary>
    void Ask();

    /// <summary>Counts what is sealed, by place and key.</summary>
    Task<IReadOnlyList<SealedCount>> Count(IServiceProvider services, CancellationToken cancellation);
}

/// <summary>Rows that are sealed with one key.</summary>
/// <param name="Place">Table and column.</param>
/// <param name="KeyId">The key.</param>
/// <param name="Rows">How many.</param>
/// <param name="OnItsWay">Whether they are messages that keep their seal, and go by themselves.</param>
internal sealed record SealedCount(string Place, string KeyId, long Rows, bool OnItsWay);
