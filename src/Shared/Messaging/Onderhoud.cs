using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>Brings the database up to date at start, measures the outbox, and removes what is past its retention.</summary>
public static class DatabaseExtensions
{
    // "wmo-migr": one instance migrates, the others wait for it.
    private const long Migratieslot = 0x776D6F2D6D696772;

    /// <summary>
    /// Applies the migrations before the service starts, safe when several instances start together; waits for the server when it is not there yet.
    /// </summary>
    public static async Task MigreerAsync<TDb>(this IHost host) where TDb : DienstDb
    {
        ArgumentNullException.ThrowIfNull(host);
        var log = host.Services.GetRequiredService<ILogger<TDb>>();
        var stop = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        for (var gemeld = false; ; gemeld = true)
        {
            try
            {
                await using var scope = host.Services.CreateAsyncScope();
                await MigreerOnderSlot(scope.ServiceProvider.GetRequiredService<TDb>(), stop);
                return;
            }
            catch (Exception e) when (Ontvangst.Storing<TDb>.IsWeg(e) && e is not PostgresException { SqlState: "28P01" or "42501" })
            {
                if (!gemeld) log.LogWarning("De database is er nog niet; wachten.");
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
            }
        }
    }

    private static async Task MigreerOnderSlot(DienstDb db, CancellationToken annulering)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(annulering)).Any()) return;
        // Creates the database when it is missing; two at once: the loser finds it there at the next try.
        var maker = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(db.Database);
        if (!await maker.ExistsAsync(annulering))
        {
            try
            {
                await maker.CreateAsync(annulering);
            }
            catch (PostgresException e) when (e.SqlState is "42P04" or "23505")
            {
                // Another instance was first.
            }
        }
        await db.Database.OpenConnectionAsync(annulering);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Migratieslot})", annulering);
            await db.Database.MigrateAsync(annulering);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Migratieslot})", annulering);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>Measures outbox and failed messages every few seconds, and once an hour removes what is past its retention.</summary>
internal sealed class Onderhoud<TDb>(NpgsqlDataSource bron, MessagingOpties opties, Meting meting, ILogger<TDb> log) : BackgroundService where TDb : DienstDb
{
    private static readonly TimeSpan Ritme = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var volgendeOpruiming = DateTime.UtcNow;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Meet(stoppingToken);
                if (DateTime.UtcNow >= volgendeOpruiming)
                {
                    await RuimOp(stoppingToken);
                    volgendeOpruiming = DateTime.UtcNow.AddHours(1);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Het onderhoud slaat een beurt over: {Fout}.", e.GetType().Name);
            }
            await Task.Delay(Ritme, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Meet(CancellationToken annulering)
    {
        await using var vraag = bron.CreateCommand(
            """
            SELECT count(*), coalesce(extract(epoch FROM now() - min(coalesce(niet_voor, aangemaakt)) FILTER (WHERE niet_voor IS NULL OR niet_voor <= now())), 0)::float8,
                   (SELECT count(*) FROM mislukt_bericht)
            FROM uitgaand_bericht
            """);
        await using var lezer = await vraag.ExecuteReaderAsync(annulering);
        await lezer.ReadAsync(annulering);
        meting.Stand(lezer.GetInt64(0), lezer.GetDouble(1), lezer.GetInt64(2));
    }

    /// <summary>In small portions, so that a clean-up never holds up the work.</summary>
    internal async Task<int> RuimOp(CancellationToken annulering) =>
        await Verwijder("verwerkt_bericht", opties.Bewaartermijn, annulering) + await Verwijder("verwerkt_verzoek", opties.BewaartermijnVerzoeken, annulering);

    private async Task<int> Verwijder(string tabel, TimeSpan bewaartermijn, CancellationToken annulering)
    {
        var totaal = 0;
        int aantal;
        do
        {
            await using var opdracht = bron.CreateCommand($"DELETE FROM {tabel} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {tabel} WHERE verwerkt_op < now() - $1 LIMIT 5000))");
            opdracht.Parameters.Add(new() { Value = bewaartermijn });
            totaal += aantal = await opdracht.ExecuteNonQueryAsync(annulering);
        }
        while (aantal == 5000);
        return totaal;
    }
}

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseBereikbaar(NpgsqlDataSource bron) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var vraag = bron.CreateCommand("SELECT 1");
            await vraag.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("De database antwoordt niet.");
        }
    }
}
