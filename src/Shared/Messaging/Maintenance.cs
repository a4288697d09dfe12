using Microsoft.Extensions.Logging;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>Measures outbox and failed messages every few seconds, and once an hour removes what is past its retention.</summary>
internal sealed class Maintenance<TDb>(NpgsqlDataSource source, MessagingOptions options, Metering metering, ILogger<TDb> log)
    : Rounds("Het onderhoud", TimeSpan.FromSeconds(10), log) where TDb : ServiceDb
{
    private DateTime _nextCleanUp = DateTime.UtcNow;

    public override async Task Round(CancellationToken annulering)
    {
        await Measure(annulering);
        if (DateTime.UtcNow < _nextCleanUp) return;
        await CleanUp(annulering);
        _nextCleanUp = DateTime.UtcNow.AddHours(1);
    }

    private async Task Measure(CancellationToken cancellation)
    {
        await using var query = source.CreateCommand(
            """
            SELECT count(*),
                   coalesce(extract(epoch FROM now() - min(coalesce(not_before, created_at))
                       FILTER (WHERE not_before IS NULL OR not_before <= now())), 0)::float8,
                   (SELECT count(*) FROM failed_message)
            FROM outbox_message
            """);
        await using var reader = await query.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        metering.Record(reader.GetInt64(0), reader.GetDouble(1), reader.GetInt64(2));
    }

    /// <summary>Deletes in small portions, so that a clean-up never holds up the work.</summary>
    internal async Task<int> CleanUp(CancellationToken cancellation) =>
        await Delete("processed_message", "processed_at", options.Bewaartermijn, cancellation)
        + await Delete("answered_request", "processed_at", options.BewaartermijnVerzoeken, cancellation)
        + await Delete("published_message", "published_at", options.BewaartermijnGebeurtenissen, cancellation);

    private async Task<int> Delete(string table, string since, TimeSpan retention, CancellationToken cancellation)
    {
        var total = 0;
        int count;
        do
        {
            await using var command = source.CreateCommand(
                $"""
                DELETE FROM {table}
                WHERE ctid = ANY(ARRAY(SELECT ctid FROM {table} WHERE {since} < now() - $1 LIMIT 5000))
                """);
            command.Parameters.Add(new() { Value = retention });
            total += count = await command.ExecuteNonQueryAsync(cancellation);
        }
        while (count == 5000);
        return total;
    }
}
