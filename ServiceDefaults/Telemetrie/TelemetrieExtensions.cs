using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.ServiceDefaults.Telemetrie;

/// <summary>Sends traces, metrics and logs over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set (docs/operations.md).</summary>
internal static class TelemetrieExtensions
{
    public static void AddTelemetrie(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistributedContextPropagator>(new TraceOnly());
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Our own handlers report errors. EF would also log the SQL and the server's text.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        // Polly logs the client and the strategy of every attempt. Our own lines report the outcome.
        builder.Logging.AddFilter("Polly", LogLevel.None);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } ontvanger) return;
        Versleuteling.Van(builder).EisHttps("OTEL_EXPORTER_OTLP_ENDPOINT", new Uri(ontvanger));

        // The instrumentation needs TraceOnly's rule too: by default it reads baggage itself, and passes it on.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder.Services.AddSingleton<ExceptionsWithoutText>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? builder.Environment.ApplicationName))
            .WithTracing(t => t
                .SetSampler(new OnlyCaused())
                .AddAspNetCoreInstrumentation(o =>
                {
                    o.Filter = static context => !context.Request.Path.StartsWithSegments("/health");
                    o.EnrichWithHttpResponse = ServedRoute.NameSpan;
                })
                .AddHttpClientInstrumentation()
                .AddSource("Npgsql", "WmoPlatform.*")
                .AddInstrumentation(sp => sp.GetRequiredService<ExceptionsWithoutText>())
                .AddProcessor(new FailuresShow())
                .AddProcessor(new SpansWithoutPersonalData()))
            .WithMetrics(m => m
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "WmoPlatform.*"))
            // Never the scopes: they hold the path of the request.
            .WithLogging(l => l.AddProcessor(new LogsWithoutExceptionText()), o => o.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }
}
