using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Gateway;

/// <summary>
/// Limits on rate, size and duration (settings under <c>Grenzen</c>). They are wide: they stop a runaway client, not a busy one. Each
/// instance of the gateway counts by itself.
/// </summary>
public sealed record Grenzen
{
    /// <summary>Requests per second that one user, or one address without a token, may sustain; 0 for no limit.</summary>
    public int PerSeconde { get; init; } = 500;

    /// <summary>Requests that a user may send at once after a quiet period.</summary>
    public int Piek { get; init; } = 2000;

    /// <summary>Largest body of a request, in bytes.</summary>
    public long Verzoek { get; init; } = 1024 * 1024;

    /// <summary>Largest delivery of a chain partner, in bytes: a message of 25 MB (iWmo OP179) in a base64 envelope.</summary>
    public long Bericht { get; init; } = 36 * 1024 * 1024;

    /// <summary>Largest request with a document, in bytes: the 10 MB that the service accepts, and room for what surrounds it.</summary>
    public long Document { get; init; } = 11 * 1024 * 1024;

    /// <summary>Time within which a service must have answered completely.</summary>
    public TimeSpan Antwoord { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a service may be silent in the middle of an answer.</summary>
    public TimeSpan Stilte { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the gateway asks each service whether it is ready.</summary>
    public TimeSpan Peiling { get; init; } = TimeSpan.FromSeconds(3);
}

internal static class GrenzenExtensions
{
    public static void AddGrenzen(this WebApplicationBuilder builder)
    {
        var grenzen = builder.Configuration.GetSection("Grenzen").Get<Grenzen>() ?? new Grenzen();
        builder.Services.AddSingleton(grenzen);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = grenzen.Verzoek;
        });
        builder.Services.AddRequestTimeouts();
        builder.Services.AddRateLimiter(o =>
        {
            o.OnRejected = TeVeel;
            if (grenzen.PerSeconde > 0) o.GlobalLimiter = PerGebruiker(grenzen);
        });
    }

    private static PartitionedRateLimiter<HttpContext> PerGebruiker(Grenzen grenzen)
    {
        // A tenth of the rate ten times a second, so that a waiting client continues within 100 ms.
        var emmer = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(grenzen.Piek, 1),
            TokensPerPeriod = Math.Max(grenzen.PerSeconde / 10, 1),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(grenzen.PerSeconde < 10 ? 1000.0 / grenzen.PerSeconde : 100),
            AutoReplenishment = false,
        };
        return PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.Path.Value is "/health/live" or "/health/ready"
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(Wie(context), _ => emmer));
    }

    /// <summary>The subject of a valid token or, without one, the client's address.</summary>
    private static string Wie(HttpContext context) => context.User.FindFirst("sub")?.Value ?? Adres(context.Connection.RemoteIpAddress);

    private static string Adres(IPAddress? adres) => adres switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => adres.MapToIPv4().ToString(),
        // One subscriber has a whole /64.
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(adres.GetAddressBytes().AsSpan(0, 8)),
        _ => adres.ToString(),
    };

    private static ValueTask TeVeel(OnRejectedContext afgewezen, CancellationToken annulering)
    {
        var wacht = afgewezen.Lease.TryGetMetadata(MetadataName.RetryAfter, out var tijd)
            ? Math.Max(1, (int)Math.Ceiling(tijd.TotalSeconds)) : 1;
        afgewezen.HttpContext.Response.Headers.RetryAfter = wacht.ToString(CultureInfo.InvariantCulture);
        return new(Problemen.Schrijf(afgewezen.HttpContext, Problemen.Maak(StatusCodes.Status429TooManyRequests, "te-veel-verzoeken",
            "U stuurt te veel verzoeken achter elkaar. Wacht zo lang als Retry-After zegt en probeer het dan opnieuw.")));
    }
}
