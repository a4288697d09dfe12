using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>The service on a real database that these tests share. Tests hand events to its reactions, without a broker.</summary>
public sealed class Dienst : IAsyncLifetime
{
    private int _nummer;

    public DienstFabriek<DossiersDb> Fabriek { get; private set; } = null!;

    public string Nummer() => Nummers.Dossiernummer(2026, Interlocked.Increment(ref _nummer));

    /// <summary>Handles each event as the inbox does: in its own transaction, by its own type. Then the dossier shows them.</summary>
    public async Task Verwerk(IEnumerable<Gebeurtenis> gebeurtenissen)
    {
        string[] nummers = [.. gebeurtenissen.Select(g => g.Dossiernummer).Distinct()];
        foreach (var g in gebeurtenissen) await Fabriek.Verwerk((dynamic)g);
        await Fabriek.Getoond(nummers);
    }

    public async ValueTask InitializeAsync()
    {
        Fabriek = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers);
        // The stories begin on 4 May. On 1 September the six weeks of an unfinished onderzoek are over, and so is the bezwaartermijn.
        Fabriek.Klok.Zet(new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => Fabriek.DisposeAsync();
}

internal static class Fabrieken
{
    /// <summary>Waits until these dossiers show everything that the journal has of them.</summary>
    public static Task Getoond(this DienstFabriek<DossiersDb> fabriek, params string[] nummers) =>
        Tot.Waar(() => fabriek.Vraag(async db => !await db.TeTonen.AnyAsync(t => nummers.Contains(t.Dossiernummer))));
}

public class DossierTests(Dienst dienst) : IClassFixture<Dienst>
{
    private static readonly CancellationToken Annulering = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dossier_shows_its_timeline_its_terms_and_who_must_act()
    {
        var nummer = dienst.Nummer();
        var verhaal = Verhaal.Gemeld(nummer).Aangevraagd(Leveringsvorm.Zin);
        await dienst.Verwerk(verhaal.Gebeurtenissen);
        var d = await Lees(nummer);

        d.GetProperty("status").GetString().ShouldBe("aanvraag");
        d.GetProperty("wijkteam").GetString().ShouldBe(Verhaal.Wijkteam);
        d.GetProperty("persoonId").GetGuid()
            .ShouldBe(verhaal.PersoonId, "who mends what is kept per person, as the eigen bijdrage is, finds the person here");
        d.GetProperty("aanZet").GetProperty("wie").GetString().ShouldBe("beslisser");
        d.GetProperty("aanZet").GetProperty("uiterlijk").GetString().ShouldBe("2026-05-18");
        var tijdlijn = d.GetProperty("tijdlijn").EnumerateArray().ToList();
        tijdlijn[0].GetProperty("wat").GetString().ShouldBe("De melding is ontvangen via de website.");
        tijdlijn[0].GetProperty("dienst").GetString().ShouldBe("meldingen");
        tijdlijn[0].GetProperty("op").GetString()!.ShouldEndWith("Z");
        tijdlijn[^1].GetProperty("gebeurtenis").GetString().ShouldBe("AanvraagOntvangen");
        tijdlijn.Select(r => r.GetProperty("op").GetDateTimeOffset()).ShouldBeInOrder();
        var termijn = d.GetProperty("termijnen").EnumerateArray().Single(t => t.GetProperty("soort").GetString() == "bevestiging");
        termijn.GetProperty("status").GetString().ShouldBe("gehaald");
        termijn.GetProperty("uiterlijk").GetString().ShouldBe("2026-05-12", "5 May is Bevrijdingsdag");
    }

    [Fact]
    public async Task The_timeline_names_provider_and_help_also_when_the_name_comes_later()
    {
        const string agb = "87654321";
        var v = Verhaal.Gemeld(dienst.Nummer()).Aangevraagd(Leveringsvorm.Zin);
        await dienst.Verwerk(v.Dan(new ZorgToegewezen(v.VoorzieningId, 1, agb, "WMO301-1")).Gebeurtenissen);
        var regels = await Regels();
        regels.ShouldContain("De hulp is toegewezen aan zorgaanbieder met AGB-code 87654321.");
        regels.ShouldContain(r => r.StartsWith("Er is hulp nodig: begeleiding (product 02A05)", StringComparison.Ordinal));

        var contract = new ZorgaanbiederGecontracteerd(agb, "Zorg Dichtbij", ["02"], v.Vandaag, null)
        {
            AggregaatId = Guid.NewGuid(),
            Versie = 2
        };
        await dienst.Verwerk([contract, contract with { Naam = "Oude naam", Versie = 1 }]);
        (await Regels()).ShouldContain("De hulp is toegewezen aan zorgaanbieder Zorg Dichtbij.");

        async Task<string[]> Regels() =>
            [.. (await Lees(v.Gebeurtenissen[0].Dossiernummer)).GetProperty("tijdlijn").EnumerateArray()
                .Select(r => r.GetProperty("wat").GetString()!)];
    }

    [Fact]
    public async Task Whatever_the_order_of_arrival_the_same_is_stored()
    {
        var eerste = Verhaal.Zin(dienst.Nummer());
        await dienst.Verwerk(eerste.Gebeurtenissen);
        var verwacht = await Zonder(eerste);
        for (var zaad = 1; zaad <= 4; zaad++)
        {
            var verhaal = Verhaal.Zin(dienst.Nummer());
            var aankomst = verhaal.Gebeurtenissen.ToArray();
            new Random(zaad).Shuffle(aankomst);
            await dienst.Verwerk(aankomst);
            (await Zonder(verhaal)).ShouldBe(verwacht, $"zaad {zaad}");
        }

        async Task<string> Zonder(Verhaal verhaal) => (await Lees(verhaal.Gebeurtenissen[0].Dossiernummer)).GetRawText()
            .Replace(verhaal.Gebeurtenissen[0].Dossiernummer, "", StringComparison.Ordinal)
            .Replace(verhaal.PersoonId.ToString(), "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_written_once_also_when_it_comes_back_after_the_inbox_forgot_it()
    {
        var nummer = dienst.Nummer();
        var verhaal = Verhaal.Gemeld(nummer).InOnderzoek();
        await dienst.Verwerk(verhaal.Gebeurtenissen.Concat(verhaal.Gebeurtenissen));
        (await dienst.Fabriek.Vraag(db => db.Journaal.CountAsync(j => j.Dossiernummer == nummer, Annulering))).ShouldBe(4);
        (await Lees(nummer)).GetProperty("tijdlijn").GetArrayLength().ShouldBe(4);
    }

    [Theory]
    [InlineData("UPDATE journaalregel SET gebeurtenis = 'Anders'")]
    [InlineData("UPDATE journaalregel SET inhoud = replace(inhoud, 'meldingnummer', 'meldingnr')")]
    [InlineData("UPDATE journaalregel SET inhoud = regexp_replace(inhoud, '\"2\\.[^\"]*\"', '\"weg\"')")]
    [InlineData("DELETE FROM journaalregel")]
    [InlineData("TRUNCATE journaalregel")]
    public async Task The_database_refuses_to_change_the_journal(string opdracht)
    {
        await dienst.Verwerk(Verhaal.Gemeld(dienst.Nummer()).Gebeurtenissen);
        var fout = await Should.ThrowAsync<PostgresException>(() =>
            dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlRawAsync(opdracht, Annulering)));
        fout.MessageText.ShouldContain("alleen aangevuld");
    }

    [Fact]
    public async Task A_fact_about_a_provider_is_only_in_the_journal()
    {
        var g = new ZorgaanbiederGecontracteerd("12345678", "Zorg Dichtbij", ["02"], new(2026, 1, 1), null)
        {
            AggregaatId = Guid.NewGuid(),
            Versie = 1,
            Op = DateTimeOffset.UtcNow
        };
        await dienst.Verwerk([g]);
        (await dienst.Fabriek.Vraag(db => db.Journaal.CountAsync(j => j.AggregaatId == g.AggregaatId, Annulering))).ShouldBe(1);
        (await dienst.Fabriek.Vraag(db => db.Dossiers.CountAsync(d => d.Dossiernummer == "", Annulering))).ShouldBe(0);
    }

    [Fact]
    public async Task No_BSN_name_or_hulpvraag_can_be_read_in_the_database()
    {
        await dienst.Verwerk(Verhaal.Zin(dienst.Nummer()).Gebeurtenissen);
        var alles = await dienst.Fabriek.Vraag(db => db.Database.SqlQuery<string>(
            $"""
            SELECT to_jsonb(j)::text AS "Value" FROM journaalregel j
            UNION ALL SELECT to_jsonb(d)::text FROM dossier d
            UNION ALL SELECT to_jsonb(t)::text FROM tijdlijnregel t
            """).ToListAsync(Annulering));
        foreach (var rij in alles)
            foreach (var gevoelig in new[] { Verhaal.Bsn, "Bakker", Verhaal.Hulpvraag, "bewoner@example.org" })
                rij.ShouldNotContain(gevoelig);
    }

    [Fact]
    public async Task Two_dossiers_of_one_person_know_of_each_other_as_far_as_the_reader_may_see_them()
    {
        var (een, ander, vreemd) = (Verhaal.Gemeld(dienst.Nummer(), wijkteam: "wijkteam-oever"),
            Verhaal.Gemeld(dienst.Nummer(), wijkteam: "wijkteam-duin"), Verhaal.Gemeld(dienst.Nummer(), wijkteam: "wijkteam-oever"));
        var persoonId = een.PersoonId;
        await dienst.Verwerk(een.Gebeurtenissen);
        await dienst.Verwerk(ander.Gebeurtenissen.Select(g => g is MeldingGedaan m ? m with { PersoonId = persoonId } : g));
        await dienst.Verwerk(vreemd.Gebeurtenissen);

        (await Andere(Rollen.Beslisser)).ShouldBe([ander.Gebeurtenissen[0].Dossiernummer]);
        (await Andere(Rollen.Consulent, "wijkteam-oever")).ShouldBeEmpty();
        (await Andere(Rollen.Consulent, "wijkteam-oever", "wijkteam-duin")).ShouldBe([ander.Gebeurtenissen[0].Dossiernummer]);

        async Task<string[]> Andere(string rol, params string[] teams) =>
            [.. (await dienst.Fabriek.Als(rol, teams: teams).GetFromJsonAsync<System.Text.Json.JsonElement>(
                new Uri($"/dossiers/v1/dossiers/{een.Gebeurtenissen[0].Dossiernummer}", UriKind.Relative), Annulering))
                .GetProperty("andereDossiers").EnumerateArray().Select(d => d.GetString()!)];
    }

    [Fact]
    public async Task Everyone_sees_their_own_dossiers_only()
    {
        var nummer = dienst.Nummer();
        await dienst.Verwerk(Verhaal.Gemeld(nummer, bsn: "999990019", wijkteam: "wijkteam-poort").Gebeurtenissen);
        (await Status(Rollen.Inwoner, bsn: "999990019")).ShouldBe(HttpStatusCode.OK);
        (await Status(Rollen.Inwoner, bsn: Verhaal.Bsn)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(Rollen.Consulent, teams: ["wijkteam-poort"])).ShouldBe(HttpStatusCode.OK);
        (await Status(Rollen.Consulent, teams: ["wijkteam-haven"])).ShouldBe(HttpStatusCode.NotFound);
        (await Status(Rollen.Beslisser)).ShouldBe(HttpStatusCode.OK);
        (await Status(Rollen.Backoffice)).ShouldBe(HttpStatusCode.OK);
        (await Status(Rollen.Aanbieder)).ShouldBe(HttpStatusCode.Forbidden);
        (await Status(Rollen.Beheer)).ShouldBe(HttpStatusCode.Forbidden);

        (await Lijst(Rollen.Inwoner, "", bsn: "999990019")).Select(r => r.Nummer).ShouldBe([nummer]);
        (await Lijst(Rollen.Consulent, "", teams: ["wijkteam-poort"])).Select(r => r.Nummer).ShouldBe([nummer]);

        async Task<HttpStatusCode> Status(string rol, string? bsn = null, string[]? teams = null) =>
            (await dienst.Fabriek.Als(rol, bsn: bsn, teams: teams)
                .GetAsync(new Uri($"/dossiers/v1/dossiers/{nummer}", UriKind.Relative), Annulering)).StatusCode;
    }

    [Fact]
    public async Task A_resident_reads_what_was_decided_only_once_it_was_made_known()
    {
        var verhaal = Verhaal.Gemeld(dienst.Nummer(), bsn: "999990020").Aangevraagd(Leveringsvorm.Zin)
            .Beschikt(Leveringsvorm.Zin, Uitkomst.Afwijzen);
        await dienst.Verwerk(verhaal.Gebeurtenissen.SkipLast(1));
        (await Gelezen()).ShouldSatisfyAllConditions(t =>
            t.ShouldContain("heeft een besluit genomen"), t => t.ShouldNotContain("afgewezen"));

        await dienst.Verwerk(verhaal.Gebeurtenissen.TakeLast(1));
        (await Gelezen()).ShouldContain("bekendgemaakt: afgewezen");

        Task<string> Gelezen() =>
            dienst.Fabriek.Als(Rollen.Inwoner, bsn: "999990020")
            .GetStringAsync(new Uri($"/dossiers/v1/dossiers/{verhaal.Gebeurtenissen[0].Dossiernummer}", UriKind.Relative), Annulering);
    }

    [Fact]
    public async Task The_work_list_puts_what_must_be_done_first_on_top_and_pages_without_losing_any()
    {
        string[] teams = ["wijkteam-lijst"];
        for (var i = 0; i < 5; i++) await dienst.Verwerk(Verhaal.Gemeld(dienst.Nummer(), wijkteam: teams[0]).InOnderzoek().Gebeurtenissen);
        await dienst.Verwerk(Verhaal.Gemeld(dienst.Nummer(), wijkteam: teams[0]).Gebeurtenissen);
        var heel = await Lijst(Rollen.Consulent, "", teams: teams);
        heel.Count.ShouldBe(6);
        heel[0].Uiterlijk.ShouldBe("2026-05-12", "the confirmation is due before the onderzoek");
        heel.Select(r => r.Uiterlijk).ShouldBeInOrder();
        (await Lijst(Rollen.Consulent, "&aantal=4", teams: teams)).ShouldBe(heel);

        (await Lijst(Rollen.Consulent, "&aanZet=consulent&status=in-onderzoek", teams: teams)).Count.ShouldBe(5);
        (await Lijst(Rollen.Consulent, "&status=ingetrokken", teams: teams)).ShouldBeEmpty();
        var fout = await dienst.Fabriek.Als(Rollen.Consulent, teams: teams)
            .GetAsync(new Uri("/dossiers/v1/dossiers?status=weg", UriKind.Relative), Annulering);
        fout.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await fout.Content.ReadFromJsonAsync<JsonElement>(Annulering)).GetProperty("errors").GetProperty("status")[0]
            .GetString()!.ShouldContain("in-onderzoek");
    }

    [Fact]
    public async Task One_command_rebuilds_every_dossier_from_the_journal_exactly_as_it_was()
    {
        foreach (var gebeurtenissen in new[] { Verhaal.Zin(dienst.Nummer()).Gebeurtenissen, Verhaal.Pgb(dienst.Nummer()).Gebeurtenissen,
            Verhaal.Gemeld(dienst.Nummer()).InOnderzoek().Gebeurtenissen })
        {
            var aankomst = gebeurtenissen.ToArray();
            new Random(7).Shuffle(aankomst);
            await dienst.Verwerk(aankomst);
        }
        var levend = await Stand();
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE dossier SET status = 'Gemeld', wat = 'Fout', wijkteam = 'weg', toonbeurt = gen_random_uuid(); "
                + "DELETE FROM dossiertermijn; DELETE FROM tijdlijnregel WHERE nr % 2 = 0", Annulering));
        (await Stand()).ShouldNotBe(levend);

        var uitvoer = await Programma.VoerAsync("Dossiers", ["herbouw"],
            Sleutels.Instellingen(Diensten.Dossiers, "__").Select(i => KeyValuePair.Create(i.Key, (string?)i.Value)).Concat(
            [
                new("ASPNETCORE_ENVIRONMENT", "Development"),
                new("ConnectionStrings__dossiers", dienst.Fabriek.Database.ConnectionString),
                new("ConnectionStrings__rabbitmq", "amqp://127.0.0.1:1/geen"),
                new("Aanmelding__Authority", "http://127.0.0.1:1"),
                new("Aanmelding__Audience", "wmoplatform"),
            ]));

        uitvoer.ShouldContain($"Klaar: {await dienst.Fabriek.Vraag(db => db.Dossiers.CountAsync(Annulering))} dossiers");
        (await Stand()).ShouldBe(levend);
    }

    [Fact]
    public async Task A_rebuild_goes_on_while_events_come_in_and_loses_none()
    {
        var verhaal = Verhaal.Zin(dienst.Nummer());
        await dienst.Verwerk(verhaal.Gebeurtenissen.Take(5));
        await using var scope = dienst.Fabriek.Services.CreateAsyncScope();
        var herbouw = Task.Run(() => scope.ServiceProvider.GetRequiredService<Herbouw>().Alles(null, Annulering), Annulering);
        // Uses transactions as the inbox does, so that an event and a rebuild of the same dossier wait for each other.
        foreach (var g in verhaal.Gebeurtenissen.Skip(5)) await InTransactie((dynamic)g);
        (await herbouw).Dossiers.ShouldBeGreaterThan(0);
        await dienst.Fabriek.Getoond(verhaal.Gebeurtenissen[0].Dossiernummer);
        (await Lees(verhaal.Gebeurtenissen[0].Dossiernummer)).GetProperty("tijdlijn").GetArrayLength()
            .ShouldBe(verhaal.Gebeurtenissen.Count);
        (await Lees(verhaal.Gebeurtenissen[0].Dossiernummer)).GetProperty("status").GetString().ShouldBe("hulp-gestopt");
    }

    [Fact]
    public async Task Terms_that_run_and_terms_that_are_overdue_are_measured_by_kind()
    {
        await dienst.Verwerk(Verhaal.Gemeld(dienst.Nummer()).InOnderzoek().Gebeurtenissen);
        await dienst.Verwerk(Verhaal.Zin(dienst.Nummer()).Gebeurtenissen);
        var gemeten = new ConcurrentDictionary<string, long>();
        // Other services in this process use the same meter name; the scope selects this one.
        var meters = dienst.Fabriek.Services.GetRequiredService<IMeterFactory>();
        using var luisteraar = new MeterListener
        {
            InstrumentPublished = (i, l) =>
            {
                if (i.Name.StartsWith("wmo.terms.", StringComparison.Ordinal) && i.Meter.Scope == meters) l.EnableMeasurementEvents(i);
            },
        };
        luisteraar.SetMeasurementEventCallback<long>((i, waarde, tags, _) => gemeten[$"{i.Name} {tags[0].Value}"] = waarde);
        luisteraar.Start();
        await Tot.Waar(() =>
        {
            luisteraar.RecordObservableInstruments();
            return gemeten.GetValueOrDefault("wmo.terms.overdue onderzoek") > 0
                && gemeten.GetValueOrDefault("wmo.terms.overdue bezwaar", -1) == 0;
        });
        gemeten["wmo.terms.running onderzoek"].ShouldBe(0);
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        var openapi = await dienst.Fabriek.Met(null).GetStringAsync(new Uri("/dossiers/v1/openapi.json", UriKind.Relative), Annulering);
        openapi.ShouldContain("Wat er gebeurde, oudste eerst.");
        openapi.ShouldContain("hulp-tijdelijk-gestopt");
    }

    private async Task InTransactie<T>(T gebeurtenis) where T : Gebeurtenis
    {
        await using var scope = dienst.Fabriek.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossiersDb>();
        await using var transactie = await db.Database.BeginTransactionAsync(Annulering);
        await scope.ServiceProvider.GetRequiredService<Messaging.IReaction<T>>().Handle(gebeurtenis, Annulering);
        await db.SaveChangesAsync(Annulering);
        await transactie.CommitAsync(Annulering);
    }

    private Task<JsonElement> Lees(string nummer) =>
        dienst.Fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>($"/dossiers/v1/dossiers/{nummer}", Annulering);

    private async Task<List<(string Nummer, string? Uiterlijk)>> Lijst(string rol, string vraag, string? bsn = null, string[]? teams = null)
    {
        var regels = new List<(string, string?)>();
        string? volgende = null;
        do
        {
            var pagina = await dienst.Fabriek.Als(rol, bsn: bsn, teams: teams)
                .GetFromJsonAsync<JsonElement>($"/dossiers/v1/dossiers?na={volgende}{vraag}", Annulering);
            regels.AddRange(pagina.GetProperty("items").EnumerateArray()
                .Select(r => (r.GetProperty("dossiernummer").GetString()!, r.GetProperty("aanZet").GetProperty("uiterlijk").GetString())));
            volgende = pagina.GetProperty("volgende").GetString();
        }
        while (volgende is not null);
        return regels;
    }

    private Task<string> Stand() => dienst.Fabriek.Vraag(async db => string.Join('\n', await db.Database.SqlQuery<string>(
        $"""
        SELECT r AS "Value" FROM (
            SELECT (to_jsonb(d) - 'toonbeurt')::text AS r FROM dossier d
            UNION ALL SELECT to_jsonb(t)::text FROM dossiertermijn t
            UNION ALL SELECT to_jsonb(l)::text FROM tijdlijnregel l
        ) alles ORDER BY r
        """).ToListAsync(Annulering)));
}

/// <summary>Events over a real broker.</summary>
public class OverDeBrokerTests
{
    [Fact]
    public async Task The_journal_keeps_what_a_newer_announcer_adds_and_what_was_sealed_stays_sealed()
    {
        await using var fabriek = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers, metBroker: true);
        await fabriek.Publiceer(Verhaal.Gemeld().Gebeurtenissen[0], vulAan: melding =>
        {
            melding["ietsVanLater"] = "nieuw";
            melding["bevestigingstermijn"]!["ookVanLater"] = 7;
        });

        var regel = JsonNode.Parse(await Tot.Gevonden(() =>
            fabriek.Vraag(db => db.Journaal.Select(j => j.Inhoud).SingleOrDefaultAsync(TestContext.Current.CancellationToken))))!;

        regel["ietsVanLater"]!.GetValue<string>().ShouldBe("nieuw");
        regel["bevestigingstermijn"]!["ookVanLater"]!.GetValue<int>().ShouldBe(7);
        regel["inhoud"]!.GetValue<string>().ShouldStartWith("2.1.");
        regel.ToJsonString().ShouldNotContain(Verhaal.Bsn);
        var dossier = await Tot.Gevonden(() =>
            fabriek.Vraag(db => db.Dossiers.SingleOrDefaultAsync(TestContext.Current.CancellationToken)));
        dossier.Wijkteam.ShouldBe(Verhaal.Wijkteam, "what is known of it is shown");
    }

    [Fact]
    public async Task Events_that_arrive_in_any_order_or_twice_make_one_dossier()
    {
        await using var fabriek = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers, metBroker: true);
        var verhaal = Verhaal.Zin();
        var aankomst = verhaal.Gebeurtenissen.Concat(verhaal.Gebeurtenissen.Take(6)).ToArray();
        new Random(3).Shuffle(aankomst);
        await Task.WhenAll(aankomst.Chunk(6).Select(async deel =>
        {
            foreach (var g in deel) await fabriek.Publiceer(g);
        }));

        var http = fabriek.Als(Rollen.Backoffice);
        await Tot.Waar(async () =>
        {
            var d = await http.GetFromJsonAsync<JsonElement>("/dossiers/v1/dossiers/D-2026-000001", TestContext.Current.CancellationToken);
            return d.GetProperty("status").GetString() == "hulp-gestopt" && d.GetProperty("tijdlijn")
                .GetArrayLength() == verhaal.Gebeurtenissen.Count;
        });
        (await fabriek.Vraag(db => db.Journaal.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(verhaal.Gebeurtenissen.Count);
    }
}
