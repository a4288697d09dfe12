using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>Traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; nothing otherwise.</summary>
internal static class TelemetrieExtensions
{
    public static void AddTelemetrie(this IHostApplicationBuilder builder)
    {
        // .NET 10 leaves its server span empty unless asked; the middleware below names it.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // What goes wrong reaches our own handlers; EF would log the SQL and the server's text as well.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;

        var naam = builder.Configuration["OTEL_SERVICE_NAME"] ?? builder.Environment.ApplicationName;
        builder.Logging.AddOpenTelemetry(o =>
        {
            o.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(naam));
            o.IncludeScopes = false;
            o.AddOtlpExporter();
        });
        builder.Services.AddHostedService(_ => new Uitvoer(naam));
    }

    /// <summary>Keeps the OpenTelemetry SDK for as long as the host runs, and sends what is left when it stops.</summary>
    private sealed class Uitvoer(string naam) : IHostedLifecycleService, IDisposable
    {
        private OpenTelemetrySdk? _sdk;

        public Task StartingAsync(CancellationToken cancellationToken)
        {
            _sdk = OpenTelemetrySdk.Create(o => o
                .ConfigureResource(r => r.AddService(naam))
                .WithTracing(t => t.SetSampler(new AlwaysOnSampler()).AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy", "WmoPlatform.*").AddProcessor(new ZonderPad()))
                .WithMetrics(m => m.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "MassTransit", "WmoPlatform.*"))
                .UseOtlpExporter());
            return Task.CompletedTask;
        }

        public Task StoppedAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _sdk?.Dispose();
            _sdk = null;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>What somebody asked for may be called after a number or a name: a span of an outgoing request tells only whom it went to.</summary>
internal sealed class ZonderPad : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.full") is string adres) data.SetTag("url.full", Uri.TryCreate(adres, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null);
    }
}

/// <summary>Names the server span after its route and sets its outcome; the path itself, which may hold a number, stays out.</summary>
internal sealed class SpanAanvullen(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            await next(context);
            return;
        }
        span.SetTag("http.request.method", context.Request.Method);
        await next(context);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.route", route).SetTag("url.path", route).SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
    }
}
