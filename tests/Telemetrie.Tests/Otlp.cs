using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WmoPlatform.Telemetrie.Tests;

/// <summary>A collector that receives traces, metrics and logs over OTLP (HTTP, protobuf) and keeps them.</summary>
internal sealed class Otlp : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _alles = new();
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentDictionary<(string Dienst, string Naam), Meting> _metingen = new();
    private readonly ConcurrentDictionary<string, int> _rondes = new();
    private readonly ConcurrentQueue<Logregel> _logs = new();
    private static readonly (int Veld, int Kenmerken)[] Metingsoorten = [(5, 7), (7, 7), (9, 9)];
    private readonly WebApplication _host;

    private Otlp(WebApplication host) => _host = host;

    public string Adres => _host.Urls.First();
    public IEnumerable<Span> Spans => _spans;
    public IEnumerable<Logregel> Logs => _logs;
    public IEnumerable<Meting> Metingen => _metingen.Values;

    /// <summary>How often this process has sent its metrics; tests use it as a clock.</summary>
    public int Rondes(string dienst) => _rondes.GetValueOrDefault(dienst);

    /// <summary>The raw requests. Names, attributes and texts are legible in them.</summary>
    public IEnumerable<string> Alles => _alles;

    /// <summary>The settings with which a process sends to this collector.</summary>
    /// <param name="dienst">The service name; without it, the process gives its own.</param>
    public List<KeyValuePair<string, string?>> Instellingen(string? dienst = null) =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", Adres), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        // The defaults are 5 and 60 seconds.
        new("OTEL_BSP_SCHEDULE_DELAY", "500"), new("OTEL_BLRP_SCHEDULE_DELAY", "500"), new("OTEL_METRIC_EXPORT_INTERVAL", "2000"),
        .. dienst is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("OTEL_SERVICE_NAME", dienst)],
    ];

    public static async Task<Otlp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var otlp = new Otlp(host);
        host.MapPost("/v1/traces", (HttpRequest verzoek) => otlp.Neem(verzoek, otlp.NeemSpans));
        host.MapPost("/v1/metrics", (HttpRequest verzoek) => otlp.Neem(verzoek, otlp.NeemMetingen));
        host.MapPost("/v1/logs", (HttpRequest verzoek) => otlp.Neem(verzoek, otlp.NeemLogs));
        await host.StartAsync();
        return otlp;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<IResult> Neem(HttpRequest verzoek, Action<string, Protobuf> lees)
    {
        using var inhoud = new MemoryStream();
        await verzoek.Body.CopyToAsync(inhoud);
        _alles.Enqueue(Encoding.UTF8.GetString(inhoud.ToArray()));
        // Export…ServiceRequest: resource_… = 1, of which resource = 1 and scope_… = 2.
        foreach (var van in new Protobuf(inhoud.ToArray())[1])
        {
            var dienst = Kenmerken(van.Een(1), 1).GetValueOrDefault("service.name", "");
            foreach (var bron in van[2]) lees(dienst, bron);
        }
        return Results.Bytes([], "application/x-protobuf");
    }

    // ScopeSpans: scope = 1 (name = 1), spans = 2.
    private void NeemSpans(string dienst, Protobuf bron)
    {
        var naam = bron.Een(1).Een(1).Tekst;
        foreach (var span in bron[2]) _spans.Enqueue(Lees(dienst, naam, span));
    }

    // Span: trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, kind = 6, start = 7, end = 8, attributes = 9, status = 15 (code = 3).
    private static Span Lees(string dienst, string bron, Protobuf span) => new(
        dienst, bron, span.Een(1).Hex, span.Een(2).Hex, span.Een(4).Hex, span.Een(5).Tekst, (Spansoort)span.Getal(6),
        TimeSpan.FromMicroseconds((span.Getal(8) - span.Getal(7)) / 1000), span.Een(15).Getal(3) == 2, Kenmerken(span, 9));

    // ScopeMetrics: metrics = 2, of which name = 1, description = 2, unit = 3; gauge = 5, sum = 7 and histogram = 9 have data_points = 1,
    // and those attributes = 7, or in a histogram 9.
    private void NeemMetingen(string dienst, Protobuf bron)
    {
        foreach (var meting in bron[2])
        {
            var kenmerken = from soort in Metingsoorten
                            from punten in meting[soort.Veld]
                            from punt in punten[1]
                            from kenmerk in Kenmerken(punt, soort.Kenmerken)
                            select $"{kenmerk.Key}={kenmerk.Value}";
            var nieuw = new Meting(dienst, meting.Een(1).Tekst, meting.Een(3).Tekst, meting.Een(2).Tekst, [.. kenmerken]);
            _metingen.AddOrUpdate(
                (dienst, nieuw.Naam), nieuw, (_, eerder) => nieuw with { Kenmerken = [.. eerder.Kenmerken.Union(nieuw.Kenmerken)] });
        }
        // Every process sends this metric in every round.
        if (bron.Een(1).Een(1).Tekst == "System.Runtime") _rondes.AddOrUpdate(dienst, 1, (_, n) => n + 1);
    }

    // ScopeLogs: log_records = 2, of which body = 5 (string_value = 1), attributes = 6 and trace_id = 9.
    private void NeemLogs(string dienst, Protobuf bron)
    {
        foreach (var regel in bron[2]) _logs.Enqueue(new(dienst, regel.Een(5).Een(1).Tekst, regel.Een(9).Hex));
    }

    /// <summary>Attributes: key = 1, value = 2, of which string_value = 1. Of other types only the name is kept.</summary>
    private static Dictionary<string, string> Kenmerken(Protobuf van, int nummer)
    {
        var kenmerken = new Dictionary<string, string>();
        foreach (var kenmerk in van[nummer]) kenmerken[kenmerk.Een(1).Tekst] = kenmerk.Een(2).Een(1).Tekst;
        return kenmerken;
    }
}

/// <param name="Dienst">service.name of the process.</param>
/// <param name="Bron">The library that made the span.</param>
/// <param name="Spoor">Trace id.</param>
/// <param name="Id">Span id.</param>
/// <param name="Ouder">Span id of its parent; empty for a root.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Soort">Its kind.</param>
/// <param name="Duur">From start to end.</param>
/// <param name="Fout">Whether its status is an error.</param>
/// <param name="Kenmerken">Its attributes. Those that are not text have only a name.</param>
internal sealed record Span(
    string Dienst, string Bron, string Spoor, string Id, string Ouder, string Naam, Spansoort Soort, TimeSpan Duur, bool Fout,
    IReadOnlyDictionary<string, string> Kenmerken)
{
    public override string ToString() => $"{Dienst,-16} {Soort,-8} {Bron,-28} {Naam}  ({Id} < {Ouder})";
}

internal enum Spansoort
{
    Onbekend,
    Intern,
    Server,
    Client,
    Producer,
    Consumer,
}

/// <param name="Dienst">service.name of the process.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Eenheid">Its unit, in UCUM.</param>
/// <param name="Uitleg">Its description.</param>
/// <param name="Kenmerken">Every attribute that it has had, as <c>name=value</c>.</param>
internal sealed record Meting(string Dienst, string Naam, string Eenheid, string Uitleg, IReadOnlyList<string> Kenmerken);

internal sealed record Logregel(string Dienst, string Tekst, string Spoor);
