using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

public class AanbiederTests
{
    private static Task<HttpResponseMessage> Start(Huis huis, long nummer) =>
        huis.Http.PostAsJsonAsync($"/beheer/aanbieders/{Agb}/start", new { toewijzingnummer = nummer, begindatum = Vandaag });

    private static Task<HttpResponseMessage> Stop(Huis huis, long nummer, string reden, int dagen = 0) =>
        huis.Http.PostAsJsonAsync($"/beheer/aanbieders/{Agb}/stop",
            new { toewijzingnummer = nummer, einddatum = Vandaag.AddDays(dagen), reden });

    private static Task<HttpResponseMessage> Verwijder(Huis huis, long nummer) =>
        huis.Beveel($"aanbieders/{Agb}/verwijdering", new { toewijzingnummer = nummer });

    private static async Task<JsonNode> Bekend(Huis huis, long nummer) =>
        (await huis.Weet($"aanbieders/{Agb}"))["toewijzingen"]!.AsArray().Single(t => t!["toewijzingnummer"]!.GetValue<long>() == nummer)!;

    [Fact]
    public async Task A_number_that_belongs_to_another_client_is_rejected()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1, "T2", AnderBsn))).Afkeurcodes.ShouldBe(["9332"]);
    }

    [Fact]
    public async Task What_a_provider_reports_by_itself_goes_as_the_GGk_was_told_and_uses_that_up()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Gedraag("ggk", new { modus = "dubbel", aantal = 1 });
        (await Start(huis, 2)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await huis.Modus("ggk")).ShouldBe("dubbel");

        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Tot.Waar(() => huis.Gekregen.Count(g => g.Bericht is Wmo305) == 2, melding: "Twee keer dezelfde start");
        (await huis.Modus("ggk")).ShouldBe("normaal");
    }

    [Fact]
    public async Task A_later_state_of_the_same_assignment_is_accepted()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        var eerder = Toewijzing(1, "T2");
        var korter = eerder with
        {
            Client = eerder.Client with
            {
                ToegewezenProducten =
                [
                    eerder.Client.ToegewezenProducten[0] with
                    {
                        Einddatum = Vandaag.AddMonths(1),
                        RedenWijziging = "05",
                        Toewijzingstijd = new TimeOnly(10, 0)
                    }
                ]
            }
        };
        (await huis.Antwoord<Wmo302>("ggk", korter)).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task An_assignment_that_breaks_a_condition_comes_back_as_technically_wrong()
    {
        await using var huis = await Huis.Open();
        var goed = Toewijzing(1);
        var fout = goed with
        {
            Client = goed.Client with
            {
                ToegewezenProducten = [goed.Client.ToegewezenProducten[0] with { Omvang = null }]
            }
        }; // CD041
        var retour = await huis.Antwoord<Wmo302>("ggk", fout);
        retour.Header.RetourCodes.ShouldBe(["0001"]);
        retour.Inhoud.ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_reports_the_start_when_told_and_only_once()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var start = await huis.Bericht<Wmo305>();
        start.Header.ShouldBe(new Header(Agb, "0034", start.Identificatie, start.Header.BerichtIdentificatie.Dagtekening));
        start.Client.Bsn.ShouldBe(Bsn);
        start.Client.StartProducten.ShouldHaveSingleItem().ToewijzingNummer.ShouldBe(1);
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_start_that_the_gemeente_rejected_can_be_reported_again()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Start(huis, 1);
        var start = await huis.Bericht<Wmo305>();
        await huis.Stuur("ggk", Retour.Afgekeurd(start, "R1", Vandaag, "9019"));
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_temporary_stop_may_be_followed_by_a_final_one_and_that_by_none()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await Stop(huis, 1, "20")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Start(huis, 1);
        (await Stop(huis, 1, "20")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Stop(huis, 1, "20")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Stop(huis, 1, "19")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Stop(huis, 1, "19")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Tot.Waar(() => huis.Gekregen.Count == 4, melding: "302, 305, 307, 307");
        huis.Gekregen.Select(g => g.Bericht).OfType<Wmo307>().Select(stop => stop.Client.StopProducten[0].RedenBeeindiging)
            .ShouldBe(["20", "19"]);
    }

    [Fact]
    public async Task What_is_not_assigned_cannot_start()
    {
        await using var huis = await Huis.Open();
        (await Start(huis, 77)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_start_can_be_taken_back_and_made_again()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await Verwijder(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Start(huis, 1);
        (await Verwijder(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var start = await huis.Bericht<Wmo305>(b => b.Client.StartProducten[0].StatusAanlevering == "1");
        var weg = await huis.Bericht<Wmo305>(b => b.Client.StartProducten[0].StatusAanlevering == "3");
        weg.Client.StartProducten[0].ShouldBe(start.Client.StartProducten[0] with { StatusAanlevering = "3" });
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_stop_can_be_taken_back_and_then_help_goes_on()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Start(huis, 1);
        await Stop(huis, 1, "19");
        await Verwijder(huis, 1);
        var weg = await huis.Bericht<Wmo307>(b => b.Client.StopProducten[0].StatusAanlevering == "3");
        (weg.Client.StopProducten[0].RedenBeeindiging, weg.Client.StopProducten[0].Einddatum).ShouldBe(("19", Vandaag));
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict); // it runs
        (await Stop(huis, 1, "20")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_removal_that_the_gemeente_rejected_removed_nothing()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Start(huis, 1);
        await Verwijder(huis, 1);
        await huis.Stuur("ggk",
            Retour.Afgekeurd(await huis.Bericht<Wmo305>(b => b.Client.StartProducten[0].StatusAanlevering == "3"), "R1", Vandaag, "9063"));
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_latest_state_of_an_assignment_wins_whatever_came_last()
    {
        await using var huis = await Huis.Open();
        var vroeg = Toewijzing(1);
        var laat = vroeg.Met(
            p => p with { Einddatum = Vandaag.AddMonths(1), RedenWijziging = "05", Toewijzingstijd = new TimeOnly(10, 0) }, "T2");
        await huis.Antwoord<Wmo302>("ggk", laat);
        (await huis.Antwoord<Wmo302>("ggk", vroeg)).IsAkkoord.ShouldBeTrue();
        (await Bekend(huis, 1))["einddatum"]!.GetValue<string>().ShouldBe($"{Vandaag.AddMonths(1):yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_removed_assignment_was_never_there()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1)
            .Met(p => p with
            {
                Einddatum = p.Ingangsdatum,
                RedenWijziging = "13",
                Toewijzingstijd = new TimeOnly(10, 0)
            }, "T2"))).IsAkkoord.ShouldBeTrue();
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Bekend(huis, 1))["actueel"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("09", "38")] // another provider
    [InlineData("07", "31")] // moved to another gemeente
    [InlineData("05", "36")] // shortened
    [InlineData(null, "19")] // as planned
    public async Task Help_stops_with_the_reason_that_goes_with_the_reason_of_the_change(string? wijziging, string beeindiging)
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await Start(huis, 1);
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1)
            .Met(p => p with { Einddatum = Vandaag, RedenWijziging = wijziging, Toewijzingstijd = new TimeOnly(10, 0) }, "T2"));
        await huis.Beveel($"aanbieders/{Agb}/stop", new { toewijzingnummer = 1, einddatum = Vandaag });
        (await huis.Bericht<Wmo307>()).Client.StopProducten[0].RedenBeeindiging.ShouldBe(beeindiging);
    }

    [Fact]
    public async Task With_automatic_stop_a_change_of_provider_ends_the_old_help_and_starts_the_new()
    {
        await using var huis = await Huis.Open(("Ggk:AutoStart", "true"), ("Ggk:AutoStop", "true"));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Bericht<Wmo305>();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1)
            .Met(p => p with { Einddatum = Vandaag, RedenWijziging = "09", Toewijzingstijd = new TimeOnly(10, 0) }, "T2"));
        (await huis.Bericht<Wmo307>()).Client.StopProducten[0].RedenBeeindiging.ShouldBe("38");
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(2, "T3", agb: "87654321"));
        (await huis.Bericht<Wmo305>(start => start.Header.Afzender == "87654321")).Client.StartProducten[0].ToewijzingNummer.ShouldBe(2);
    }

    [Fact]
    public async Task With_automatic_start_every_accepted_assignment_starts_once_after_its_retour()
    {
        await using var huis = await Huis.Open(("Ggk:AutoStart", "true"));
        await huis.Stuur("ggk", Toewijzing(1));
        await huis.Stuur("ggk", Toewijzing(1));
        await huis.Bericht<Wmo305>();
        huis.Gekregen.Select(g => g.Bericht.Soort.Naam).ShouldBe(["WMO302", "WMO305"]);
    }
}
