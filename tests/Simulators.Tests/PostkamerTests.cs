using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

public class PostkamerTests
{
    [Fact]
    public async Task A_message_is_taken_at_once_and_answered_later_with_a_token_of_the_chain()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1))).IsAkkoord.ShouldBeTrue();
        var (pad, token, _) = huis.Gekregen.ShouldHaveSingleItem();
        pad.ShouldBe("/zorgaanbieders/v1/iwmo/berichten");
        Tokens.Inhoud(token)["roles"]!.AsArray().Select(rol => rol!.GetValue<string>()).ShouldBe(["keten"]);
    }

    [Fact]
    public async Task The_same_message_twice_is_received_twice_and_counts_once()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await huis.Stuur("ggk", Toewijzing(1))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T2"));
        var ontvangen = await huis.Ontvangen("ggk");
        ontvangen.Select(o => (o!["identificatie"]!.GetValue<string>(), o["keer"]!.GetValue<int>(), o["sleutel"]!.GetValue<string>()))
            .ShouldBe([("T1", 2, "1"), ("T2", 1, "2")]);
        huis.Gekregen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_message_under_the_same_identification_is_rejected()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Stuur("ggk", Toewijzing(2));
        await huis.Bericht<Wmo302>(retour => retour.Afkeurcodes.Contains("9056"));
    }

    [Fact]
    public async Task What_was_received_is_told_without_a_person()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await huis.Http.GetStringAsync("/beheer/ontvangen")).ShouldNotContain("9999");
        (await huis.Http.GetStringAsync("/beheer/verzonden")).ShouldNotContain("9999");
    }

    [Fact]
    public async Task What_a_message_says_about_the_help_is_told_without_a_person()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(7));
        var tekst = await huis.Http.GetStringAsync("/beheer/ontvangen?inhoud=true");
        tekst.ShouldNotContain("9999");
        tekst.ShouldNotContain("Amrani");
        var deel = JsonNode.Parse(tekst)![0]!["inhoud"]!.AsArray().ShouldHaveSingleItem()!;
        (deel["ToewijzingNummer"]!.GetValue<string>(), deel["Product/Code"]!.GetValue<string>(), deel["Omvang/Volume"]!.GetValue<string>())
            .ShouldBe(("7", "02T21", "3"));
    }

    [Fact]
    public async Task A_silent_partner_answers_once_its_behaviour_is_set_again()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("svb", new { modus = "zwijgen" });
        (await huis.Stuur("svb", Toekenning("B-1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        // The SVB takes no change of a budget about which it still has to answer (TR507).
        (await huis.Stuur("svb", Toekenning("B-2", "P2", oud: "B-1"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        huis.Gekregen.ShouldBeEmpty();
        await huis.Gedraag("svb", new { modus = "normaal" });
        (await huis.Bericht<Wmo502>(r => r.Header.BerichtIdentificatie.Identificatie == "P1")).IsAkkoord.ShouldBeTrue();
        (await huis.Bericht<Wmo502>(r => r.Header.BerichtIdentificatie.Identificatie == "P2")).IsAkkoord.ShouldBeFalse();
    }

    [Theory]
    [InlineData("<x/>", 400, "onbekend-bericht")]
    [InlineData("geen xml", 400, "geen-xml")]
    public async Task What_cannot_be_read_gets_no_retour_but_an_error_at_once(string xml, int status, string code)
    {
        await using var huis = await Huis.Open();
        var antwoord = await huis.Stuur("svb", xml);
        ((int)antwoord.StatusCode).ShouldBe(status);
        (await antwoord.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe(code);
        huis.Gekregen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_for_a_provider_that_is_not_there_is_refused()
    {
        await using var huis = await Huis.Open();
        (await huis.Stuur("ggk", Toewijzing(1, agb: "11111111"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_message_at_the_wrong_partner_is_refused()
    {
        await using var huis = await Huis.Open();
        (await huis.Stuur("cak", Toekenning("B-1"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_partner_in_trouble_takes_nothing_until_it_is_over()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("svb", new { modus = "storing", aantal = 1 });
        (await huis.Stuur("svb", Toekenning("B-1"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await huis.Ontvangen("svb")).ShouldBeEmpty();
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_provider_in_trouble_leaves_the_other_one_at_work()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag(Agb, new { modus = "storing" });
        (await huis.Stuur("ggk", Toewijzing(1))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await huis.Stuur("ggk", Toewijzing(2, "T2", agb: "87654321"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_slow_partner_takes_the_message_before_it_says_so()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("cak", new { modus = "traag", vertragingMs = 60_000 });
        using var ongeduld = new CancellationTokenSource();
        var aanbod = huis.Http.PostAsync("/cak/berichten", new StringContent(EbStart(1).ToXml()), ongeduld.Token);
        await Tot.Waar(async () => (await huis.Ontvangen("cak")).Count == 1);
        aanbod.IsCompleted.ShouldBeFalse();
        await ongeduld.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => aanbod);
        huis.Gekregen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ggk")]
    [InlineData("12345678")]
    public async Task A_partner_told_to_reject_rejects_what_it_would_have_accepted(string partner)
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag(partner, new { modus = "afkeuren", aantal = 1 });
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1))).IsAkkoord.ShouldBeFalse();
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1, "T2"))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_partner_told_to_double_sends_the_same_answer_twice()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("svb", new { modus = "dubbel" });
        await huis.Stuur("svb", Toekenning("B-1"));
        await Tot.Waar(() => huis.Gekregen.Count == 2, melding: "Twee antwoorden");
        huis.Gekregen.Select(g => g.Bericht.Identificatie).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_is_offered_until_the_platform_takes_it()
    {
        await using var huis = await Huis.Open();
        huis.Weiger(3);
        (await huis.Antwoord<Wmo402>("cak", EbStart(1))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_the_platform_refuses_is_told_and_the_next_one_on_its_track_goes()
    {
        await using var huis = await Huis.Open();
        huis.Weiger(1, status: 422);
        await huis.Stuur("svb", Toekenning("B-1"));
        await huis.Stuur("svb", Toekenning("B-1", "P2"));
        await huis.Bericht<Wmo502>(retour => retour.Header.BerichtIdentificatie.Identificatie == "P2");

        var geweigerd = (await huis.Verzonden("svb")).Single(z => z!["antwoordt"]!.GetValue<string>() == "P1")!;
        (geweigerd["geweigerd"]!.GetValue<bool>(), geweigerd["bezorgd"]!.GetValue<bool>(), geweigerd["pogingen"]!.GetValue<int>(),
            geweigerd["laatsteStatus"]!.GetValue<int>()).ShouldBe((true, false, 1, 422));
    }

    [Fact]
    public async Task A_behaviour_that_is_used_up_is_over()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("svb", new { modus = "afkeuren", aantal = 1 });
        (await huis.Modus("svb")).ShouldBe("afkeuren");
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await huis.Modus("svb")).ShouldBe("normaal");
    }

    [Theory]
    [InlineData("storing", HttpStatusCode.ServiceUnavailable, true)]
    [InlineData("afkeuren", HttpStatusCode.Accepted, false)]
    public async Task A_behaviour_towards_one_person_is_met_by_nobody_else(string modus, HttpStatusCode voorEen, bool isAkkoordDaarna)
    {
        await using var huis = await Huis.Open();
        foreach (var partner in new[] { "ggk", "svb", "cak" }) await huis.Gedraag(partner, new { modus, aantal = 1, bsn = AnderBsn });

        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo402>("cak", EbStart(1))).IsAkkoord.ShouldBeTrue();
        (await huis.Http.GetStringAsync("/beheer/gedrag")).ShouldNotContain(AnderBsn);
        (await huis.Modus("svb"), await huis.Personen("svb")).ShouldBe(("normaal", 1));

        (await huis.Stuur("ggk", Toewijzing(2, "T2", AnderBsn))).StatusCode.ShouldBe(voorEen);
        (await huis.Stuur("svb", Toekenning("B-1"))).StatusCode.ShouldBe(voorEen);
        (await huis.Stuur("cak", EbStart(2, "S2", AnderBsn))).StatusCode.ShouldBe(voorEen);
        (await huis.Personen("svb")).ShouldBe(0);

        // The behaviour was for one message, so a repeat is accepted; a rejected message keeps its answer.
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T2", AnderBsn))).IsAkkoord.ShouldBe(isAkkoordDaarna);
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"))).IsAkkoord.ShouldBe(isAkkoordDaarna);
        (await huis.Antwoord<Wmo402>("cak", EbStart(2, "S2", AnderBsn))).IsAkkoord.ShouldBe(isAkkoordDaarna);
    }

    [Fact]
    public async Task What_a_provider_reports_about_one_person_is_doubled_and_nothing_else()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag(Agb, new { modus = "dubbel", bsn = AnderBsn });
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T2", AnderBsn));
        foreach (var nummer in new[] { 1, 2 })
            (await huis.Beveel($"aanbieders/{Agb}/start", new { toewijzingnummer = nummer, begindatum = Vandaag }))
                .StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Tot.Waar(async () => (await huis.Verzonden(Agb)).All(z => z!["bezorgd"]!.GetValue<bool>()));

        huis.Gekregen.CountBy(g => $"{g.Bericht.Soort} {Van(g.Bericht)}").ToDictionary().ShouldBe(
            new Dictionary<string, int> { ["WMO302 T1"] = 1, ["WMO302 T2"] = 2, [$"WMO305 {Bsn}"] = 1, [$"WMO305 {AnderBsn}"] = 2 },
                ignoreOrder: true);

        static string Van(Ketenbericht bericht) =>
            bericht is Wmo305 start ? start.Client.Bsn : ((Retourbericht)bericht).Header.BerichtIdentificatie.Identificatie;
    }

    [Fact]
    public async Task A_behaviour_for_nobody_is_refused()
    {
        await using var huis = await Huis.Open();
        (await huis.Http.PutAsJsonAsync("/beheer/gedrag/niemand", new { modus = "traag" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_behaviour_that_does_not_exist_is_malformed()
    {
        await using var huis = await Huis.Open();
        (await huis.Http.PutAsJsonAsync("/beheer/gedrag/svb", new { modus = "chagrijnig" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task After_a_restart_partners_know_what_they_received_and_send_what_was_left()
    {
        var map = Directory.CreateTempSubdirectory("keten").FullName;
        await using (var huis = await Huis.Open(("Keten:Map", map)))
        {
            huis.Weiger(int.MaxValue);
            await huis.Stuur("svb", Toekenning("B-1"));
            await huis.Stuur("svb", Toekenning("B-1"));
        }
        await using (var huis = await Huis.Open(("Keten:Map", map)))
        {
            (await huis.Bericht<Wmo502>()).Header.BerichtIdentificatie.Identificatie.ShouldBe("P1");
            var ontvangen = (await huis.Ontvangen("svb")).ShouldHaveSingleItem()!;
            ontvangen["keer"]!.GetValue<int>().ShouldBe(2);
            (await huis.Antwoord<Wmo502>("svb", Toekenning("B-1", "P2"))).Afkeurcodes.ShouldBe(["9574"]);
        }
        Directory.Delete(map, recursive: true);
    }

    [Fact]
    public async Task A_line_that_a_kill_cut_off_does_not_stop_the_next_start()
    {
        var map = Directory.CreateTempSubdirectory("keten").FullName;
        await using (var huis = await Huis.Open(("Keten:Map", map))) await huis.Antwoord<Wmo402>("cak", EbStart(1));
        await File.AppendAllTextAsync(Path.Combine(map, "keten.jsonl"), "{\"Ontvangen\":{\"Partner\":\"cak\"");
        await using (var huis = await Huis.Open(("Keten:Map", map))) (await huis.Ontvangen("cak")).Count.ShouldBe(1);
        await using (var huis = await Huis.Open(("Keten:Map", map))) (await huis.Ontvangen("cak")).Count.ShouldBe(1);
        Directory.Delete(map, recursive: true);
    }
}
