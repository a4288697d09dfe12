using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// The message traffic of a service: the endpoint where a partner delivers, and the register of messages in both directions.
/// </summary>
public static class BerichtenApi
{
    /// <summary>Maps the endpoints.</summary>
    /// <param name="api">The API group.</param>
    /// <param name="pad">For instance <c>/iwmo/berichten</c>.</param>
    public static void MapBerichten(this IEndpointRouteBuilder api, string pad)
    {
        ArgumentNullException.ThrowIfNull(api);
        var groep = api.MapGroup(pad);
        groep.MapAanleveren(api.ServiceProvider.GetRequiredService<Ketenpartner>());
        groep.MapInzien();
        groep.MapHerstellen();
        groep.MapVerkeer();
    }
}
