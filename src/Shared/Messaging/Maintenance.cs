using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>Measures outbox and failed messages every few seconds, and once an hour removes what is past its retention.</summary>
internal sealed class Maintenance<TDb>(NpgsqlDataSource source, MessagingOptions options, Metering metering, ILogger<TDb> log) : BackgroundService where TDb : ServiceDb
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var nextCleanUp = DateTime.UtcNow;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Measure(stoppingToken);
                if (DateTime.UtcNow >= nextCleanUp)
                {
                    await CleanUp(stoppingToken);
                    nextCleanUp = DateTime.UtcNow.AddHours(1);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Het onderhoud slaat een beurt over: {Fout}.", e.GetType().Name);
            }
            await Task.Delay(Rhythm, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Measure(CancellationToken cancellation)
    {
        await using var query = source.CreateCommand(
            """
            SELECT count(*), coalesce(extract(epoch FROM now() - min(coalesce(not_before, created_at)) FILTER (WHERE not_before IS NULL OR not_before <= now())), 0)::float8,
                   (SELECT count(*) FROM failed_message)
            FROM outbox_message
            """);
        await using var reader = await query.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        metering.Record(reader.GetInt64(0), reader.GetDouble(1), reader.GetInt64(2));
    }

    /// <summary>In small portions, so that a clean-up never holds up the work.</summary>
    internal async Task<int> CleanUp(CancellationToken cancellation) =>
        await Delete("processed_message", options.Bewaartermijn, cancellation) + await Delete("answered_request", options.BewaartermijnVerzoeken, cancellation);

    private async Task<int> Delete(string table, TimeSpan retention, CancellationToken cancellation)
    {
        var total = 0;
        int count;
        do
        {
            await using var command = source.CreateCommand($"DELETE FROM {table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {table} WHERE processed_at < now() - $1 LIMIT 5000))");
            command.Parameters.Add(new() { Value = retention });
            total += count = await command.ExecuteNonQueryAsync(cancellation);
        }
        while (count == 5000);
        return total;
    }
}
