using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.ServiceDefaults.Inzage;

/// <summary>
/// Writes each call of an API in the access log, before its answer leaves. It is the outermost filter of the API, so it sees the typed
/// answer, and every refusal. A request that is refused for its form shows nothing and is not written.
/// </summary>
internal static class Inzagefilter
{
    public static RouteGroupBuilder MetInzagelog(this RouteGroupBuilder api) =>
        api.WithMetadata(new Inzageplicht()).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!DoetMee(http.GetEndpoint())) return await next(context);
            object? antwoord;
            try
            {
                antwoord = await next(context);
            }
            catch (Weigering weigering) when (weigering.Status is not (400 or 428))
            {
                await Schrijf(http, weigering.Status, null);
                throw;
            }
            await Schrijf(http, (antwoord as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK, antwoord);
            return antwoord;
        });

    public static bool DoetMee(Endpoint? endpoint) =>
        endpoint?.Metadata is { } metadata && metadata.GetMetadata<Inzageplicht>() is not null
        && metadata.GetMetadata<NiemandTeZien>() is null;

    public static Task Schrijf(HttpContext http, int status, object? antwoord)
    {
        var log = http.RequestServices.GetRequiredService<IInzagelog>();
        var onderwerpen = new Onderwerpen();
        onderwerpen.VanAdres(http.Request);
        onderwerpen.VanAntwoord((antwoord as IValueHttpResult)?.Value ?? antwoord);
        if (!onderwerpen.NoemtDossier) onderwerpen.Dossiers(log.Geladen(http.RequestServices));
        var operatie = $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/')}";
        return log.Schrijf(new(Uitvoerder.Nu!, operatie, onderwerpen.Alle, status, Activity.Current?.TraceId.ToString()));
    }
}

/// <summary>Writes a call in the access log that is refused for its role, so that it never reaches the endpoint.</summary>
internal sealed class RolGeweigerd : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _gewoon = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && Inzagefilter.DoetMee(context.GetEndpoint()))
            await Inzagefilter.Schrijf(context, StatusCodes.Status403Forbidden, null);
        await _gewoon.HandleAsync(next, context, policy, authorizeResult);
    }
}
