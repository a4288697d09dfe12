using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.Messaging.AccessLog;

namespace WmoPlatform.Messaging;

/// <summary>Brings a service's database up to date at its start.</summary>
public static class Migration
{
    // "wmo-migr": one instance migrates, the others wait for it.
    private const long MigrationLock = 0x776D6F2D6D696772;

    /// <summary>
    /// Applies the migrations before the service starts. Several instances may start together. Waits while the server is not there yet.
    /// </summary>
    public static async Task MigrateAsync<TDb>(this IHost host) where TDb : ServiceDb
    {
        ArgumentNullException.ThrowIfNull(host);
        var log = host.Services.GetRequiredService<ILogger<TDb>>();
        var stop = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        for (var reported = false; ; reported = true)
        {
            try
            {
                await using var scope = host.Services.CreateAsyncScope();
                await MigrateUnderLock(scope.ServiceProvider.GetRequiredService<TDb>(), stop);
                return;
            }
            catch (Exception e) when (IsNotThereYet(e))
            {
                if (!reported) log.LogWarning("De database is er nog niet; wachten.");
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
            }
        }
    }

    /// <summary>The server is starting, stopping, full or unreachable.</summary>
    private static bool IsNotThereYet(Exception error) => error switch
    {
        PostgresException p => p.SqlState is "57P01" or "57P02" or "57P03" or "53300"
            || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        { InnerException: { } inner } => IsNotThereYet(inner),
        _ => false,
    };

    private static async Task MigrateUnderLock(ServiceDb db, CancellationToken cancellation)
    {
        // A database that is still empty has no history to ask for: the server would log that as an error.
        var history = db.GetService<IHistoryRepository>();
        if (await history.ExistsAsync(cancellation))
        {
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet();
            if (applied.Count > 0 && !db.Database.GetMigrations().Any(applied.Contains))
                throw new InvalidOperationException("De gegevens zijn van voor de eerste uitgave. Begin met lege gegevens (--reset).");
            if (!(await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) return;
        }
        // Creates the database when it is missing. Of two instances at once one is refused, and goes on with the database of the other.
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
        {
            try
            {
                await creator.CreateAsync(cancellation);
            }
            catch (PostgresException e) when (e.SqlState is "42P04" or "23505")
            {
                // Another instance was first.
            }
        }
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation);
            await db.Database.MigrateAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync(AccessLogModel.Guard, cancellation);
        }
        finally
        {
            // Nothing cleans a connection that goes back to the pool, so the lock would live on there.
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
