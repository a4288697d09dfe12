using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Webhooks;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A provider receives the events of its assignments on its own server.</summary>
public sealed class WebhookTests(Platformhuis huis) : IClassFixture<Platformhuis>
{
    private const string Toegewezen = "nl.wmo.toewijzing.toegewezen.v1";

    [Fact]
    public async Task An_assignment_is_told_as_a_signed_CloudEvent_that_names_nobody()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var (agb, persoon) = (await huis.Contracteer(), Huis.Persoon());
        var (_, geheim) = await huis.Abonneer(agb, ontvanger);
        var voor = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var nummer = await huis.WijsToe(agb, persoon);

        var webhook = await ontvanger.Krijgt();
        webhook.IsGetekendMet(geheim).ShouldBeTrue();
        webhook.Handtekeningen.Length.ShouldBe(1);
        long.Parse(webhook.Tijd, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeInRange(voor, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        webhook.Type.ShouldBe("application/cloudevents+json; charset=utf-8");
        var json = webhook.Json;
        json.GetProperty("specversion").GetString().ShouldBe("1.0");
        json.GetProperty("id").GetString().ShouldBe(webhook.Id);
        json.GetProperty("source").GetString().ShouldBe($"urn:nld:oin:{Platformhuis.Oin}:systeem:wmoplatform");
        json.GetProperty("type").GetString().ShouldBe(Toegewezen);
        json.GetProperty("subject").GetString().ShouldBe($"{nummer}");
        json.GetProperty("time").GetString()!.ShouldEndWith("Z");
        json.GetProperty("datacontenttype").GetString().ShouldBe("application/json");
        json.GetProperty("dataref").GetString().ShouldBe($"https://wmo.voorbeeld.example/zorgaanbieders/v1/toewijzingen/{nummer}");
        json.GetProperty("data").GetRawText().ShouldBe($$"""{"toewijzingnummer":{{nummer}},"status":"toegewezen"}""");
        webhook.Inhoud.ShouldNotContain(persoon.Bsn);
    }

    [Fact]
    public async Task Everything_that_happens_is_told_in_its_order_and_once()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        var nummer = await huis.WijsToe(agb);
        await huis.Doe(agb, nummer, "acceptatie");
        await huis.Doe(agb, nummer, "start", new { begindatum = "2026-02-02" });
        await huis.Doe(agb, nummer, "stop", new { einddatum = "2026-03-01", reden = "20" });
        await huis.Doe(agb, nummer, "stop", new { einddatum = "2026-03-01", reden = "19" });
        await ontvanger.Krijgt(w => w.Gebeurtenis.Contains(".gestopt.", StringComparison.Ordinal));
        await Tot.Waar(async () => (await huis.Bezorgingen(agb, pad)).All(b => Status(b) == "bezorgd"));
        ontvanger.Ontvangen.Select(w => w.Gebeurtenis.Split('.')[3]).ShouldBe(
            ["toegewezen", "geaccepteerd", "gestart", "tijdelijk-gestopt", "gestopt"]);
        ontvanger.Ontvangen.Select(w => w.Json.GetProperty("data").GetProperty("status").GetString()).ShouldBe(
            ["toegewezen", "geaccepteerd", "gestart", "tijdelijk-gestopt", "gestopt"]);
    }

    [Fact]
    public async Task Changes_and_removals_by_the_municipality_are_told_too()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        await huis.Abonneer(agb, ontvanger, "gewijzigd", "verwijderd");
        var nummer = await huis.WijsToe(agb);
        await huis.BeslistTot(nummer, new(2098, 12, 31));
        await huis.Beslist(nummer, _ => []);
        (await ontvanger.Krijgt(w => w.Gebeurtenis.Contains("verwijderd", StringComparison.Ordinal))).Json.GetProperty("data")
            .GetProperty("status").GetString().ShouldBe("verwijderd");
        ontvanger.Ontvangen.Select(w => w.Gebeurtenis.Split('.')[3]).ShouldBe(["gewijzigd", "verwijderd"]);
    }

    [Fact]
    public async Task An_end_that_comes_near_is_told_and_shown_until_the_help_is_extended()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        await huis.Abonneer(agb, ontvanger, "einde-nadert");
        var (nummer, ander) = (await huis.WijsToe(agb), await huis.WijsToe(agb));
        await huis.BeslistTot(nummer, new(2098, 12, 31));
        await huis.NadertEinde(nummer, new(2098, 12, 31), versie: 5);
        await huis.NadertEinde(nummer, new(2098, 6, 30), versie: 4);

        var webhook = await ontvanger.Krijgt();
        webhook.Json.GetProperty("type").GetString().ShouldBe("nl.wmo.toewijzing.einde-nadert.v1");
        webhook.Json.GetProperty("subject").GetString().ShouldBe($"{nummer}");
        (await Eindes()).ShouldBe([(nummer, "2098-12-31"), (ander, null)]);
        (await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>($"toewijzingen/{nummer}")).GetProperty("vervolg").GetString()!
            .ShouldEndWith("De laatste dag is woensdag 31 december 2098. Is er daarna nog hulp nodig? Laat de inwoner dan nu contact "
                + "opnemen met de gemeente.");

        await huis.BeslistTot(nummer, new(2099, 3, 31));

        (await Eindes()).ShouldBe([(nummer, null), (ander, null)]);
        ontvanger.Ontvangen.Count.ShouldBe(1);

        async Task<(long, string?)[]> Eindes() =>
        [
            .. (await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>("toewijzingen")).GetProperty("items").EnumerateArray()
                .Select(t => (t.GetProperty("toewijzingnummer").GetInt64(), t.GetProperty("eindeNadert").GetString())),
        ];
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger, "gestart");
        var nummer = await huis.WijsToe(agb);
        await huis.Doe(agb, nummer, "acceptatie");
        await huis.Doe(agb, nummer, "start", new { begindatum = "2026-02-02" });
        (await ontvanger.Krijgt()).Gebeurtenis.ShouldBe("nl.wmo.toewijzing.gestart.v1");
        (await huis.Bezorgingen(agb, pad)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refusal_a_person_by_hand_and_another_providers_news_go_to_nobody()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await huis.WijsToe(agb, geenBerichten: true);
        await huis.WijsToe(await huis.Contracteer());
        var nummer = await huis.WijsToe(agb);
        (await huis.Doe(agb, nummer, "stop", new { einddatum = "2026-03-01", reden = "19" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await huis.Bezorgingen(agb, pad)).ShouldHaveSingleItem().GetProperty("toewijzingnummer").GetInt64().ShouldBe(nummer);
    }

    [Fact]
    public async Task A_change_that_is_not_stored_is_told_to_nobody()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        var nummer = await huis.WijsToe(agb);
        await huis.Dienst.Vraag(async db =>
        {
            await using var transactie = await db.Database.BeginTransactionAsync();
            (await db.Toewijzingen.SingleAsync(t => t.Toewijzingnummer == nummer)).Accepteer(DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
            // Killed before the commit.
            await transactie.RollbackAsync();
            return true;
        });
        (await huis.Bezorgingen(agb, pad)).ShouldHaveSingleItem().GetProperty("type").GetString().ShouldBe(Toegewezen);
    }

    [Fact]
    public async Task A_receiver_that_fails_gets_the_same_again_until_it_takes_it()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        ontvanger.Antwoord = _ => Task.FromResult(ontvanger.Ontvangen.Count < 3 ? 503 : 200);
        var agb = await huis.Contracteer();
        var (pad, geheim) = await huis.Abonneer(agb, ontvanger);
        await huis.WijsToe(agb);
        await Tot.Waar(async () => Status((await huis.Bezorgingen(agb, pad)).Single()) == "bezorgd");
        ontvanger.Ontvangen.Count.ShouldBe(3);
        ontvanger.Ontvangen.Select(w => (w.Id, w.Inhoud)).Distinct().Count().ShouldBe(1);
        ontvanger.Ontvangen.ShouldAllBe(w => w.IsGetekendMet(geheim));
        var bezorging = (await huis.Bezorgingen(agb, pad)).Single();
        (bezorging.GetProperty("pogingen").GetInt32(), bezorging.GetProperty("antwoord").GetInt32()).ShouldBe((3, 200));
    }

    [Fact]
    public async Task What_is_never_taken_has_failed_visibly_and_can_be_sent_again()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        ontvanger.Antwoord = _ => Task.FromResult(500);
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await huis.WijsToe(agb);
        await Tot.Waar(async () => Status((await huis.Bezorgingen(agb, pad)).Single()) == "mislukt");
        // The first attempt, and one after every pause.
        ontvanger.Ontvangen.Count.ShouldBe(4);
        var id = (await huis.Bezorgingen(agb, pad)).Single().GetProperty("bezorgingId").GetString();

        ontvanger.Antwoord = _ => Task.FromResult(204);
        (await huis.Dienst.Als("beheer").PostAsync($"{pad}/bezorgingen/{id}/opnieuw", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Tot.Waar(async () => Status((await huis.Bezorgingen(agb, pad)).Single()) == "bezorgd");
        ontvanger.Ontvangen.Select(w => w.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_stops_its_subscription_until_it_is_switched_on()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        ontvanger.Antwoord = _ => Task.FromResult(410);
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        var nummer = await huis.WijsToe(agb);
        await Tot.Waar(async () => Status(await Abonnement(agb, pad)) == "gestopt");
        await huis.Doe(agb, nummer, "acceptatie");
        await Tot.Waar(async () => Status((await huis.Bezorgingen(agb, pad)).Single()) == "vervallen");

        ontvanger.Antwoord = _ => Task.FromResult(204);
        (await Wijzig(agb, pad, ontvanger, "actief")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await huis.Doe(agb, nummer, "start", new { begindatum = "2026-02-02" });
        await ontvanger.Krijgt(w => w.Gebeurtenis.Contains("gestart", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhooks_wait_during_a_pause()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        (await Wijzig(agb, pad, ontvanger, "gepauzeerd")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await huis.WijsToe(agb);
        (await Platformhuis.Weigering(await huis.Aanbieder(agb).PostAsync($"{pad}/proef", null))).ShouldBe((409, "abonnement-niet-actief"));
        Status((await huis.Bezorgingen(agb, pad)).Single()).ShouldBe("wachtend");
        await Wijzig(agb, pad, ontvanger, "actief");
        await ontvanger.Krijgt();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        ontvanger.Antwoord = _ => Task.FromResult(307);
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await huis.WijsToe(agb);
        await Tot.Waar(async () => Status((await huis.Bezorgingen(agb, pad)).Single()) == "mislukt");
        ontvanger.Ontvangen.Count.ShouldBe(4);
        (await huis.Bezorgingen(agb, pad)).Single().GetProperty("antwoord").GetInt32().ShouldBe(307);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_holds_up_nobody_else()
    {
        await using var traag = await Ontvanger.StartAsync();
        await using var vlot = await Ontvanger.StartAsync();
        var los = new TaskCompletionSource<int>();
        traag.Antwoord = _ => los.Task;
        var (agbTraag, agbVlot) = (await huis.Contracteer(), await huis.Contracteer());
        await huis.Abonneer(agbTraag, traag);
        var (pad, _) = await huis.Abonneer(agbVlot, vlot);
        foreach (var _ in Enumerable.Range(0, 3)) await huis.WijsToe(agbTraag);
        await traag.Krijgt();
        foreach (var _ in Enumerable.Range(0, 3)) await huis.WijsToe(agbVlot);
        await Tot.Waar(async () => (await huis.Bezorgingen(agbVlot, pad)).Count(b => Status(b) == "bezorgd") == 3);
        // One at a time.
        traag.Ontvangen.Count.ShouldBe(1);
        los.SetResult(204);
    }

    [Fact]
    public async Task Webhooks_of_one_assignment_keep_their_order_and_never_delay_another()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        var stil = await huis.WijsToe(agb);
        await ontvanger.Krijgt();
        ontvanger.Antwoord = w =>
            Task.FromResult(w.Json.GetProperty("subject").GetString() == $"{stil}"
                && w.Gebeurtenis.Contains("geaccepteerd", StringComparison.Ordinal) ? 500 : 204);
        await huis.Doe(agb, stil, "acceptatie");
        await huis.Doe(agb, stil, "start", new { begindatum = "2026-02-02" });
        var ander = await huis.WijsToe(agb);
        await ontvanger.Krijgt(w => w.Json.GetProperty("subject").GetString() == $"{ander}");
        await ontvanger.Krijgt(w => w.Gebeurtenis.Contains("gestart", StringComparison.Ordinal));
        // Sent only after the earlier one was given up.
        var vanStil = ontvanger.Ontvangen.Where(w => w.Json.GetProperty("subject").GetString() == $"{stil}")
            .Select(w => w.Gebeurtenis.Split('.')[3]).ToArray();
        vanStil.ShouldBe(["toegewezen", "geaccepteerd", "geaccepteerd", "geaccepteerd", "geaccepteerd", "gestart"]);
        (await huis.Bezorgingen(agb, pad)).Select(Status).ShouldContain("mislukt");
    }

    [Fact]
    public async Task A_closed_port_and_a_port_without_https_are_one_failure_to_the_provider()
    {
        await using var zonderHttps = await Ontvanger.StartAsync();
        await using var weg = await Ontvanger.StartAsync();
        var dicht = Https(weg);
        await weg.DisposeAsync();
        (await Proef(dicht)).ShouldBe(("niet-bereikt", null));
        (await Proef(Https(zonderHttps))).ShouldBe(("niet-bereikt", null));
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_is_named_to_the_provider()
    {
        using var sleutel = ECDsa.Create();
        var aanvraag = new CertificateRequest("CN=zorg.voorbeeld.example", sleutel, HashAlgorithmName.SHA256);
        using var certificaat = aanvraag.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var ontvanger = await Ontvanger.StartAsync(certificaat);
        (await Proef(Https(ontvanger))).ShouldBe(("certificaat-klopt-niet", null));
    }

    private static string Https(Ontvanger ontvanger) => new UriBuilder(ontvanger.Url) { Scheme = "https" }.Uri.AbsoluteUri;

    /// <summary>What the provider sees of a test to this address, once it has failed.</summary>
    private async Task<(string? Fout, int? Antwoord)> Proef(string url)
    {
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, url);
        (await huis.Aanbieder(agb).PostAsync($"{pad}/proef", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Tot.Waar(async () => Status((await huis.Bezorgingen(agb, pad)).Single()) == "mislukt");
        var proef = (await huis.Bezorgingen(agb, pad)).Single();
        return (proef.GetProperty("fout").GetString(), proef.TryGetProperty("antwoord", out var a) && a.ValueKind == JsonValueKind.Number
            ? a.GetInt32() : null);
    }

    [Fact]
    public async Task The_old_secret_signs_along_for_a_day_after_a_new_one()
    {
        // A service of its own: the clock moves.
        await using var huis = new Platformhuis();
        await huis.InitializeAsync();
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, oud) = await huis.Abonneer(agb, ontvanger);
        var nieuw = (await (await huis.Aanbieder(agb).PostAsync($"{pad}/geheim", null)).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("geheim").GetString()!;
        await huis.WijsToe(agb);
        var tijdens = await ontvanger.Krijgt();
        (tijdens.IsGetekendMet(nieuw), tijdens.IsGetekendMet(oud), tijdens.Handtekeningen.Length).ShouldBe((true, true, 2));

        huis.Dienst.Klok.Vooruit(Webhooks.Abonnement.Overgang);
        (await huis.Aanbieder(agb).PostAsync($"{pad}/proef", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var daarna = await ontvanger.Krijgt(w => w.Gebeurtenis == "nl.wmo.toewijzing.proef.v1");
        (daarna.IsGetekendMet(nieuw), daarna.IsGetekendMet(oud)).ShouldBe((true, false));
    }

    [Fact]
    public async Task The_secret_is_told_once_and_stands_nowhere_in_the_clear()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, geheim) = await huis.Abonneer(agb, ontvanger);
        geheim.ShouldStartWith("whsec_");
        Convert.FromBase64String(geheim["whsec_".Length..]).Length.ShouldBe(32);
        (await huis.Aanbieder(agb).GetStringAsync("abonnementen") + await huis.Aanbieder(agb).GetStringAsync(pad))
            .ShouldNotContain("whsec");
        (await huis.Dienst.Vraag(db => db.Database.SqlQuery<string>(
            $"SELECT a::text AS \"Value\" FROM abonnement a UNION ALL SELECT v::text FROM answered_request v").ToListAsync()))
            .ShouldAllBe(rij => !rij.Contains(geheim.Substring(6)));
    }

    [Fact]
    public async Task A_subscription_is_its_providers_own_and_beheer_sees_all()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var (agb, ander) = (await huis.Contracteer(), await huis.Contracteer());
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        foreach (var (methode, waar) in new[] { ("GET", ""), ("GET", "/bezorgingen"), ("DELETE", ""), ("POST", "/geheim"),
            ("POST", "/proef"), ("POST", $"/bezorgingen/{Guid.Empty}/opnieuw") })
            (await huis.Aanbieder(ander).SendAsync(new(new(methode), pad + waar)))
                .StatusCode.ShouldBe(HttpStatusCode.NotFound, methode + waar);
        (await huis.Aanbieder(ander).GetFromJsonAsync<JsonElement>("abonnementen")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await huis.Dienst.Als("beheer").GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await huis.Dienst.Als("beheer").DeleteAsync(new Uri(pad, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_cancelled_is_gone_with_all_that_waited()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await Wijzig(agb, pad, ontvanger, "gepauzeerd");
        var nummer = await huis.WijsToe(agb);
        (await huis.Aanbieder(agb).DeleteAsync(new Uri(pad, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await huis.Aanbieder(agb).GetAsync(pad)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Dienst.Vraag(db => db.Bezorgingen.AnyAsync(b => b.Toewijzingnummer == nummer))).ShouldBeFalse();
        (await huis.Doe(agb, nummer, "acceptatie")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_change_needs_the_version_it_was_made_on_and_their_number_is_limited()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        (await huis.Aanbieder(agb).PutAsJsonAsync(pad, new { url = ontvanger.Url, status = "actief" }))
            .StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        foreach (var _ in Enumerable.Range(0, 9)) await huis.Abonneer(agb, ontvanger);
        (await Platformhuis.Weigering(await huis.Aanbieder(agb).PostAsJsonAsync("abonnementen", new { url = ontvanger.Url })))
            .ShouldBe((409, "te-veel-abonnementen"));
        (await Platformhuis.Weigering(await huis.Dienst.Als("aanbieder")
            .PostAsJsonAsync("/zorgaanbieders/v1/abonnementen", new { url = ontvanger.Url }))).ShouldBe((422, "geen-agb"));
    }

    private async Task<JsonElement> Abonnement(string agb, string pad) => await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>(pad);

    private async Task<HttpResponseMessage> Wijzig(string agb, string pad, Ontvanger ontvanger, string status)
    {
        var http = huis.Aanbieder(agb);
        http.DefaultRequestHeaders.Add("If-Match", (await http.GetAsync(pad)).Headers.ETag!.Tag);
        return await http.PutAsJsonAsync(pad, new { url = ontvanger.Url, status });
    }

    private static string? Status(JsonElement van) => van.GetProperty("status").GetString();
}

/// <summary>A receiver that failed gets nothing again for an hour: only a test shows at once whether it was mended.</summary>
public sealed class WebhookproefTests(WebhookproefTests.Huis huis) : IClassFixture<WebhookproefTests.Huis>
{
    private const string Proefbericht = "nl.wmo.toewijzing.proef.v1";

    public sealed class Huis : Platformhuis
    {
        protected override Dictionary<string, string> Instellingen => new(base.Instellingen) { ["Webhooks:Pauzes:0"] = "01:00:00" };
    }

    [Fact]
    public async Task A_test_goes_at_once_while_a_failed_test_and_a_failed_webhook_wait()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        ontvanger.Antwoord = _ => Task.FromResult(500);
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await huis.WijsToe(agb);
        await Stuur(agb, pad);
        await Tot.Waar(async () => (await huis.Bezorgingen(agb, pad))
            .Count(b => b.TryGetProperty("antwoord", out var a) && a.ValueKind == JsonValueKind.Number) == 2);
        ontvanger.Antwoord = _ => Task.FromResult(204);
        var tweede = await Stuur(agb, pad);
        await Tot.Waar(async () => await Status(agb, tweede) == "bezorgd");
    }

    [Fact]
    public async Task A_test_goes_at_once_while_the_receiver_keeps_others_waiting()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var los = new TaskCompletionSource<int>();
        ontvanger.Antwoord = _ => ontvanger.Ontvangen.Count <= 2 ? los.Task : Task.FromResult(204);
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await huis.WijsToe(agb);
        await Stuur(agb, pad);
        await Tot.Waar(() => ontvanger.Ontvangen.Count == 2);
        var tweede = await Stuur(agb, pad);
        await Tot.Waar(async () => await Status(agb, tweede) == "bezorgd");
        los.SetResult(204);
    }

    [Fact]
    public async Task A_test_that_hangs_holds_up_no_webhook()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var los = new TaskCompletionSource<int>();
        ontvanger.Antwoord = w => w.Gebeurtenis == Proefbericht ? los.Task : Task.FromResult(204);
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        var proef = await Stuur(agb, pad);
        await ontvanger.Krijgt(w => w.Gebeurtenis == Proefbericht);
        await huis.WijsToe(agb);
        await ontvanger.Krijgt(w => w.Gebeurtenis != Proefbericht);
        (await Status(agb, proef)).ShouldBe("wachtend");
        los.SetResult(204);
    }

    private async Task<string> Stuur(string agb, string pad) =>
        (await huis.Aanbieder(agb).PostAsync($"{pad}/proef", null)).Headers.Location!.OriginalString;

    private async Task<string?> Status(string agb, string bezorging) =>
        (await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>(bezorging)).GetProperty("status").GetString();
}

/// <summary>Webhooks as in production: only to the public internet, over https.</summary>
public sealed class WebhookNaarBuitenTests(WebhookNaarBuitenTests.Huis huis) : IClassFixture<WebhookNaarBuitenTests.Huis>
{
    public sealed class Huis : Platformhuis, IAsyncLifetime
    {
        public NepDns Dns { get; } = new();

        protected override Dictionary<string, string> Instellingen =>
            new(base.Instellingen.Where(i => !i.Key.EndsWith("Toegestaan", StringComparison.Ordinal)))
            {
                ["Webhooks:EigenNetten"] = "10.20.0.0/16, fd12:3456::/32",
                ["Webhooks:Naamservers"] = Dns.Adres,
            };

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await base.DisposeAsync();
            Dns.Dispose();
        }
    }

    [Theory]
    [InlineData("https://127.0.0.1/", "webhook-adres-niet-openbaar")]
    [InlineData("https://2130706433/", "webhook-adres-niet-openbaar")]
    [InlineData("https://0x7f.1/", "webhook-adres-niet-openbaar")]
    [InlineData("https://binnen.voorbeeld.example/", "webhook-adres-niet-openbaar")]
    [InlineData("https://[::1]:8443/x", "webhook-adres-niet-openbaar")]
    [InlineData("https://[::ffff:10.0.0.1]/", "webhook-adres-niet-openbaar")]
    [InlineData("https://[64:ff9b::7f00:1]/", "webhook-adres-niet-openbaar")]
    [InlineData("https://[2002:7f00:1::]/", "webhook-adres-niet-openbaar")]
    [InlineData("https://10.21.0.1/", "webhook-adres-niet-openbaar")]
    [InlineData("https://169.254.169.254/latest", "webhook-adres-niet-openbaar")]
    [InlineData("https://100.100.0.1/", "webhook-adres-niet-openbaar")]
    [InlineData("https://8.8.8.8:22/", "webhook-poort-niet-toegestaan")]
    [InlineData("https://10.20.3.4:5432/", "webhook-poort-niet-toegestaan")]
    [InlineData("https://bestaat-niet.invalid/", "webhook-adres-onbekend")]
    [InlineData("https://stil.voorbeeld.example/", "webhook-adres-onbekend")]
    [InlineData("http://8.8.8.8/", "webhook-zonder-https")]
    [InlineData("https://wie:wat@8.8.8.8/", "webhook-met-wachtwoord")]
    [InlineData("https://8.8.8.8/#hier", "ongeldige-invoer")]
    [InlineData("ftp://8.8.8.8/", "ongeldige-invoer")]
    [InlineData("file:///etc/passwd", "ongeldige-invoer")]
    [InlineData("/webhooks", "ongeldige-invoer")]
    [InlineData("", "ongeldige-invoer")]
    public async Task An_address_where_webhooks_may_not_go_is_refused(string url, string code)
    {
        var agb = await huis.Contracteer();
        (await Platformhuis.Weigering(await huis.Aanbieder(agb).PostAsJsonAsync("abonnementen", new { url }))).Code.ShouldBe(code);
        (await huis.Aanbieder(agb).GetFromJsonAsync<JsonElement>("abonnementen")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("https://8.8.8.8/webhooks?klant=1")]
    [InlineData("https://8.8.8.8:8443/")]
    [InlineData("https://10.20.3.4/")]
    [InlineData("https://[::ffff:10.20.3.4]/")]
    [InlineData("https://[fd12:3456::1]/")]
    public async Task A_public_address_and_one_in_a_network_of_the_list_are_taken(string url) =>
        (await huis.Aanbieder(await huis.Contracteer()).PostAsJsonAsync("abonnementen", new { url }))
            .StatusCode.ShouldBe(HttpStatusCode.Created);

    [Fact]
    public async Task A_name_whose_DNS_server_is_silent_holds_no_transaction()
    {
        var voor = huis.Dns.Gevraagd;
        var wachtend = Enumerable.Range(0, 40).Select(i => huis.Aanbieder($"{70_000_000 + i}", sleutel: $"stil-{i}")
            .PostAsJsonAsync("abonnementen", new { url = $"https://stil{i}.voorbeeld.example/" })).ToArray();
        await Tot.Waar(() => huis.Dns.Gevraagd >= voor + 40);
        (await huis.Dienst.Vraag(db => db.Database.SqlQuery<int>(
            $"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'")
            .SingleAsync())).ShouldBe(0);
        foreach (var antwoord in await Task.WhenAll(wachtend))
            (await Platformhuis.Weigering(antwoord)).ShouldBe((422, "webhook-adres-onbekend"));
    }

    [Fact]
    public async Task A_provider_with_many_silent_names_at_once_is_asked_to_wait()
    {
        var agb = await huis.Contracteer();
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => huis.Aanbieder(agb)
            .PostAsJsonAsync("abonnementen", new { url = $"https://stil{i}.voorbeeld.example/" })));
        var geweigerd = antwoorden.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        (await Platformhuis.Weigering(geweigerd)).Code.ShouldBe("te-veel-adressen-tegelijk");
        geweigerd.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("https")]
    [InlineData("http")]
    public async Task A_name_that_leads_into_our_own_network_by_now_is_not_connected_to(string schema)
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        // Stored directly, as if the name led to a public address at registration.
        var url = new UriBuilder(ontvanger.Url) { Scheme = schema, Host = "binnen.voorbeeld.example" }.Uri;
        var id = await huis.Dienst.Vraag(async db =>
        {
            var (abonnement, _) = Abonnement.Neem(
                agb, url, [], Sleutels.Kluis(Diensten.Zorgaanbieders), DateTimeOffset.UtcNow);
            db.Add(abonnement);
            await db.SaveChangesAsync();
            return abonnement.Id;
        });
        await huis.WijsToe(agb);
        await Tot.Waar(async () => Bezorging(await huis.Bezorgingen(agb, $"abonnementen/{id}")) == ("mislukt", "adres-niet-toegestaan"));
        ontvanger.Ontvangen.ShouldBeEmpty();

        static (string?, string?) Bezorging(JsonElement[] rijen) => (
            rijen.Single().GetProperty("status").GetString(), rijen.Single().GetProperty("fout").GetString());
    }
}

/// <summary>Webhooks while instances come and go.</summary>
public sealed class WebhookInstantiesTests(WebhookInstantiesTests.Huis huis) : IClassFixture<WebhookInstantiesTests.Huis>
{
    private const int Aantal = 40;

    public sealed class Huis : Platformhuis
    {
        /// <summary>This instance stores webhooks, and other instances send them.</summary>
        protected override Dictionary<string, string> Instellingen => new(base.Instellingen) { ["Webhooks:Gelijktijdig"] = "0" };

        /// <summary>Another instance of the same service, on the same database.</summary>
        public Task<DienstFabriek<ZorgaanbiedersDb>> Verzender() =>
            DienstFabriek.StartAsync<ZorgaanbiedersDb>(
                Diensten.Zorgaanbieders, instellingen: new Dictionary<string, string>(base.Instellingen)
                {
                    [$"ConnectionStrings:{Diensten.Zorgaanbieders}"] = Dienst.Database.ConnectionString,
                    ["Partners:Ggk:Adres"] = Ggk.Adres,
                    ["Gemeente:Code"] = "0034",
                });
    }

    [Fact]
    public async Task Two_instances_send_each_webhook_once()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        foreach (var _ in Enumerable.Range(0, Aantal)) await huis.WijsToe(agb);
        var eerste = huis.Verzender();
        var tweede = huis.Verzender();
        await using var een = await eerste;
        await using var twee = await tweede;
        await Tot.Waar(async () => (await huis.Bezorgingen(agb, pad))
            .Count(b => b.GetProperty("status").GetString() == "bezorgd") == Aantal);
        ontvanger.Ontvangen.Count.ShouldBe(Aantal);
        ontvanger.Ontvangen.Select(w => w.Id).Distinct().Count().ShouldBe(Aantal);
    }

    [Fact]
    public async Task A_stopped_instance_has_its_webhook_sent_by_the_next_one()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var hangt = new TaskCompletionSource<int>();
        ontvanger.Antwoord = _ => hangt.Task;
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        await using (await huis.Verzender())
        {
            await huis.WijsToe(agb);
            await ontvanger.Krijgt();
        }
        hangt.SetResult(503);
        (await huis.Bezorgingen(agb, pad)).Single().GetProperty("status").GetString().ShouldBe("wachtend");
        ontvanger.Antwoord = _ => Task.FromResult(204);
        await using var volgende = await huis.Verzender();
        await Tot.Waar(async () => (await huis.Bezorgingen(agb, pad)).Single().GetProperty("status").GetString() == "bezorgd");
        ontvanger.Ontvangen.Select(w => w.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_instance_has_its_webhook_sent_by_another_once_its_time_is_up()
    {
        await using var ontvanger = await Ontvanger.StartAsync();
        var agb = await huis.Contracteer();
        var (pad, _) = await huis.Abonneer(agb, ontvanger);
        var nummer = await huis.WijsToe(agb);
        await huis.Dienst.Vraag(db => db.Bezorgingen.Where(b => b.Toewijzingnummer == nummer)
            .ExecuteUpdateAsync(b => b
                .SetProperty(x => x.ClaimedUntil, DateTimeOffset.UtcNow.AddSeconds(-1)).SetProperty(x => x.Attempts, 1)));
        await using var volgende = await huis.Verzender();
        await Tot.Waar(async () => (await huis.Bezorgingen(agb, pad)).Single().GetProperty("status").GetString() == "bezorgd");
        (await huis.Bezorgingen(agb, pad)).Single().GetProperty("pogingen").GetInt32().ShouldBe(2);
    }
}

/// <summary>The municipality chooses whether there are webhooks.</summary>
public sealed class WebhookInrichtingTests(Huis huis) : IClassFixture<Huis>
{
    [Fact]
    public async Task A_subscription_is_refused_where_webhooks_are_not_set_up() =>
        (await Platformhuis.Weigering(await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij)
            .PostAsJsonAsync("/zorgaanbieders/v1/abonnementen", new { url = "https://8.8.8.8/" })))
            .ShouldBe((409, "webhooks-niet-ingericht"));

    [Theory]
    [InlineData("1234", "https://wmo.voorbeeld.example")]
    [InlineData("12345678901234567890", "https://wmo.voorbeeld.example")]
    [InlineData(Platformhuis.Oin, "")]
    [InlineData(Platformhuis.Oin, "wmo.voorbeeld.example")]
    public async Task A_service_with_a_wrong_OIN_or_gateway_does_not_start(string oin, string gateway) =>
        (await Should.ThrowAsync<InvalidOperationException>(DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders,
            instellingen: new Dictionary<string, string>
            {
                ["Partners:Ggk:Adres"] = huis.Ggk.Adres,
                ["Gemeente:Code"] = "0034",
                ["Webhooks:Oin"] = oin,
                ["Webhooks:Gateway"] = gateway,
            }))).Message.ShouldContain("Webhooks:");

    [Theory]
    [InlineData("EigenNetten", "0.0.0.0/0")]
    [InlineData("EigenNetten", "10.0.0.0")]
    [InlineData("EigenNetten", "169.254.0.0/16")]
    [InlineData("EigenNetten", "10.20.0.0/16,fe80::/10")]
    [InlineData("EigenNetten", "::ffff:10.0.0.0/104")]
    [InlineData("EigenNetten", "64:ff9b::/96")]
    [InlineData("EigenNetten", "224.0.0.0/4")]
    [InlineData("EigenNetten", "127.0.0.0/8")]
    [InlineData("EigenNetten", "::1/128")]
    [InlineData("HttpToegestaan", "true")]
    [InlineData("Poorten", "https")]
    [InlineData("Naamservers", "dns.voorbeeld.example")]
    public void A_service_whose_webhooks_could_go_astray_does_not_start_in_Production(string naam, string waarde)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Webhooks:Oin"] = Platformhuis.Oin,
            ["Webhooks:Gateway"] = "https://wmo.voorbeeld.example",
            [$"Webhooks:{naam}"] = waarde,
        });
        Should.Throw<InvalidOperationException>(builder.AddAbonnementen).Message.ShouldContain($"Webhooks:{naam}");
    }
}
