using System.Net;
using System.Net.Http.Json;
using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

public class AanbiederTests
{
    private static Task<HttpResponseMessage> Start(Huis huis, long nummer) =>
        huis.Http.PostAsJsonAsync($"/beheer/aanbieders/{Agb}/start", new { toewijzingnummer = nummer, begindatum = Vandaag });

    private static Task<HttpResponseMessage> Stop(Huis huis, long nummer, string reden, int dagen = 0) =>
        huis.Http.PostAsJsonAsync($"/beheer/aanbieders/{Agb}/stop", new { toewijzingnummer = nummer, einddatum = Vandaag.AddDays(dagen), reden });

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
        var korter = eerder with { Client = eerder.Client with { ToegewezenProducten = [eerder.Client.ToegewezenProducten[0] with { Einddatum = Vandaag.AddMonths(1), RedenWijziging = "05", Toewijzingstijd = new TimeOnly(10, 0) }] } };
        (await huis.Antwoord<Wmo302>("ggk", korter)).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task An_assignment_that_breaks_a_condition_comes_back_as_technically_wrong()
    {
        await using var huis = await Huis.Open();
        var goed = Toewijzing(1);
        var fout = goed with { Client = goed.Client with { ToegewezenProducten = [goed.Client.ToegewezenProducten[0] with { Omvang = null }] } }; // CD041
        var retour = await huis.Antwoord<Wmo302>("ggk", fout);
        retour.Header.RetourCodes.ShouldBe(["0001"]);
        retour.Client.ShouldBeNull();
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
        huis.Gekregen.Select(g => g.Bericht).OfType<Wmo307>().Select(stop => stop.Client.StopProducten[0].RedenBeeindiging).ShouldBe(["20", "19"]);
    }

    [Fact]
    public async Task What_is_not_assigned_cannot_start() =>
        (await Start(await Huis.Open(), 77)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

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

public class SvbTests
{
    [Fact]
    public async Task A_budget_is_reserved_once_per_identification()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-1", "P2"))).Afkeurcodes.ShouldBe(["9574"]);
    }

    [Fact]
    public async Task A_budget_is_withdrawn_with_amount_0_on_its_first_day()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-2", "P2", oud: "B-1", centen: 0, einde: Vandaag))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task An_amount_of_0_over_a_longer_period_is_technically_wrong()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-2", "P2", oud: "B-1", centen: 0))).Afkeurcodes.ShouldBe(["0001"]);
    }

    [Fact]
    public async Task A_change_of_an_unknown_budget_is_rejected()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-2", oud: "B-1"))).Afkeurcodes.ShouldBe(["9562"]);
    }

    [Fact]
    public async Task A_change_before_the_retour_of_the_previous_message_is_rejected()
    {
        await using var huis = await Huis.Open(("Keten:AntwoordNaMs", "1000"));
        await huis.Stuur("svb", Toekenning("B-1"));
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-2", "P2", oud: "B-1", centen: 50_000))).Afkeurcodes.ShouldBe(["9507"]);
    }
}

public class CakTests
{
    [Fact]
    public async Task One_person_has_one_actual_start()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo402>("cak", EbStart(1))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo402>("cak", EbStart(2, "S2"))).Afkeurcodes.ShouldBe(["9102"]);
        (await huis.Antwoord<Wmo402>("cak", EbStart(3, "S3", AnderBsn))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stop_needs_a_start()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo404>("cak", EbStop(1))).Afkeurcodes.ShouldBe(["9330"]);
    }

    [Fact]
    public async Task After_a_stop_a_new_start_is_possible()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo402>("cak", EbStart(1));
        (await huis.Antwoord<Wmo404>("cak", EbStop(1))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo402>("cak", EbStart(2, "S2"))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_start_more_than_a_year_ago_is_technically_wrong()
    {
        await using var huis = await Huis.Open();
        var start = EbStart(1);
        var oud = start with { Client = start.Client with { StartEigenBijdrage = start.Client.StartEigenBijdrage with { EbStartdatum = Vandaag.AddMonths(-13) } } };
        (await huis.Antwoord<Wmo402>("cak", oud)).Afkeurcodes.ShouldBe(["0001"]);
    }
}
