using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WmoPlatform.Messaging.Inbox;

/// <summary>Knows whether the database is away, and waits until it is back.</summary>
internal sealed class Outage<TDb>(NpgsqlDataSource source, ILogger<TDb> log) where TDb : ServiceDb
{
    private static readonly ConcurrentDictionary<Type, byte> Reported = new();

    /// <summary>Connection refused or broken, server starting or stopping, too many clients: nothing is wrong with the message.</summary>
    public static bool IsAway(Exception error) => error switch
    {
        PostgresException p => p.SqlState is "57P01" or "57P02" or "57P03" or "53300"
            || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };

    public async Task WaitUntilBack(CancellationToken cancellation)
    {
        if (Reported.TryAdd(typeof(TDb), 0)) log.LogWarning("De database is weg; de ontvangst pauzeert.");
        for (var wait = TimeSpan.FromMilliseconds(200); ; wait = wait < TimeSpan.FromSeconds(5) ? wait * 2 : wait)
        {
            await Task.Delay(wait, cancellation);
            try
            {
                await using var db = await source.OpenConnectionAsync(cancellation);
                await using var query = new NpgsqlCommand("SELECT 1", db);
                await query.ExecuteScalarAsync(cancellation);
                if (Reported.TryRemove(typeof(TDb), out _)) log.LogInformation("De database is terug; de ontvangst gaat verder.");
                return;
            }
            catch (Exception e) when (IsAway(e))
            {
                // Still away.
            }
        }
    }
}
