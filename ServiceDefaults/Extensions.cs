using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.ServiceDefaults.Telemetrie;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.ServiceDefaults;

/// <summary>The run-time defaults of every process: telemetry, health, sign-in, problem details, API conventions and one clock.</summary>
public static class Extensions
{
    /// <summary>Adds the defaults of a process without an API of its own: telemetry, health, the clock and TLS.</summary>
    /// <exception cref="InvalidOperationException">The clock is moved, or a connection has no TLS, outside Development.</exception>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTelemetrie();
        builder.Services.AddSingleton<Beveiligingslog>();
        builder.Services.AddHealthChecks().AddCheck("proces", () => HealthCheckResult.Healthy(), ["live"]);
        builder.Services.AddSingleton(Klok.Maak(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton(Versleuteling.Van(builder)).AddHostedService<Luisterwacht>();
        return builder;
    }

    /// <summary>
    /// Adds the defaults of a service with an API: those above, sign-in, problem details, the municipality's choices, OpenAPI and the JSON
    /// conventions.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="api">The name and the path of the API.</param>
    /// <exception cref="InvalidOperationException">A required setting is missing or wrong.</exception>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, ApiBeschrijving api)
    {
        builder.AddServiceDefaults();
        builder.AddAanmelding();
        builder.Services.AddFouten();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RolGeweigerd>();
        builder.Services.AddSingleton(builder.Configuration.LeesGemeentebeleid());
        builder.Services.AddSingleton<GroteVerzoeken>();
        builder.AddApi(api);
        return builder;
    }

    /// <summary>Puts the middleware of an API service in order. Call it right after <c>Build</c>.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<ApiVersieKop>();
        app.UseBeveiligingslog();
        app.UseFoutafhandeling();
        app.UseVerzoekvorm();
        app.UseRouting();
        app.Use(ServedRoute.Add);
        app.UseBekendeAdressen();
        app.UseCors();
        app.UseAuthentication();
        app.UseUitvoerder();
        app.UseAuthorization();
        app.UseGroteVerzoeken();
        return app;
    }

    /// <summary>Turns every exception and every bare error status into problem+json. First in the pipeline.</summary>
    public static IApplicationBuilder UseFoutafhandeling(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(Problemen.BijKaleStatus);
        return app;
    }

    /// <summary>
    /// Answers 404 to an unknown address, and 405 to a method that the address does not have. It stands between <c>UseRouting</c> and
    /// <c>UseAuthorization</c>, where the fallback policy would otherwise answer 401 or 403.
    /// </summary>
    public static IApplicationBuilder UseBekendeAdressen(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var eindpunt = context.GetEndpoint();
        // API Design Rules, no-trailing-slash: 404. Routing itself ignores the slash.
        if (eindpunt is null || context.Request.Path.Value is [_, .., '/'])
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        // An endpoint that is no route is routing's own answer: 405 or 415.
        return eindpunt is RouteEndpoint ? next(context) : eindpunt.RequestDelegate!(context);
    });

    /// <summary>Maps <c>/health/live</c> (the process runs) and <c>/health/ready</c> (it can work), in every environment.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health/live", Alleen("live")).AllowAnonymous().DisableHttpMetrics();
        app.MapHealthChecks("/health/ready", Alleen("ready", "live")).AllowAnonymous().DisableHttpMetrics();
        return app;

        static HealthCheckOptions Alleen(params string[] tags) => new()
        {
            Predicate = check => check.Tags.Overlaps(tags),
            ResponseWriter = static (context, rapport) => context.Response.WriteAsJsonAsync(new
            {
                status = rapport.Status.ToString(),
                onderdelen = rapport.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString()),
            }),
        };
    }
}
