using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>One webhook as it came in.</summary>
public sealed record Ontvangst(string Id, string Tijd, string[] Handtekeningen, string Type, string Inhoud)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Inhoud).RootElement.Clone();

    public string Gebeurtenis => Json.GetProperty("type").GetString()!;

    /// <summary>Whether this secret signed it, computed as a provider would, without the code of the platform.</summary>
    public bool IsGetekendMet(string geheim)
    {
        var verwacht = HMACSHA256.HashData(
            Convert.FromBase64String(geheim["whsec_".Length..]), Encoding.UTF8.GetBytes($"{Id}.{Tijd}.{Inhoud}"));
        return Handtekeningen
            .Any(h => h.StartsWith("v1,", StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(h[3..]), verwacht));
    }
}

/// <summary>The server of a provider: it keeps webhooks, and answers as the test says.</summary>
public sealed class Ontvanger : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Ontvangst> _ontvangen = [];

    private Ontvanger(WebApplication host) => _host = host;

    public string Url => _host.Urls.First() + "/webhooks";

    public string Elders => _host.Urls.First() + "/elders";

    /// <summary>What it answers from now on.</summary>
    public Func<Ontvangst, Task<int>> Antwoord { get; set; } = _ => Task.FromResult(204);

    /// <summary>All webhooks that came in, in order, rejected ones too.</summary>
    public IReadOnlyList<Ontvangst> Ontvangen => [.. _ontvangen];

    /// <summary>Starts it on http, or on https with this certificate.</summary>
    public static async Task<Ontvanger> StartAsync(X509Certificate2? certificaat = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0, poort =>
        {
            if (certificaat is not null) poort.UseHttps(certificaat);
        }));
        var host = builder.Build();
        var ontvanger = new Ontvanger(host);
        host.MapPost("/{waar}", async (HttpRequest verzoek, HttpResponse antwoord) =>
        {
            using var lezer = new StreamReader(verzoek.Body);
            var ontvangst = new Ontvangst(
                verzoek.Headers["webhook-id"]!, verzoek.Headers["webhook-timestamp"]!,
                verzoek.Headers["webhook-signature"].ToString().Split(' '),
                verzoek.ContentType!, await lezer.ReadToEndAsync());
            ontvanger._ontvangen.Enqueue(ontvangst);
            antwoord.StatusCode = await ontvanger.Antwoord(ontvangst);
            if (antwoord.StatusCode is 307) antwoord.Headers.Location = ontvanger.Elders;
        });
        await host.StartAsync();
        return ontvanger;
    }

    /// <summary>Waits for the first webhook that fits.</summary>
    public Task<Ontvangst> Krijgt(Func<Ontvangst, bool>? past = null) => Tot.Gevonden(
        () => Task.FromResult(_ontvangen.FirstOrDefault(past ?? (_ => true))), melding: "webhook");

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
