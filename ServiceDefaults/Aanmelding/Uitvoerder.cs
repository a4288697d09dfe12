using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WmoPlatform.Contracts;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>
/// The one who acts in the present unit of work. It flows with the work, like the trace. A request sets it from its token, the inbox from
/// the event, and a loop from its own name. Messaging writes it in every event and on every changed aggregate, so that no endpoint or
/// reaction has code for it.
/// </summary>
public static class Uitvoerder
{
    private static readonly AsyncLocal<Actor?> Lopend = new();

    /// <summary>Null where no request, event or loop is being handled.</summary>
    public static Actor? Nu
    {
        get => Lopend.Value;
        set => Lopend.Value = value;
    }

    /// <summary>
    /// The user of a request. The role is the one that the endpoint admits. When a token has several of those, all of them are named.
    /// </summary>
    internal static Actor? Van(ClaimsPrincipal wie, ToegestaneRollen? toegestaan)
    {
        if (wie.FindFirst("sub")?.Value is not { Length: > 0 } onderwerp) return null;
        string? rol = null;
        foreach (var claim in wie.Claims)
            if (claim.Type == "roles" && toegestaan?.Rollen.Contains(claim.Value) != false)
                rol = rol is null ? claim.Value : $"{rol}+{claim.Value}";
        // A refused request has none of the roles.
        rol ??= string.Join('+', wie.FindAll("roles").Select(c => c.Value));
        return new(onderwerp, rol, Gebruiker.ClientVan(wie));
    }

    internal static void UseUitvoerder(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        Nu = Van(context.User, context.GetEndpoint()?.Metadata.GetMetadata<ToegestaneRollen>());
        return next(context);
    });
}
