using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A GGk of the test's own: keeps what it takes, and refuses or is away for one person when the test says so.</summary>
public sealed class NepGgk : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Ketenbericht> _genomen = [];
    private readonly ConcurrentDictionary<string, HttpStatusCode> _weigeringen = [];
    private readonly ConcurrentDictionary<string, int> _aangeboden = [];

    private NepGgk(WebApplication host) => _host = host;

    public string Adres => _host.Urls.First() + "/ggk/berichten";

    /// <summary>Answers like this to what is about this person, until <see cref="Neem"/>.</summary>
    public void Weiger(string bsn, HttpStatusCode status) => _weigeringen[bsn] = status;

    /// <summary>Takes what is about this person again.</summary>
    public void Neem(string bsn) => _weigeringen.TryRemove(bsn, out _);

    /// <summary>How often an assignment of this person was offered, taken or not.</summary>
    public int Aangeboden(string bsn) => _aangeboden.GetValueOrDefault(bsn);

    /// <summary>What it took, in order; a repeated delivery counts again.</summary>
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
            var bericht = Ketenbericht.Lees(new MemoryStream(xml.ToArray()));
            if (bericht is Wmo301 { Client.Bsn: var bsn })
            {
                ggk._aangeboden.AddOrUpdate(bsn, 1, (_, keer) => keer + 1);
                if (ggk._weigeringen.TryGetValue(bsn, out var status)) return Results.StatusCode((int)status);
            }
            ggk._genomen.Enqueue(bericht);
            return Results.StatusCode((int)HttpStatusCode.Accepted);
        });
        await host.StartAsync();
        return ggk;
    }

    /// <summary>The first message of this kind that fits, as soon as it has come.</summary>
    public Task<T> Krijgt<T>(Func<T, bool> past) where T : Ketenbericht =>
        Tot.Gevonden(() => Task.FromResult(_genomen.OfType<T>().FirstOrDefault(past)), melding: typeof(T).Name);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
