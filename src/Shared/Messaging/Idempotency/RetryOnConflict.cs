using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace WmoPlatform.Messaging.Idempotency;

/// <summary>
/// Handles a request again when another change was stored at the same moment, mostly by a reaction to an event. That is a row that changed
/// meanwhile, a row with the same key, or a table that an upgrade changed. The client notices nothing. A client that sent If-Match does get
/// a 412, because the next attempt finds another version.
/// </summary>
public static class RetryOnConflict
{
    private const int Attempts = 5;

    /// <summary>
    /// Lets every endpoint of the API try again. A filter of the group is the outermost, so the transaction of an Idempotency-Key begins
    /// again too.
    /// </summary>
    /// <param name="api">The group of all endpoints.</param>
    public static RouteGroupBuilder WithRetryOnConflict(this RouteGroupBuilder api) => api.AddEndpointFilter(async (context, next) =>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(context);
            }
            catch (Exception e) when (attempt < Attempts && IsConflict(e))
            {
                var db = context.HttpContext.RequestServices.GetRequiredService<ServiceDb>();
                await db.LetGo();
                db.ChangeTracker.Clear();
            }
        }
    });

    /// <summary>Whether another change came first. The next attempt finds what it stored.</summary>
    public static bool IsConflict(Exception? error) => error switch
    {
        null => false,
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => true,
        // The second means that a newer version has added a column to what a prepared statement returns.
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.FeatureNotSupported } => true,
        _ => IsConflict(error.InnerException),
    };
}
