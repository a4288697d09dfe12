using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Testhuis;

/// <summary>A chain partner for one test class, which accepts and keeps every message while it lets us in.</summary>
public sealed class NepPartner : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<byte[]> _genomen = [];

    private NepPartner(WebApplication host) => _host = host;

    /// <summary>The address on which it listens.</summary>
    public string Adres => _host.Urls.First() + "/berichten";

    /// <summary>The accepted messages, in order; a repeated delivery counts again.</summary>
    public IReadOnlyCollection<byte[]> Genomen => _genomen;

    /// <summary>Whether it turns away whoever comes (401): it has not got the message then.</summary>
    public bool LaatNiemandBinnen { get; set; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<NepPartner> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var partner = new NepPartner(host);
        host.MapPost("/berichten", async (HttpRequest verzoek) =>
        {
            if (partner.LaatNiemandBinnen) return Results.Unauthorized();
            using var inhoud = new MemoryStream();
            await verzoek.Body.CopyToAsync(inhoud);
            partner._genomen.Enqueue(inhoud.ToArray());
            return Results.Accepted();
        });
        await host.StartAsync();
        return partner;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
