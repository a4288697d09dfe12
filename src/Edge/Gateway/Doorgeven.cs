using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace WmoPlatform.Gateway;

/// <summary>The routes to the services, without rewriting; the token goes along and is checked again there.</summary>
internal static class Doorgeven
{
    private const string Frontends = "frontends";

    /// <summary>Which web addresses may call the APIs from a browser (setting <c>Cors:Origins</c>, separated by commas).</summary>
    public static void AddFrontends(this WebApplicationBuilder builder) =>
        builder.Services.AddCors(o => o.AddPolicy(Frontends, p => p
            .WithOrigins(Koppen.Lijst(builder.Configuration["Cors:Origins"]))
            .WithMethods("GET", "POST", "PUT", "DELETE")
            .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "traceparent", "tracestate")
            .WithExposedHeaders("API-Version", "ETag", "Location", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    public static void AddDoorgeven(this WebApplicationBuilder builder)
    {
        // Its lines name the address of every request, and a stack for every probe of a service that is away: ours below says it in one.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health.ActiveHealthCheckMonitor", LogLevel.Error);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder.HttpForwarder", LogLevel.Error);
        var grenzen = builder.Configuration.GetSection("Grenzen").Get<Grenzen>() ?? new Grenzen();
        builder.Services.AddReverseProxy().LoadFromMemory(
            [.. Apis.Alle.SelectMany(api => Routes(api, grenzen))],
            [.. Apis.Alle.Select(api => api.Dienst).Distinct().Select(dienst => Cluster(dienst, builder.Configuration, grenzen))]);
    }

    public static void MapDoorgeven(this WebApplication app) => app.MapReverseProxy(proxy =>
    {
        proxy.Use(Antwoord);
        proxy.UseLoadBalancing();
    });

    private static IEnumerable<RouteConfig> Routes(Api api, Grenzen grenzen)
    {
        var alles = new RouteConfig
        {
            RouteId = api.Pad,
            ClusterId = api.Dienst,
            Match = new RouteMatch { Path = api.Pad + "/{**rest}" },
            AuthorizationPolicy = "default",
            CorsPolicy = Frontends,
            Timeout = grenzen.Antwoord,
        };
        yield return alles;
        // Open to all, and the service itself allows every origin.
        yield return alles with { RouteId = api.OpenApi,
            Match = new RouteMatch { Path = api.OpenApi, Methods = ["GET", "HEAD", "OPTIONS"] }, AuthorizationPolicy = "anonymous",
            CorsPolicy = "disable" };
        if (api.Berichten is { } berichten)
            yield return alles with { RouteId = api.Pad + berichten, Match = new RouteMatch { Path = api.Pad + berichten },
                MaxRequestBodySize = grenzen.Bericht };
        if (api.Documenten is { } documenten)
            yield return alles with { RouteId = api.Pad + documenten, Match = new RouteMatch { Path = api.Pad + documenten },
                MaxRequestBodySize = grenzen.Document };
    }

    private static ClusterConfig Cluster(string dienst, ConfigurationManager configuratie, Grenzen grenzen)
    {
        var adressen = configuratie.GetSection($"services:{dienst}:http").GetChildren().Where(a => !string.IsNullOrEmpty(a.Value))
            .ToArray();
        if (adressen.Length == 0) throw new InvalidOperationException($"Stel services__{dienst}__http__0 in: het adres van {dienst}.");
        return new ClusterConfig
        {
            ClusterId = dienst,
            Destinations = adressen.ToDictionary(a => $"{dienst}-{a.Key}", a => new DestinationConfig { Address = a.Value! }),
            LoadBalancingPolicy = "PowerOfTwoChoices",
            HttpRequest = new ForwarderRequestConfig { Version = HttpVersion.Version11,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact, ActivityTimeout = grenzen.Stilte, AllowResponseBuffering = false },
            HealthCheck = new HealthCheckConfig
            {
                Active = new ActiveHealthCheckConfig { Enabled = true, Interval = grenzen.Peiling, Timeout = TimeSpan.FromSeconds(5),
                    Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures, Path = "/health/ready" },
                // Not ready may only mean that the broker is away, which the outbox bears. So whoever is not ready is passed over while
                // another is, and asked all the same when nobody is.
                AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            },
        };
    }

    /// <summary>Too large is told before the service is bothered; no answer becomes 503 (not reached) or 504 (not in time).</summary>
    private static async Task Antwoord(HttpContext context, RequestDelegate next)
    {
        // YARP sets the limit of the route later than this.
        var hoogstens = context.GetReverseProxyFeature().Route.Config.MaxRequestBodySize
            ?? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (context.Request.ContentLength > hoogstens)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        await next(context);
        if (context.GetForwarderErrorFeature() is not { } fout) return;
        if (!context.RequestAborted.IsCancellationRequested || TeLaat(context))
            context.RequestServices.GetRequiredService<ILogger<Grenzen>>()
                .LogWarning("{Dienst} gaf geen goed antwoord: {Fout}.", context.GetReverseProxyFeature().Cluster.Config.ClusterId,
                fout.Error);
        if (context.Response.HasStarted) return;
        switch (fout.Error)
        {
            case ForwarderError.RequestTimedOut:
            case ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled when TeLaat(context):
                context.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
                break;
            case ForwarderError.Request or ForwarderError.RequestBodyDestination or ForwarderError.NoAvailableDestinations:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "5";
                break;
        }
    }

    private static bool TeLaat(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;
}
