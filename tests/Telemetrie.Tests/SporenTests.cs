using System.Diagnostics;
using Npgsql;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Telemetrie.Tests;

/// <summary>One trace contains the act of a user and everything that follows from it.</summary>
public sealed class SporenTests(Meetkamer kamer)
{
    [Fact]
    public async Task A_melding_is_one_trace_through_gateway_outbox_broker_consumers_and_SQL()
    {
        var inwoner = kamer.Platform.Dossier().Inwoner;
        // Gets the token first, so that the request for it is not part of the trace.
        await kamer.Platform.Token(inwoner.Client!);
        var email = Verhaal.NieuwEmailadres();
        string spoor;
        using (var verzoek = Meetkamer.NieuwSpoor())
        {
            spoor = verzoek.TraceId.ToHexString();
            var melding = new { kanaal = "web", hulpvraag = Verhaal.Hulpvraag, email };
            await kamer.Platform.Post(inwoner.Client!, "/meldingen/v1/meldingen", melding);
        }
        await kamer.Platform.Postbus.Bevestig(email);

        await Bevat(spoor,
            s => s is { Dienst: "gateway", Soort: Spansoort.Server, Naam: "POST /meldingen/v1/meldingen" },
            s => s is { Dienst: "gateway", Soort: Spansoort.Client },
            s => s is { Dienst: "meldingen", Soort: Spansoort.Server, Naam: "POST /meldingen/v1/meldingen" },
            s => s is { Dienst: "meldingen", Bron: "Npgsql" } && s.Naam.Contains("INSERT outbox_message", StringComparison.Ordinal),
            s => s is { Dienst: "meldingen", Naam: "wacht in outbox", Duur.Ticks: > 0 },
            s => s is { Dienst: "meldingen", Soort: Spansoort.Producer, Naam: "MeldingGedaan verstuurd" },
            s => s is { Dienst: "onderzoek", Soort: Spansoort.Consumer, Naam: "Onderzoek verwerkt MeldingGedaan" },
            s => s is { Dienst: "onderzoek", Bron: "Npgsql" },
            s => s is { Dienst: "onderzoek", Soort: Spansoort.Producer, Naam: "OnderzoekGeopend verstuurd" },
            s => s is { Dienst: "correspondentie", Naam: "Ontvangstbevestiging verzenden" },
            s => s is { Dienst: "correspondentie", Soort: Spansoort.Producer, Naam: "OntvangstBevestigd verstuurd" },
            s => s is { Dienst: "meldingen", Soort: Spansoort.Consumer, Naam: "Meldingen verwerkt OntvangstBevestigd" },
            s => s is { Dienst: "meldingen", Bron: "WmoPlatform.Meldingen", Naam: "BRP raadplegen" },
            s => s is { Dienst: "keten", Soort: Spansoort.Server, Naam: "POST /brp/personen" },
            s => s is { Dienst: "meldingen", Soort: Spansoort.Producer, Naam: "PersoonsgegevensVastgesteld verstuurd" },
            s => s is { Dienst: "dossiers", Bron: "Npgsql" });
        // The parent of every span is in the trace, except that the gateway's parent is the request of the test.
        await Tot.Waar(() => Los(spoor) is [{ Dienst: "gateway", Soort: Spansoort.Server }], Platform.Geduld, "geen losse spans");
    }

    [Fact]
    public async Task A_client_that_asks_not_to_be_traced_is_traced_all_the_same()
    {
        var inwoner = kamer.Platform.Dossier().Inwoner;
        await kamer.Platform.Token(inwoner.Client!);
        string spoor;
        using (var verzoek = Meetkamer.NieuwSpoor(ActivityTraceFlags.None))
        {
            spoor = verzoek.TraceId.ToHexString();
            await kamer.Platform.Post(inwoner.Client!, "/meldingen/v1/meldingen", new { kanaal = "web", hulpvraag = Verhaal.Hulpvraag });
        }

        await Bevat(spoor,
            s => s is { Dienst: "gateway", Soort: Spansoort.Server },
            s => s is { Dienst: "meldingen", Naam: "MeldingGedaan verstuurd" },
            s => s is { Dienst: "onderzoek", Soort: Spansoort.Consumer });
    }

    [Fact]
    public async Task Making_a_beschikking_known_is_one_trace_up_to_the_message_to_the_provider()
    {
        var dossier = await kamer.Platform.Dossier().ZorgInNaturaAangevraagd();
        string spoor;
        using (var verzoek = Meetkamer.NieuwSpoor())
        {
            spoor = verzoek.TraceId.ToHexString();
            await dossier.Toegekend();
        }

        await Bevat(spoor,
            s => s is { Dienst: "beschikkingen", Soort: Spansoort.Producer, Naam: "BeschikkingBekendgemaakt verstuurd" },
            s => s is { Dienst: "zorgaanbieders", Soort: Spansoort.Consumer },
            s => s is { Dienst: "zorgaanbieders", Bron: "WmoPlatform.Ketenverkeer", Naam: "WMO301 verzenden" },
            s => s is { Dienst: "keten", Soort: Spansoort.Server }
                && Onder(s) is { Dienst: "zorgaanbieders", Soort: Spansoort.Client } vraag && Onder(vraag) is { Naam: "WMO301 verzenden" });

        Span? Onder(Span span) => kamer.Otlp.Spans.FirstOrDefault(s => s.Spoor == spoor && s.Id == span.Ouder);
    }

    [Fact]
    public async Task An_answer_of_a_partner_is_one_trace_up_to_the_timeline()
    {
        var dossier = await kamer.Platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().Totdat("ToewijzingGeaccepteerd");

        await Tot.Waar(() => (
            from publicatie in kamer.Otlp.Spans
            where publicatie is { Dienst: "zorgaanbieders", Naam: "ToewijzingGeaccepteerd verstuurd" }
            let spans = Spans(publicatie.Spoor)
            select spans.Exists(s => s is { Dienst: "gateway", Soort: Spansoort.Server })
                && spans.Exists(s => s is { Dienst: "dossiers", Soort: Spansoort.Consumer })).Contains(true), Platform.Geduld);
        (await dossier.Lees()).AanZet.Wie.ShouldBe("aanbieder");
    }

    [Fact]
    public async Task Looking_for_work_and_health_probes_make_no_traces()
    {
        var begin = kamer.Platform.Processen.Keys.ToDictionary(dienst => dienst, kamer.Otlp.Rondes);
        foreach (var proces in kamer.Platform.Processen.Values)
            foreach (var pad in new[] { "health/live", "health/ready" })
                (await proces.Http.GetAsync(new Uri(pad, UriKind.Relative))).EnsureSuccessStatusCode();
        // Metrics are sent every two seconds, and a relay looks twice a second.
        await Tot.Waar(() => begin.All(b => kamer.Otlp.Rondes(b.Key) >= b.Value + 5), Platform.Geduld);

        kamer.Otlp.Spans.Where(s => s is { Ouder: "", Fout: false, Soort: not (Spansoort.Server or Spansoort.Consumer) })
            .Take(5).ShouldBeEmpty();
        kamer.Otlp.Spans.Where(s => s.Naam.Contains("/health", StringComparison.Ordinal)).Take(5).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_for_work_that_fails_is_seen_as_an_error_and_as_a_line()
    {
        await using var database = await TestDatabase.NieuwAsync("stuk");
        var poort = VrijePoort.Neem();
        var omgeving = kamer.Platform.Omgeving("meldingen");
        (omgeving["OTEL_SERVICE_NAME"], omgeving["ASPNETCORE_URLS"]) = ("meldingen-stuk", $"http://127.0.0.1:{poort}");
        (omgeving["ConnectionStrings__meldingen"], omgeving["Messaging__OntvangstAan"]) = (database.ConnectionString, "false");
        await using var proces = await ServiceProces.StartAsync("Meldingen", omgeving, limiet: TimeSpan.FromMinutes(4), poort: poort);

        await using (var db = new NpgsqlConnection(database.ConnectionString))
        {
            await db.OpenAsync();
            await using var opdracht = new NpgsqlCommand("ALTER TABLE outbox_message RENAME TO elders", db);
            await opdracht.ExecuteNonQueryAsync();
        }

        // 42P01 is undefined_table.
        await Tot.Waar(
            () => kamer.Otlp.Spans.Any(s => s is { Dienst: "meldingen-stuk", Bron: "Npgsql", Ouder: "", Fout: true }
                && s.Kenmerken["error.type"] == "42P01"),
            Platform.Geduld);
        await Tot.Waar(
            () => kamer.Otlp.Logs.Any(l => l.Dienst == "meldingen-stuk"
                && l.Tekst.StartsWith("De relay slaat een beurt over", StringComparison.Ordinal)),
            Platform.Geduld);
    }

    private async Task Bevat(string spoor, params Predicate<Span>[] verwacht)
    {
        try
        {
            await Tot.Waar(() => Array.TrueForAll(verwacht, Spans(spoor).Exists), Platform.Geduld);
        }
        catch (TimeoutException)
        {
            var spans = Spans(spoor);
            var weg = verwacht.Index().Where(v => !spans.Exists(v.Item)).Select(v => $"nummer {v.Index + 1}");
            Assert.Fail($"Ontbreekt in het spoor: {string.Join(", ", weg)}\n{string.Join('\n', spans)}");
        }
    }

    private List<Span> Los(string spoor)
    {
        var spans = Spans(spoor);
        var ids = spans.Select(s => s.Id).ToHashSet();
        return spans.FindAll(s => !ids.Contains(s.Ouder));
    }

    private List<Span> Spans(string spoor) => [.. kamer.Otlp.Spans.Where(s => s.Spoor == spoor)];
}
