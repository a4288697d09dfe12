using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using RabbitMQ.Client;
using WmoPlatform.Contracts;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Telemetrie.Tests;

/// <summary>Metrics, traces and logs arrive, until the last moment of a process.</summary>
public sealed class MetingenTests(Meetkamer kamer)
{
    private static readonly string[] Eenheden =
        ["s", "{message}", "{event}", "{term}", "{budget}", "{attempt}", "{delivery}", "{letter}", "{partner}"];

    [Fact]
    public async Task Metrics_of_outbox_inbox_failures_terms_and_post_arrive_from_their_services()
    {
        await kamer.Platform.Dossier().MeldingGedaan();

        await Komt("meldingen", "wmo.outbox.messages", "wmo.outbox.oldest.age", "wmo.messages.failed", "wmo.messages.parked");
        await Komt("meldingen", "messaging.client.sent.messages", "http.server.request.duration", "http.client.request.duration");
        await Komt("onderzoek", "messaging.process.duration", "db.client.operation.duration", "dotnet.process.memory.working_set");
        await Komt("dossiers", "wmo.terms.running", "wmo.terms.overdue");
        foreach (var dienst in new[] { "zorgaanbieders", "pgb", "eigenbijdrage" })
            await Komt(dienst, "wmo.partner.messages", "wmo.partner.oldest.age", "wmo.partner.paused");
        await Komt("correspondentie", "wmo.letters");
    }

    [Fact]
    public async Task Every_measurement_of_ours_has_an_English_name_a_unit_and_an_explanation()
    {
        await kamer.Platform.Dossier().MeldingGedaan();
        await Komt("meldingen", "messaging.client.sent.messages", "wmo.outbox.messages");

        var onze = kamer.Otlp.Metingen.Where(m => m.Naam.Split('.')[0] is "wmo" or "messaging").ToList();
        onze.ShouldAllBe(m => m.Uitleg.Length > 10 && Eenheden.Contains(m.Eenheid));
        onze.Select(m => m.Naam).Distinct().ShouldBeSubsetOf(Namen);
    }

    [Fact]
    public async Task A_message_that_comes_a_second_time_is_counted()
    {
        await kamer.Platform.Dossier().MeldingGedaan();
        await Tot.Waar(() => kamer.Afgetapt.Any(), Platform.Geduld);
        var gezien = kamer.Afgetapt.First(a => a.StartsWith(nameof(MeldingGedaan), StringComparison.Ordinal)).Split('\n', 2);

        var inhoud = Encoding.UTF8.GetBytes(gezien[1]);
        var eigenschappen = new BasicProperties
        {
            MessageId = gezien[0].Split(' ')[1],
            ContentType = "application/vnd.masstransit+json",
            Headers = new Dictionary<string, object?> { ["wmo-handtekening"] = Sleutels.Handtekening(Diensten.Meldingen, inhoud) },
        };
        await kamer.Broker.BasicPublishAsync("", Diensten.Dossiers, mandatory: true, eigenschappen, inhoud);

        await Komt("dossiers", "wmo.inbox.duplicates");
    }

    [Fact]
    public async Task A_message_the_broker_cannot_route_is_counted_logged_and_delivered_later()
    {
        var dossier = await kamer.Platform.Dossier().MeldingGedaan();
        var exchange = nameof(MeldingIngetrokken);
        string[] wachtrijen =
        [
            .. Gebeurtenissen.Abonnementen.Where(a => a.Value.Contains(typeof(MeldingIngetrokken))).Select(a => a.Key), kamer.Kraan,
        ];
        foreach (var wachtrij in wachtrijen) await kamer.Broker.QueueUnbindAsync(wachtrij, exchange, "");

        await kamer.Platform.Post(dossier.Inwoner.Client!, $"/meldingen/v1/meldingen/{dossier.Meldingnummer}/intrekking", new { });
        await Tot.Waar(
            () => kamer.Otlp.Metingen.Any(m => m is { Dienst: "meldingen", Naam: "messaging.client.sent.messages" }
                && m.Kenmerken.Contains("error.type=PublishReturnException")),
            Platform.Geduld);
        await Tot.Waar(
            () => kamer.Otlp.Logs.Any(l => l.Dienst == "meldingen" && l.Tekst.Contains("niet aangenomen", StringComparison.Ordinal)),
            Platform.Geduld);

        // The queues come back together, by one binding: the relay may offer the message between two bindings,
        // and what reached one queue is delivered as far as the relay can know.
        const string Samen = "weer-bereikbaar";
        await kamer.Broker.ExchangeDeclareAsync(Samen, ExchangeType.Fanout);
        foreach (var wachtrij in wachtrijen) await kamer.Broker.QueueBindAsync(wachtrij, Samen, "");
        await kamer.Broker.ExchangeBindAsync(Samen, exchange, "");
        foreach (var wachtrij in wachtrijen) await kamer.Broker.QueueBindAsync(wachtrij, exchange, "");
        await dossier.Totdat(exchange);
        await kamer.Broker.ExchangeDeleteAsync(Samen);
    }

    [Fact]
    public async Task Nothing_is_lost_when_a_process_stops_right_after_a_request()
    {
        var poort = VrijePoort.Neem();
        var omgeving = kamer.Platform.Omgeving("meldingen");
        // With these delays it sends for the first time after ten minutes, unless it stops earlier.
        foreach (var wachttijd in new[] { "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BLRP_SCHEDULE_DELAY", "OTEL_METRIC_EXPORT_INTERVAL" })
            omgeving[wachttijd] = "600000";
        omgeving["OTEL_SERVICE_NAME"] = "meldingen-2";
        omgeving["ASPNETCORE_URLS"] = $"http://127.0.0.1:{poort}";
        await using var tweede = await ServiceProces.StartAsync("Meldingen", omgeving, limiet: TimeSpan.FromMinutes(4), poort: poort);
        string spoor;
        using (var verzoek = Meetkamer.NieuwSpoor())
        {
            spoor = verzoek.TraceId.ToHexString();
            await Meld(tweede.Http);
        }

        (await tweede.StopAsync()).ShouldBe(0);

        await Tot.Waar(() => kamer.Otlp.Spans.Where(s => s.Spoor == spoor && s.Dienst == "meldingen-2").ToList() is var spans
            && spans.Exists(s => s.Soort == Spansoort.Server) && spans.Exists(s => s.Bron == "Npgsql"), Platform.Geduld);
        kamer.Otlp.Metingen.ShouldContain(m => m.Dienst == "meldingen-2" && m.Naam == "wmo.outbox.messages");
    }

    /// <summary>The names of the metrics in the table of docs/operations.md.</summary>
    private static IEnumerable<string> Namen => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "operations.md"))
        .Where(regel => regel.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(regel => regel.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1));

    private async Task Meld(HttpClient http)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Post, "meldingen/v1/meldingen");
        melding.Content = JsonContent.Create(new { kanaal = "web", hulpvraag = Verhaal.Hulpvraag });
        var token = await kamer.Platform.Token(kamer.Platform.Dossier().Inwoner.Client!);
        melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        melding.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await http.SendAsync(melding);
        antwoord.EnsureSuccessStatusCode();
    }

    private async Task Komt(string dienst, params string[] namen)
    {
        foreach (var naam in namen)
            await Tot.Waar(() => kamer.Otlp.Metingen.Any(m => m.Dienst == dienst && m.Naam == naam),
            Platform.Geduld, $"{naam} van {dienst}");
    }
}
