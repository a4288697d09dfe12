using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.Messaging.Verzoeken;

/// <summary>
/// A request that meets a change of the same moment (a reaction to an event, mostly) looks again instead of bothering who sent it. Who sent
/// If-Match is told: the second look finds another version, and that is a 412.
/// </summary>
public static class NieuwePoging
{
    private const int Pogingen = 5;

    /// <summary>Lets every endpoint of the API try again. A filter of the group is the outermost: the transaction of an Idempotency-Key begins again too.</summary>
    /// <param name="api">The group of all endpoints.</param>
    public static RouteGroupBuilder MetNieuwePoging(this RouteGroupBuilder api) => api.AddEndpointFilter(async (context, next) =>
    {
        for (var poging = 1; ; poging++)
        {
            try
            {
                return await next(context);
            }
            catch (DbUpdateConcurrencyException) when (poging < Pogingen)
            {
                context.HttpContext.RequestServices.GetRequiredService<DienstDb>().ChangeTracker.Clear();
            }
        }
    });
}
