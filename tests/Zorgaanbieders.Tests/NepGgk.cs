using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A GGk for one test class: it keeps messages, answers as the test says, and can be away.</summary>
public sealed class NepGgk : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Ketenbericht> _genomen = [];
    private int _aangeboden;

    private NepGgk(WebApplication host) => _host = host;

    public string Adres => _host.Urls.First() + "/ggk/berichten";

    /// <summary>How it answers from now on.</summary>
    public HttpStatusCode Status { get; set; } = HttpStatusCode.Accepted;

    /// <summary>How often a message was offered, accepted or not.</summary>
    public int Aangeboden => Volatile.Read(ref _aangeboden);

    /// <summary>The accepted messages, in order; a repeated delivery counts again.</summary>
    public IReadOnlyCollection<Ketenbericht> Genomen => _genomen;

    public static async Task<NepGgk> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var ggk = new NepGgk(host);
        host.MapPost("/ggk/berichten", async (HttpRequest verzoek) =>
        {
            using var xml = new MemoryStream();
            await verzoek.Body.CopyToAsync(xml);
            Interlocked.Increment(ref ggk._aangeboden);
            if (ggk.Status == HttpStatusCode.Accepted) ggk._genomen.Enqueue(Ketenbericht.Lees(new MemoryStream(xml.ToArray())));
            return Results.StatusCode((int)ggk.Status);
        });
        await host.StartAsync();
        return ggk;
    }

    /// <summary>Waits for the first message of this kind that fits.</summary>
    public Task<T> Krijgt<T>(Func<T, bool> past) where T : Ketenbericht =>
        Tot.Gevonden(() => Task.FromResult(_genomen.OfType<T>().FirstOrDefault(past)), melding: typeof(T).Name);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
