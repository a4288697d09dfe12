using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.Messaging.Idempotency;

/// <summary>
/// A request that meets a change of the same moment (a reaction to an event, mostly) looks again instead of bothering who sent it. Who sent
/// If-Match is told: the second look finds another version, and that is a 412.
/// </summary>
public static class RetryOnConflict
{
    private const int Attempts = 5;

    /// <summary>Lets every endpoint of the API try again. A filter of the group is the outermost: the transaction of an Idempotency-Key begins again too.</summary>
    /// <param name="api">The group of all endpoints.</param>
    public static RouteGroupBuilder WithRetryOnConflict(this RouteGroupBuilder api) => api.AddEndpointFilter(async (context, next) =>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(context);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                context.HttpContext.RequestServices.GetRequiredService<ServiceDb>().ChangeTracker.Clear();
            }
        }
    });
}
