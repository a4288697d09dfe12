using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Gateway.Tests;

/// <summary>Stands in for all services: one process with a port for each, which remembers every request.</summary>
public sealed class Achterkant : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Binnengekomen> _binnengekomen = new();

    private Achterkant(WebApplication host) => _host = host;

    /// <summary>The address of each service, as settings of the gateway.</summary>
    public IReadOnlyDictionary<string, string> Adressen { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether <c>/health/ready</c> answers that the service is ready.</summary>
    public bool Gereed { get; set; } = true;

    /// <summary>The requests that came in, except the health probes.</summary>
    public IReadOnlyList<Binnengekomen> Alles => [.. _binnengekomen];

    public static async Task<Achterkant> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        string[] diensten = [.. Apis.Alle.Select(a => a.Dienst).Distinct()];
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.Limits.MaxRequestBodySize = null;
            foreach (var _ in diensten) o.Listen(IPAddress.Loopback, 0);
        });
        var host = builder.Build();
        var achterkant = new Achterkant(host);
        host.MapGet("/health/ready", () => achterkant.Gereed ? Results.Ok() : Results.StatusCode(503));
        host.MapFallback("{*pad}", achterkant.Antwoord);
        await host.StartAsync();
        achterkant.Adressen = diensten.Zip(host.Urls).ToDictionary(p => p.First, p => p.Second);
        return achterkant;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task Antwoord(HttpContext context)
    {
        var verzoek = context.Request;
        if (verzoek.Path.Value!.EndsWith("/zwijgt", StringComparison.Ordinal)) await Task.Delay(Timeout.Infinite, context.RequestAborted)
            .ContinueWith(_ => { });
        using var body = new MemoryStream();
        try
        {
            await verzoek.Body.CopyToAsync(body);
        }
        catch (BadHttpRequestException)
        {
            return;
        }
        var dienst = Adressen.First(a => new Uri(a.Value).Port == context.Connection.LocalPort).Key;
        _binnengekomen.Enqueue(new(dienst, $"{verzoek.Method} {verzoek.Path.ToUriComponent()}{verzoek.QueryString}", body.Length,
            verzoek.Headers.ToDictionary(k => k.Key, k => k.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        context.Response.Headers["API-Version"] = "2.3.4";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ETag = "\"7\"";
        if (verzoek.Path.Value.EndsWith("/openapi.json", StringComparison.Ordinal)) context.Response.Headers.AccessControlAllowOrigin = "*";
        if (verzoek.Path.Value.EndsWith("/geweigerd", StringComparison.Ordinal)) context.Response.StatusCode = 409;
        await context.Response.WriteAsync("antwoord van de dienst");
    }
}

/// <summary>A request as the service saw it.</summary>
public sealed record Binnengekomen(string Dienst, string Regel, long Grootte, IDictionary<string, string> Koppen);
