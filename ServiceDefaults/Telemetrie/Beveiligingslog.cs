using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>
/// The security log: a stream of its own (category <c>Beveiliging</c>) with every refusal. A line holds the kind, the route, the status,
/// the role and the client; never a subject, an address or a number. Each kind writes at most ten lines in ten seconds. The rest is
/// counted, and the count is written when the ten seconds are over.
/// </summary>
public sealed class Beveiligingslog(ILoggerFactory loggers)
{
    /// <summary>Name of the category, and of the scope in OpenTelemetry.</summary>
    public const string Categorie = "Beveiliging";

    /// <summary>Lines of one kind in one window.</summary>
    public const int Hoogstens = 10;

    private const string Reden = "Beveiliging:Reden";

    private readonly ILogger _log = loggers.CreateLogger(Categorie);
    private readonly ConcurrentDictionary<string, Venster> _vensters = new();

    /// <summary>How long a window lasts.</summary>
    public TimeSpan Vensterduur { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Writes one refusal, or counts it.</summary>
    /// <param name="voorval">The kind, in kebab-case, for instance <c>aanmelding-geweigerd</c>.</param>
    /// <param name="status">The HTTP status of the answer.</param>
    /// <param name="operatie">Method and route; never the address that the client chose.</param>
    /// <param name="rol">The role of the token.</param>
    /// <param name="client">The client of the token.</param>
    /// <param name="reden">Why, for instance the type of the error in the token.</param>
    public void Meld(string voorval, int status, string? operatie, string? rol = null, string? client = null, string? reden = null)
    {
        if (!_log.IsEnabled(LogLevel.Warning)) return;
        var venster = _vensters.GetOrAdd(voorval, static _ => new());
        switch (venster.Tel())
        {
            case 1:
                _ = Sluit(voorval, venster);
                break;
            case > Hoogstens:
                return;
        }
        _log.LogWarning("{Voorval}: {Status} op {Operatie}, rol {Rol}, client {Client}, reden {Reden}.",
            voorval, status, operatie, rol, client, reden);
    }

    private async Task Sluit(string voorval, Venster venster)
    {
        await Task.Delay(Vensterduur);
        if (venster.Sluit() - Hoogstens is > 0 and var onderdrukt)
            _log.LogWarning("{Voorval}: nog {Onderdrukt} keer in {Venster}.", voorval, onderdrukt, Vensterduur);
    }

    /// <summary>Remembers why the token of a request was refused: the type of the error.</summary>
    internal static void Onthoud(HttpContext context, Exception fout) => context.Items[Reden] = fout.GetType().Name;

    internal static string? RedenVan(HttpContext context) => context.Items[Reden] as string;

    private sealed class Venster
    {
        private int _aantal;

        public int Tel() => Interlocked.Increment(ref _aantal);

        public int Sluit() => Interlocked.Exchange(ref _aantal, 0);
    }
}

/// <summary>Puts the security log around a pipeline.</summary>
public static class BeveiligingslogExtensions
{
    /// <summary>Writes what this process refuses. Outside the error handling, where the final status is known.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="eigenAntwoord">Whether this process gave the answer itself. By default it always does.</param>
    public static IApplicationBuilder UseBeveiligingslog(this IApplicationBuilder app, Func<HttpContext, bool>? eigenAntwoord = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.ApplicationServices.GetRequiredService<Beveiligingslog>();
        return app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode < 400 || eigenAntwoord?.Invoke(context) == false) return;
            // The error handling has taken the endpoint away.
            var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            if (Voorval(context.Response.StatusCode, endpoint) is not { } voorval) return;
            var wie = Uitvoerder.Van(context.User, null);
            log.Meld(voorval, context.Response.StatusCode,
                endpoint is RouteEndpoint route ? $"{Methode(context.Request.Method)} {route.RoutePattern.RawText}" : null, wie?.Rol,
                wie?.Client, Beveiligingslog.RedenVan(context));
        });
    }

    private static string? Voorval(int status, Endpoint? endpoint) => status switch
    {
        401 => "aanmelding-geweigerd",
        403 => "toegang-geweigerd",
        404 => endpoint is null ? "onbekend-adres" : "onbekend-of-van-een-ander",
        405 => "methode-geweigerd",
        413 => "te-groot",
        429 => "te-veel-verzoeken",
        _ => null,
    };

    /// <summary>The method as we know it: a client can invent one.</summary>
    private static string Methode(string methode) =>
        HttpMethods.IsGet(methode) ? "GET" : HttpMethods.IsPost(methode) ? "POST" : HttpMethods.IsPut(methode) ? "PUT"
        : HttpMethods.IsDelete(methode) ? "DELETE" : "anders";
}
