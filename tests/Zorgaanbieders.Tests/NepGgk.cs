using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A GGk for one test class: it keeps messages, and refuses or is away for one person when the test says so.</summary>
public sealed class NepGgk : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<Ketenbericht> _genomen = [];
    private readonly ConcurrentDictionary<string, HttpStatusCode> _weigeringen = [];
    private readonly ConcurrentDictionary<string, int> _aangeboden = [];
    private readonly ConcurrentDictionary<string, Func<int, Antwoord>> _spelen = [];

    private NepGgk(WebApplication host) => _host = host;

    public string Adres => _host.Urls.First() + "/ggk/berichten";

    /// <summary>An answer: whether the GGk keeps the message, and what it says; 0 breaks the connection.</summary>
    public sealed record Antwoord(bool Neemt, int Status);

    /// <summary>Gives the answer to every message; null leaves it to the other settings.</summary>
    public Func<Ketenbericht, int?> Altijd { get; set; } = _ => null;

    /// <summary>Gives the answer to each next assignment of this person, counted from one.</summary>
    public void Speel(string bsn, Func<int, Antwoord> spel) => _spelen[bsn] = spel;

    /// <summary>Answers messages about this person like this, until <see cref="Neem"/>.</summary>
    public void Weiger(string bsn, HttpStatusCode status) => _weigeringen[bsn] = status;

    /// <summary>Accepts messages about this person again.</summary>
    public void Neem(string bsn)
    {
        _weigeringen.TryRemove(bsn, out _);
        _spelen.TryRemove(bsn, out _);
    }

    /// <summary>How often an assignment of this person was offered, accepted or not.</summary>
    public int Aangeboden(string bsn) => _aangeboden.GetValueOrDefault(bsn);

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
            var bericht = Ketenbericht.Lees(new MemoryStream(xml.ToArray()));
            if (ggk.Altijd(bericht) is { } altijd) return Results.StatusCode(altijd);
            if (bericht is Wmo301 { Client.Bsn: var bsn })
            {
                ggk._aangeboden.AddOrUpdate(bsn, 1, (_, keer) => keer + 1);
                if (ggk._spelen.TryGetValue(bsn, out var spel))
                {
                    var antwoord = spel(ggk._aangeboden[bsn]);
                    if (antwoord.Neemt) ggk._genomen.Enqueue(bericht);
                    if (antwoord.Status == 0) verzoek.HttpContext.Abort();
                    return Results.StatusCode(antwoord.Status == 0 ? 500 : antwoord.Status);
                }
                if (ggk._weigeringen.TryGetValue(bsn, out var status)) return Results.StatusCode((int)status);
            }
            ggk._genomen.Enqueue(bericht);
            return Results.StatusCode((int)HttpStatusCode.Accepted);
        });
        await host.StartAsync();
        return ggk;
    }

    /// <summary>Waits for the first message of this kind that fits.</summary>
    public Task<T> Krijgt<T>(Func<T, bool> past) where T : Ketenbericht =>
        Tot.Gevonden(() => Task.FromResult(_genomen.OfType<T>().FirstOrDefault(past)), melding: typeof(T).Name);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
