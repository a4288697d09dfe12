using Microsoft.AspNetCore.HttpOverrides;
using WmoPlatform.ServiceDefaults.Telemetrie;

namespace WmoPlatform.Gateway;

/// <summary>Removes request headers that only the platform may set, and adds response headers that protect a browser.</summary>
internal static class Koppen
{
    // An API answers with data: a browser may not run, load or frame anything in it.
    private const string BeleidApi = "default-src 'none'; frame-ancestors 'none'";
    // The gateway's own pages load only what the gateway serves.
    private const string BeleidPagina =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    // A page of a service for people who do not sign in: it is styled by the gateway, and its form goes back to the service.
    private const string BeleidFormulier =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    // Swagger UI is a program: it fetches, sets its own styles and draws its icons from data URLs.
    private const string BeleidDocumentatie =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly HashSet<string> Paginas =
        Apis.Alle.Where(a => a.Pagina is not null).Select(a => a.Pad + a.Pagina).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static void AddKoppen(this WebApplicationBuilder builder)
    {
        // Only the load balancers named here are trusted about who the client is (addresses or networks, separated by commas).
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var netwerk in Netwerken(builder.Configuration)) o.KnownIPNetworks.Add(netwerk);
        });
    }

    /// <summary>The load balancers that are trusted.</summary>
    public static System.Net.IPNetwork[] Netwerken(IConfiguration instellingen) =>
        [.. Lijst(instellingen["Proxies:Vertrouwd"]).Select(netwerk => System.Net.IPNetwork.Parse(MetLengte(netwerk)))];

    public static void UseKoppen(this WebApplication app)
    {
        if (Lijst(app.Configuration["Proxies:Vertrouwd"]).Length > 0) app.UseForwardedHeaders();
        var metHsts = !app.Environment.IsDevelopment();
        // Set at the last moment, so that a service's answer and a cleared error response carry them too.
        Func<object, Task> beveilig = context => Beveilig((HttpContext)context, metHsts);
        app.Use((context, next) =>
        {
            Ontdoe(context.Request.Headers);
            context.Response.OnStarting(beveilig, context);
            return next(context);
        });
    }

    public static string[] Lijst(string? waarde) =>
        (waarde ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes a single address as a network of one.</summary>
    private static string MetLengte(string netwerk) =>
        netwerk.Contains('/', StringComparison.Ordinal) ? netwerk
        : netwerk.Contains(':', StringComparison.Ordinal) ? netwerk + "/128"
        : netwerk + "/32";

    private static Task Beveilig(HttpContext context, bool metHsts)
    {
        var koppen = context.Response.Headers;
        koppen.CacheControl = "no-store";
        koppen.ContentSecurityPolicy = Beleid(context.Request.Path);
        koppen.XContentTypeOptions = "nosniff";
        koppen.XFrameOptions = "DENY";
        koppen["Referrer-Policy"] = "no-referrer";
        koppen["Cross-Origin-Opener-Policy"] = "same-origin";
        koppen["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (metHsts) koppen.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        koppen.Remove("Server");
        ServedRoute.Take(context);
        // Answers of the gateway itself, such as 401 and 429, carry the version that all APIs share.
        koppen.TryAdd("API-Version", "1.0.0");
        return Task.CompletedTask;
    }

    private static string Beleid(PathString pad) =>
        pad.Value == "/" ? BeleidPagina
        : pad.StartsWithSegments(Catalogus.Documentatie) ? BeleidDocumentatie
        : Paginas.Contains(pad.Value ?? "") ? BeleidFormulier
        : BeleidApi;

    private static void Ontdoe(IHeaderDictionary koppen)
    {
        List<string>? weg = null;
        foreach (var (naam, _) in koppen)
            if (IsIntern(naam)) (weg ??= []).Add(naam);
        foreach (var naam in weg ?? []) koppen.Remove(naam);
    }

    /// <summary>
    /// Whether a header describes the client on behalf of a proxy, belongs to our own messages, or travels along with a trace.
    /// </summary>
    private static bool IsIntern(string naam) => (naam[0] | 0x20) switch
    {
        'x' => Begint(naam, "X-Forwarded-") || Begint(naam, "X-Internal-") || Begint(naam, "X-Original-")
            || Is(naam, "X-Real-IP") || Is(naam, "X-HTTP-Method-Override"),
        'm' => Begint(naam, "MT-"),
        'f' => Is(naam, "Forwarded"),
        'b' => Is(naam, "baggage"),
        'c' => Is(naam, "Correlation-Context"),
        'r' => Is(naam, "Request-Id"),
        _ => false,
    };

    private static bool Begint(string naam, string begin) => naam.StartsWith(begin, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string naam, string ander) => naam.Equals(ander, StringComparison.OrdinalIgnoreCase);
}
