using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.ServiceDefaults.Telemetrie;
using WmoPlatform.Telemetrie.Tests;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>
/// The telemetry of a request, a call, a statement, an exception and a log line, and the data that it leaves out.
/// </summary>
/// <remarks>Runs alone, because the instrumentation sees the calls of all tests in this process.</remarks>
[Collection(nameof(InstrumentatieTests))]
[CollectionDefinition(nameof(InstrumentatieTests), DisableParallelization = true)]
public sealed class InstrumentatieTests : IAsyncLifetime
{
    private readonly string _dienst = $"proef-{Guid.NewGuid():N}";
    private readonly string _lokaas = $"lokaas{Guid.NewGuid():N}";
    private Otlp _otlp = null!;

    public async ValueTask InitializeAsync() => _otlp = await Otlp.StartAsync();

    public ValueTask DisposeAsync() => _otlp.DisposeAsync();

    [Fact]
    public async Task A_server_span_names_the_route_and_nothing_that_a_client_chose()
    {
        await Draai(app => app.MapGet("/zaken/{nummer}", (string nummer) => nummer), async (http, _) =>
        {
            var rest = $"/zaken/{_lokaas}?naam={_lokaas} HTTP/1.1\r\nHost: {_lokaas}.example\r\n"
            + $"User-Agent: {_lokaas}\r\nConnection: close\r\n\r\n";
            (await Roep(http, "GET " + rest)).ShouldStartWith("HTTP/1.1 200");
            (await Roep(http, $"{_lokaas} {rest}")).ShouldStartWith("HTTP/1.1 405");
        });

        var span = Spans("Microsoft.AspNetCore").First(s => s.Naam == "GET /zaken/{nummer}");
        span.Kenmerken.Keys.Order().ShouldBe(
            ["http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme"]);
        span.Kenmerken["http.route"].ShouldBe("/zaken/{nummer}");
        LektNiet();
    }

    [Fact]
    public async Task A_refused_request_keeps_its_route_and_is_no_error()
    {
        await Draai(
            app => app.MapPost("/zaken/{nummer}/besluit", IResult (string nummer) =>
                throw Weigering.Toestand("proef", $"Kan niet bij {nummer}.")),
            async (http, _) =>
                (await http.PostAsync(new Uri($"/zaken/{_lokaas}/besluit", UriKind.Relative), null)).StatusCode
                .ShouldBe(HttpStatusCode.Conflict));

        var span = Spans("Microsoft.AspNetCore").ShouldHaveSingleItem();
        (span.Naam, span.Fout).ShouldBe(("POST /zaken/{nummer}/besluit", false));
        LektNiet();
    }

    [Fact]
    public async Task A_refusal_is_sent_as_a_line_of_the_security_log_in_the_trace_of_the_request()
    {
        await Draai(
            app => app.UseBeveiligingslog().UseRouting().UseEndpoints(
                e => e.MapGet("/zaken/{nummer}", () => Results.StatusCode(StatusCodes.Status403Forbidden))),
            async (http, _) => await http.GetAsync(new Uri($"/zaken/{_lokaas}?naam={_lokaas}", UriKind.Relative)));

        var regel = _otlp.Logs.Single(l => l.Dienst == _dienst && l.Tekst.Contains("geweigerd", StringComparison.Ordinal));
        regel.Tekst.ShouldStartWith("toegang-geweigerd: 403 op GET /zaken/{nummer}");
        regel.Spoor.ShouldBe(Spans("Microsoft.AspNetCore").ShouldHaveSingleItem().Spoor);
        LektNiet();
    }

    [Fact]
    public async Task An_exception_is_seen_by_its_type_and_never_by_its_text()
    {
        await Draai(
            app => app.MapGet("/kapot", IResult () => throw new InvalidOperationException(_lokaas, new FormatException(_lokaas))),
            async (http, app) =>
            {
                ((int)(await http.GetAsync(new Uri("/kapot", UriKind.Relative))).StatusCode).ShouldBe(500);
                using var scope = app.Logger.BeginScope("{Naam}", _lokaas);
                app.Logger.LogError(new InvalidOperationException(_lokaas), "Een proef mislukt.");
            });

        Spans("Microsoft.AspNetCore").ShouldHaveSingleItem().Fout.ShouldBeTrue();
        _otlp.Logs.Where(l => l.Dienst == _dienst).Select(l => l.Tekst).ShouldContain("Een proef mislukt.");
        LektNiet();
    }

    [Fact]
    public async Task A_call_shows_whom_it_went_to_and_not_what_was_asked()
    {
        var dood = VrijePoort.Neem();
        await Draai(
            app => app.MapGet("/ander", (string naam) => naam),
            async (http, _) =>
            {
                using var werk = new Activity("werk").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
                werk.ActivityTraceFlags = ActivityTraceFlags.Recorded;
                werk.Start();
                (await http.GetAsync(new Uri($"/ander?naam={_lokaas}", UriKind.Relative))).EnsureSuccessStatusCode();
                await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://127.0.0.1:{dood}/{_lokaas}")));
            });

        Spans("System.Net.Http").ShouldContain(s => s.Fout && s.Kenmerken["url.full"] == $"http://127.0.0.1:{dood}");
        LektNiet();
    }

    [Fact]
    public async Task What_rides_along_with_a_trace_goes_no_further()
    {
        string? baggage = null;
        await Draai(
            app =>
            {
                app.MapGet("/dienst", async (HttpContext context, IHttpClientFactory clients) =>
                {
                    using var client = clients.CreateClient();
                    return await client.GetStringAsync(new Uri($"{context.Request.Scheme}://{context.Request.Host}/partner"));
                });
                app.MapGet("/partner", (HttpRequest verzoek) =>
                    baggage = $"{verzoek.Headers["baggage"]}{verzoek.Headers["Correlation-Context"]}");
            },
            async (http, _) =>
            {
                using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/dienst");
                verzoek.Headers.Add("baggage", $"naam={_lokaas}");
                verzoek.Headers.Add("Correlation-Context", $"naam={_lokaas}");
                (await http.SendAsync(verzoek)).EnsureSuccessStatusCode();
            });

        baggage.ShouldBe("");
        LektNiet();
    }

    [Fact]
    public async Task A_statement_that_nobody_caused_is_no_trace_until_it_fails()
    {
        await using var database = await TestDatabase.NieuwAsync("spans", null);
        await using var bron = NpgsqlDataSource.Create(database.ConnectionString);
        await Draai(_ => { }, async (_, _) =>
        {
            for (var ronde = 0; ronde < 20; ronde++) await Vraag(bron, "SELECT $1::text", "gaat goed");
            // PostgreSQL quotes the value in its message.
            await Should.ThrowAsync<PostgresException>(() => Vraag(bron, "SELECT $1::text::int", _lokaas));
        });

        var mislukt = Spans("Npgsql").ShouldHaveSingleItem();
        (mislukt.Fout, mislukt.Ouder, mislukt.Kenmerken["error.type"]).ShouldBe((true, "", "22P02"));
        LektNiet();
    }

    [Fact]
    public async Task A_health_probe_makes_no_trace_and_no_measurement_of_a_request()
    {
        await Draai(
            app => app.MapDefaultEndpoints(),
            async (http, _) =>
            {
                for (var ronde = 0; ronde < 20; ronde++) await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            });

        Spans("Microsoft.AspNetCore").ShouldBeEmpty();
        _otlp.Metingen.Where(m => m.Naam == "http.server.request.duration").SelectMany(m => m.Kenmerken)
            .ShouldNotContain("http.route=/health/ready");
    }

    [Fact]
    public async Task Measurements_carry_the_names_of_the_semantic_conventions()
    {
        await Draai(app => app.MapGet("/", () => "hier"), async (http, _) => await http.GetAsync(new Uri("/", UriKind.Relative)));

        var namen = _otlp.Metingen.Where(m => m.Dienst == _dienst).ToDictionary(m => m.Naam, m => m.Eenheid);
        namen["http.server.request.duration"].ShouldBe("s");
        namen["http.client.request.duration"].ShouldBe("s");
        namen["dotnet.process.memory.working_set"].ShouldBe("By");
    }

    /// <summary>Runs an app with the defaults of every process, and stops it so that all telemetry has been sent.</summary>
    private async Task Draai(Action<WebApplication> maak, Func<HttpClient, WebApplication, Task> wat)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (naam, waarde) in _otlp.Instellingen(_dienst)) builder.Configuration[naam] = waarde;
        builder.AddServiceDefaults();
        builder.Services.AddFouten();
        builder.Services.AddHttpClient();
        await using var app = builder.Build();
        app.UseFoutafhandeling();
        maak(app);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await wat(http, app);
        await app.StopAsync();
    }

    private static async Task Vraag(NpgsqlDataSource bron, string sql, string waarde)
    {
        await using var vraag = bron.CreateCommand(sql);
        vraag.Parameters.Add(new() { Value = waarde });
        await vraag.ExecuteScalarAsync();
    }

    /// <summary>Sends a raw request, in which every part may be bait.</summary>
    private static async Task<string> Roep(HttpClient waar, string verzoek)
    {
        using var verbinding = new TcpClient(waar.BaseAddress!.Host, waar.BaseAddress.Port);
        await verbinding.GetStream().WriteAsync(Encoding.ASCII.GetBytes(verzoek));
        using var lezer = new StreamReader(verbinding.GetStream());
        return await lezer.ReadToEndAsync();
    }

    /// <summary>The spans of this source, except those of the collector, which runs in the same process.</summary>
    private List<Span> Spans(string bron) =>
        [.. _otlp.Spans.Where(s => s.Dienst == _dienst && s.Bron == bron && !s.Naam.StartsWith("POST /v1/", StringComparison.Ordinal))];

    private void LektNiet()
    {
        var lekken = from tekst in _otlp.Alles
                     let plek = tekst.IndexOf(_lokaas, StringComparison.OrdinalIgnoreCase)
                     where plek >= 0
                     select tekst[Math.Max(0, plek - 80)..plek];
        lekken.Take(5).ShouldBeEmpty();
        _otlp.Metingen.ShouldContain(m => m.Dienst == _dienst, "there was something to scan");
    }
}
