using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace WmoPlatform.Messaging;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseReachable(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var query = source.CreateCommand("SELECT 1");
            await query.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("De database antwoordt niet.");
        }
    }
}
