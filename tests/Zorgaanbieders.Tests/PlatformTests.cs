using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Ketenverkeer;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A provider without messages receives assignments, answers, starts and stops on the platform.</summary>
public sealed class PlatformTests(Platformhuis huis) : IClassFixture<Platformhuis>
{
    private static readonly string[] Begeleiding = ["02"];

    [Fact]
    public async Task A_contract_is_reached_by_message_unless_it_says_so_and_a_change_keeps_that()
    {
        var agb = await huis.Contracteer();
        var beheer = huis.Dienst.Als("beheer");
        beheer.DefaultRequestHeaders.Add("If-Match", "*");
        var contract = new { naam = "Anders", productcategorieen = Begeleiding, geldigVan = "2026-01-01" };
        (await (await beheer.PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{agb}", contract)).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("aansluiting").GetString().ShouldBe("platform");
        var nieuw = await huis.Dienst.Als("beheer").PutAsJsonAsync("/zorgaanbieders/v1/zorgaanbieders/59999999", contract);
        (await nieuw.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("aansluiting").GetString().ShouldBe("berichten");
    }

    [Fact]
    public async Task The_providers_action_on_the_platform_answers_the_message_that_lies_ready()
    {
        var agb = await huis.Contracteer();
        var beschikking = Huis.Beschikking(hulp: [Huis.Hulp(agb, code: "02A01"), Huis.Hulp(agb, code: "02A02")]);
        await huis.Dienst.Verwerk(beschikking);
        var nummers = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.BeschikkingId == beschikking.BeschikkingId)
            .OrderBy(t => t.Toewijzingnummer).Select(t => t.Toewijzingnummer).ToListAsync());
        (await Bericht()).ShouldBe((true, Poststatus.Verzonden));
        (await Aangekondigd(nummers[0])).ShouldHaveSingleItem().ShouldBeOfType<ZorgToegewezen>().Berichtidentificatie.ShouldNotBeNull();
        await huis.Doe(agb, nummers[0], "acceptatie");
        (await Bericht()).ShouldBe((true, Poststatus.Verzonden));
        await huis.Doe(agb, nummers[1], "afkeuring", new { reden = "geen-capaciteit" });
        (await Bericht()).ShouldBe((true, Poststatus.Beantwoord));
        huis.Ggk.Genomen.OfType<IStandaarden.Wmo301>().ShouldNotContain(b => b.Header.Ontvanger == agb);

        Task<(bool, Poststatus)> Bericht() =>
            huis.Dienst.Vraag(async db => await db.Set<Poststuk>()
                .SingleAsync(p => p.Dossiernummer == beschikking.Dossiernummer) is var p ? (p.ViaPlatform, p.Status) : default);
    }

    [Fact]
    public async Task A_change_lies_ready_without_asking_for_an_answer_and_what_was_removed_takes_none()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        await huis.Doe(agb, nummer, "acceptatie");
        await huis.BeslistTot(nummer, new(2098, 12, 31));
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(p => p.Tegenpartij == agb).Select(p => p.Status).ToListAsync())).ShouldBe(
            [Poststatus.Beantwoord, Poststatus.Beantwoord]);
        await huis.Beslist(nummer, _ => []);
        (await Platformhuis.Weigering(await huis.Doe(agb, nummer, "start", new { begindatum = "2026-02-02" })))
            .ShouldBe((409, "toewijzing-verwijderd"));
        (await Platformhuis.Weigering(await huis.Aanbieder(agb).GetAsync($"toewijzingen/{nummer}/client")))
            .ShouldBe((409, "toewijzing-verwijderd"));
    }

    [Fact]
    public async Task Whoever_read_who_a_client_is_stands_on_record()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        (await huis.Dienst.Als("aanbieder", agb: agb, sub: "medewerker-7").GetAsync($"/zorgaanbieders/v1/toewijzingen/{nummer}/client"))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        var dossier = await huis.Dienst.Vraag(
            db => db.Toewijzingen.Where(t => t.Toewijzingnummer == nummer).Select(t => t.Dossiernummer).SingleAsync());
        foreach (var onderwerp in (string[])[dossier, $"toewijzing/{nummer}"])
        {
            var inzagen = await huis.Dienst.Als("auditor").GetFromJsonAsync<JsonElement>(
                $"/zorgaanbieders/v1/inzagelog?onderwerp={onderwerp}&wie=medewerker-7");
            inzagen.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("operatie").GetString()
                .ShouldBe("GET /zorgaanbieders/v1/toewijzingen/{toewijzingnummer:long}/client");
        }
    }

    [Fact]
    public async Task It_reads_who_the_client_is_and_nobody_else_does()
    {
        var (agb, persoon) = (await huis.Contracteer(), Huis.Persoon());
        var nummer = await huis.WijsToe(agb, persoon);
        var antwoord = await huis.Aanbieder(agb).GetAsync($"toewijzingen/{nummer}/client");
        antwoord.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var client = await antwoord.Content.ReadFromJsonAsync<JsonElement>();
        client.GetProperty("bsn").GetString().ShouldBe(persoon.Bsn);
        client.GetProperty("adres").GetProperty("postcode").GetString().ShouldBe("1301AB");
        (await huis.Aanbieder(await huis.Contracteer()).GetAsync($"toewijzingen/{nummer}/client"))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Als("consulent", teams: ["wijkteam-haven"]).GetAsync($"/zorgaanbieders/v1/toewijzingen/{nummer}/client"))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await huis.Aanbieder(agb).GetStringAsync("toewijzingen")).ShouldNotContain(persoon.Bsn);
    }

    [Fact]
    public async Task The_client_is_not_named_after_a_rejection_by_hand_or_to_who_has_the_message()
    {
        var (agb, perBericht) = (await huis.Contracteer(), await huis.Contracteer("berichten"));
        var afgekeurd = await huis.WijsToe(agb);
        (await huis.Doe(agb, afgekeurd, "afkeuring", new { reden = "geen-capaciteit" })).EnsureSuccessStatusCode();
        (await Client(agb, afgekeurd)).ShouldBe((409, "toewijzing-afgekeurd"));
        (await Client(agb, await huis.WijsToe(agb, geenBerichten: true))).ShouldBe((409, "gaat-met-de-hand"));
        (await Client(perBericht, await huis.WijsToe(perBericht))).ShouldBe((409, "gaat-met-berichten"));

        async Task<(int, string?)> Client(string wie, long nummer) => await Platformhuis.Weigering(
            await huis.Aanbieder(wie).GetAsync($"toewijzingen/{nummer}/client"));
    }

    [Fact]
    public async Task It_accepts_starts_stops_for_a_time_goes_on_and_stops()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        await Gelukt("acceptatie", null, "geaccepteerd");
        await Gelukt("start", new { begindatum = "2026-02-02" }, "gestart");
        await Gelukt("stop", new { einddatum = "2026-03-01", reden = "20" }, "tijdelijk-gestopt");
        await Gelukt("start", new { begindatum = "2026-04-01" }, "gestart");
        await Gelukt("stop", new { einddatum = "2026-05-01", reden = "19" }, "gestopt");
        (await Aangekondigd(nummer))
            .Select(g => g.GetType().Name).ShouldBe([nameof(ZorgToegewezen), nameof(ToewijzingGeaccepteerd), nameof(ZorgGestart),
            nameof(ZorgTijdelijkGestopt), nameof(ZorgGestart), nameof(ZorgGestopt), nameof(EerderEindeGemeld)]);
        (await Aangekondigd(nummer)).OfType<ZorgGestart>().Select(g => g.Hervat).ShouldBe([false, true]);

        async Task Gelukt(string wat, object? verzoek, string status)
        {
            var antwoord = await huis.Doe(agb, nummer, wat, verzoek);
            antwoord.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe(status);
        }
    }

    [Fact]
    public async Task The_same_start_with_the_same_key_happens_once()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        foreach (var _ in Enumerable.Range(0, 3))
            (await huis.Doe(agb, nummer, "start", new { begindatum = "2026-02-02" }, sleutel: $"start-{nummer}"))
                .StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Aangekondigd(nummer)).OfType<ZorgGestart>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_the_code_of_the_rule_and_changes_nothing()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        await Geweigerd("stop", new { einddatum = "2026-02-02", reden = "19" }, "niet-gestart");
        await Geweigerd("start", new { begindatum = "2025-12-31" }, "buiten-de-toewijzing", "9019");
        await Geweigerd("start", new { begindatum = "2098-01-01" }, "datum-in-de-toekomst");
        await huis.Doe(agb, nummer, "start", new { begindatum = "2026-02-02" });
        await Geweigerd("start", new { begindatum = "2026-02-03" }, "levering-niet-gestopt", "9326");
        await Geweigerd("stop", new { einddatum = "2026-03-01", reden = "99" }, "ongeldige-invoer");
        await Geweigerd("stop", new { einddatum = "2026-02-01", reden = "19" }, "einde-voor-begin");
        await huis.Doe(agb, nummer, "stop", new { einddatum = "2026-03-01", reden = "20" });
        await Geweigerd("stop", new { einddatum = "2026-03-02", reden = "20" }, "al-tijdelijk-gestopt", "9413");
        await Geweigerd("stop", new { einddatum = "2026-02-20", reden = "19" }, "einde-voor-tijdelijke-stop", "9414");
        await Geweigerd("start", new { begindatum = "2026-02-02" }, "start-al-gemeld", "9074");
        await huis.Doe(agb, nummer, "stop", new { einddatum = "2026-03-01", reden = "19" });
        await Geweigerd("stop", new { einddatum = "2026-03-01", reden = "19" }, "al-gestopt", "9415");
        (await Aangekondigd(nummer)).Count.ShouldBe(5);

        async Task Geweigerd(string wat, object verzoek, string code, string? retourcode = null)
        {
            var probleem = await (await huis.Doe(agb, nummer, wat, verzoek)).Content.ReadFromJsonAsync<JsonElement>();
            probleem.GetProperty("code").GetString().ShouldBe(code);
            if (retourcode is not null) probleem.GetProperty("grondslag").GetString().ShouldBe($"iWmo retourcode {retourcode}");
        }
    }

    [Fact]
    public async Task A_rejection_tells_the_consulent_why_and_then_another_provider_can_be_chosen()
    {
        var (agb, ander) = (await huis.Contracteer(), await huis.Contracteer());
        var nummer = await huis.WijsToe(agb);
        (await Platformhuis.Weigering(await huis.Doe(agb, nummer, "afkeuring", new { reden = "anders" })))
            .ShouldBe((400, "ongeldige-invoer"));
        foreach (var _ in Enumerable.Range(0, 2))
            (await huis.Doe(agb, nummer, "afkeuring", new { reden = "anders", toelichting = "Wij werken niet in deze wijk." }))
                .StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Aangekondigd(nummer)).OfType<ToewijzingAfgekeurd>().ShouldHaveSingleItem().NietVerwerkt.ShouldBeFalse();

        var consulent = huis.Dienst.Als("consulent", teams: ["wijkteam-haven"]);
        var afkeuring = (await consulent.GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/toewijzingen/{nummer}"))
            .GetProperty("afkeuring");
        (afkeuring.GetProperty("reden").GetString(), afkeuring.GetProperty("toelichting").GetString())
            .ShouldBe(("anders", "Wij werken niet in deze wijk."));
        (await huis.Dienst.Vraag(db => db.Database.SqlQuery<string>(
            $"SELECT t::text AS \"Value\" FROM toewijzing t WHERE toewijzingnummer = {nummer}").SingleAsync())).ShouldNotContain("wijk.");
        (await consulent.PostAsJsonAsync($"/zorgaanbieders/v1/toewijzingen/{nummer}/andere-aanbieder", new { agb = ander }))
            .StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Platformhuis.Weigering(await huis.Doe(agb, nummer, "acceptatie"))).ShouldBe((409, "al-opgevolgd"));
    }

    [Fact]
    public async Task What_was_accepted_is_not_rejected_after_all()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        await huis.Doe(agb, nummer, "acceptatie");
        (await Platformhuis.Weigering(await huis.Doe(agb, nummer, "afkeuring", new { reden = "geen-capaciteit" })))
            .ShouldBe((409, "al-geaccepteerd"));
    }

    [Fact]
    public async Task An_unanswered_assignment_on_the_platform_is_due_unsent_and_can_be_given_up()
    {
        var agb = await huis.Contracteer();
        var nummer = await huis.WijsToe(agb);
        var id = await huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(p => p.Tegenpartij == agb).Select(p => p.Id).SingleAsync());
        var bericht = $"/zorgaanbieders/v1/iwmo/berichten/{id}";
        (await huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(p => p.Id == id).Select(p => p.AntwoordUiterlijk).SingleAsync()))
            .ShouldNotBeNull("iWmo OP090");
        (await Platformhuis.Weigering(await huis.Dienst.Als("backoffice").PostAsync($"{bericht}/opnieuw", null)))
            .ShouldBe((409, "ligt-op-het-platform"));
        (await Platformhuis.Weigering(await huis.Dienst.Als("backoffice").PostAsync($"{bericht}/afkeuring", null)))
            .ShouldBe((409, "antwoord-kan-nog-komen"));
        await huis.Dienst.Vraag(db => db.Database.ExecuteSqlAsync(
            $"UPDATE poststuk SET antwoord_uiterlijk = '2020-01-01' WHERE id = {id}"));

        (await Platformhuis.Weigering(await huis.Dienst.Als("backoffice").PostAsync($"{bericht}/opnieuw", null)))
            .ShouldBe((409, "ligt-op-het-platform"));
        (await huis.Dienst.Als("backoffice").PostAsync($"{bericht}/afkeuring", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await huis.Toewijzing(nummer)).GetProperty("toewijzing").GetProperty("status").GetString().ShouldBe("afgekeurd");
    }

    [Theory]
    [InlineData("acceptatie", null)]
    [InlineData("afkeuring", """{"reden":"geen-capaciteit"}""")]
    [InlineData("start", """{"begindatum":"2026-02-02"}""")]
    [InlineData("stop", """{"einddatum":"2026-02-02","reden":"19"}""")]
    public async Task Each_answer_is_for_its_own_assignments_and_not_for_who_answers_by_message(string wat, string? verzoek)
    {
        var (agb, ander, perBericht) = (await huis.Contracteer(), await huis.Contracteer(), await huis.Contracteer("berichten"));
        var inhoud = verzoek is null ? null : (object)JsonDocument.Parse(verzoek).RootElement;
        (await Platformhuis.Weigering(await huis.Doe(ander, await huis.WijsToe(agb), wat, inhoud))).ShouldBe((404, "niet-gevonden"));
        (await Platformhuis.Weigering(await huis.Doe(perBericht, await huis.WijsToe(perBericht), wat, inhoud)))
            .ShouldBe((409, "gaat-met-berichten"));
        (await Platformhuis.Weigering(await huis.Doe(agb, await huis.WijsToe(agb, geenBerichten: true), wat, inhoud)))
            .ShouldBe((409, "gaat-met-de-hand"));
    }

    private async Task<IReadOnlyList<Gebeurtenis>> Aangekondigd(long nummer)
    {
        var id = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.Toewijzingnummer == nummer).Select(t => t.Id).SingleAsync());
        return [.. (await huis.Dienst.Aangekondigd()).Where(g => g.AggregaatId == id && g is not ZorgAfgesproken)];
    }
}
