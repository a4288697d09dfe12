using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>
/// Reports to the gateway which route of a service answered, so that the gateway's span gets a useful name. The gateway's own route is only
/// <c>/meldingen/v1/{**rest}</c>, and the path belongs to the client.
/// </summary>
public static class ServedRoute
{
    /// <summary>The header on an answer from a service to the gateway.</summary>
    public const string Header = "X-Internal-Route";

    /// <summary>Takes the header from the answer and keeps it for the span. The gateway calls this just before the answer starts.</summary>
    public static void Take(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Response.Headers.Remove(Header, out var route)) context.Items[Header] = route.ToString();
    }

    /// <summary>Adds the header to every answer, including errors.</summary>
    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route)
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = route;
                return Task.CompletedTask;
            });
        return next(context);
    }

    /// <summary>Names the span of the gateway after the route that answered.</summary>
    internal static void NameSpan(Activity span, HttpResponse response)
    {
        if (response.HttpContext.Items[Header] is string route) span.DisplayName = $"{span.GetTagItem("http.request.method")} {route}";
    }
}
