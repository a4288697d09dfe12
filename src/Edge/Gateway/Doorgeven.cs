using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Verbindingen;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace WmoPlatform.Gateway;

/// <summary>The routes to the services. Nothing is rewritten; a service checks the token again.</summary>
internal static class Doorgeven
{
    private const string Frontends = "frontends";

    /// <summary>Allows web addresses to call the APIs from a browser (setting <c>Cors:Origins</c>, separated by commas).</summary>
    public static void AddFrontends(this WebApplicationBuilder builder) =>
        builder.Services.AddCors(o => o.AddPolicy(Frontends, p => p
            .WithOrigins(Koppen.Lijst(builder.Configuration["Cors:Origins"]))
            .WithMethods("GET", "POST", "PUT", "DELETE")
            .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "traceparent", "tracestate")
            .WithExposedHeaders("API-Version", "ETag", "Location", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    public static void AddDoorgeven(this WebApplicationBuilder builder)
    {
        // YARP logs the address of every request, and a stack trace for every failed probe. The one line in Antwoord replaces them.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health.ActiveHealthCheckMonitor", LogLevel.Error);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder.HttpForwarder", LogLevel.Error);
        var grenzen = builder.Configuration.GetSection("Grenzen").Get<Grenzen>() ?? new Grenzen();
        var diensten = Apis.Alle.Select(api => api.Dienst).Distinct().ToArray();
        EisAdressen(diensten, builder);
        var tls = builder.Configuration.LeesTls("Diensten", intrekking: false);
        builder.Services.AddServiceDiscovery();
        builder.Services.AddReverseProxy()
            .LoadFromMemory(
                [.. Apis.Alle.SelectMany(api => Routes(api, grenzen))],
                [.. diensten.Select(dienst => Cluster(dienst, grenzen))])
            .ConfigureHttpClient((_, verbinding) => verbinding.SslOptions = tls)
            .AddServiceDiscoveryDestinationResolver();
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
        // The document is open to everyone, and the service itself allows every origin.
        yield return alles with
        {
            RouteId = api.OpenApi,
            Match = new RouteMatch { Path = api.OpenApi, Methods = ["GET", "HEAD", "OPTIONS"] },
            AuthorizationPolicy = "anonymous",
            CorsPolicy = "disable",
        };
        if (api.Pagina is { } pagina)
            yield return alles with
            {
                RouteId = api.Pad + pagina,
                Match = new RouteMatch { Path = api.Pad + pagina, Methods = ["GET", "HEAD", "POST"] },
                AuthorizationPolicy = "anonymous",
                CorsPolicy = "disable",
            };
        if (api.Berichten is { } berichten) yield return Groot(api.Pad + berichten, grenzen.Bericht);
        if (api.Documenten is { } documenten) yield return Groot(api.Pad + documenten, grenzen.Document);

        RouteConfig Groot(string pad, long hoogstens) =>
            alles with { RouteId = pad, Match = new RouteMatch { Path = pad }, MaxRequestBodySize = hoogstens };
    }

    /// <summary>
    /// Reports at the start which address is missing or wrong. Without this, service discovery takes the service's name for a host.
    /// </summary>
    private static void EisAdressen(IEnumerable<string> diensten, WebApplicationBuilder builder)
    {
        foreach (var dienst in diensten)
        {
            var adressen = Schemas.SelectMany(s => builder.Configuration.GetSection($"services:{dienst}:{s}").GetChildren())
                .Where(a => !string.IsNullOrEmpty(a.Value)).ToArray();
            if (adressen.Length == 0)
                throw new InvalidOperationException(
                    $"Stel services__{dienst}__https__0 in: het adres van {dienst}, bijvoorbeeld https://{dienst}:8443.");
            foreach (var adres in adressen) builder.VerplichtAdres(adres.Path, $"het adres van {dienst}");
        }
    }

    private static readonly string[] Schemas = ["https", "http"];

    /// <summary>
    /// The cluster of a service. Service discovery finds its addresses by its name (<c>services:{dienst}:https:0</c>, <c>:1</c>, …, or
    /// else <c>http</c>).
    /// </summary>
    private static ClusterConfig Cluster(string dienst, Grenzen grenzen) => new()
    {
        ClusterId = dienst,
        Destinations = new Dictionary<string, DestinationConfig> { [dienst] = new() { Address = $"https+http://{dienst}" } },
        LoadBalancingPolicy = "PowerOfTwoChoices",
        // As the gateway itself reads them. Otherwise a letter outside ASCII looks like a service that is away.
        HttpClient = new HttpClientConfig { RequestHeaderEncoding = "utf-8" },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = grenzen.Stilte,
            AllowResponseBuffering = false,
        },
        HealthCheck = new HealthCheckConfig
        {
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true,
                Interval = grenzen.Peiling,
                Timeout = TimeSpan.FromSeconds(5),
                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                Path = "/health/ready",
            },
            // A service may be unready only because the broker is away, which its outbox bears. The balancer passes over an unready
            // instance while another is ready, and uses it when none is.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        },
    };

    /// <summary>
    /// Refuses a body that is too large before the service gets it. Turns a missing answer into 503 (not reached) or 504 (not in time).
    /// </summary>
    private static async Task Antwoord(HttpContext context, RequestDelegate next)
    {
        // YARP applies the limit of the route only later.
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
