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
        huis.Http.PostAsJsonAsync($"/beheer/aanbieders/{Agb}/stop", new { toewijzingnummer = nummer, einddatum = Vandaag.AddDays(dagen), reden });

    private static Task<HttpResponseMessage> Verwijder(Huis huis, long nummer) => huis.Beveel($"aanbieders/{Agb}/verwijdering", new { toewijzingnummer = nummer });

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
        huis.Gekregen.Select(g => g.Bericht).OfType<Wmo307>().Select(stop => stop.Client.StopProducten[0].RedenBeeindiging).ShouldBe(["20", "19"]);
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
        await huis.Stuur("ggk", Retour.Afgekeurd(await huis.Bericht<Wmo305>(b => b.Client.StartProducten[0].StatusAanlevering == "3"), "R1", Vandaag, "9063"));
        (await Start(huis, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_latest_state_of_an_assignment_wins_whatever_came_last()
    {
        await using var huis = await Huis.Open();
        var vroeg = Toewijzing(1);
        var laat = vroeg.Met(p => p with { Einddatum = Vandaag.AddMonths(1), RedenWijziging = "05", Toewijzingstijd = new TimeOnly(10, 0) }, "T2");
        await huis.Antwoord<Wmo302>("ggk", laat);
        (await huis.Antwoord<Wmo302>("ggk", vroeg)).IsAkkoord.ShouldBeTrue();
        (await Bekend(huis, 1))["einddatum"]!.GetValue<string>().ShouldBe($"{Vandaag.AddMonths(1):yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_removed_assignment_was_never_there()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        (await huis.Antwoord<Wmo302>("ggk", Toewijzing(1).Met(p => p with { Einddatum = p.Ingangsdatum, RedenWijziging = "13", Toewijzingstijd = new TimeOnly(10, 0) }, "T2"))).IsAkkoord.ShouldBeTrue();
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
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1).Met(p => p with { Einddatum = Vandaag, RedenWijziging = wijziging, Toewijzingstijd = new TimeOnly(10, 0) }, "T2"));
        await huis.Beveel($"aanbieders/{Agb}/stop", new { toewijzingnummer = 1, einddatum = Vandaag });
        (await huis.Bericht<Wmo307>()).Client.StopProducten[0].RedenBeeindiging.ShouldBe(beeindiging);
    }

    [Fact]
    public async Task With_automatic_stop_a_change_of_provider_ends_what_the_old_one_does_and_the_new_one_begins()
    {
        await using var huis = await Huis.Open(("Ggk:AutoStart", "true"), ("Ggk:AutoStop", "true"));
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1));
        await huis.Bericht<Wmo305>();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1).Met(p => p with { Einddatum = Vandaag, RedenWijziging = "09", Toewijzingstijd = new TimeOnly(10, 0) }, "T2"));
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

public class BudgetTests
{
    private static Wmo501 Met(string budget, string identificatie, params FunctieBudget[] delen)
    {
        var heen = Toekenning(budget, identificatie);
        return heen with { Client = heen.Client with { Budget = heen.Client.Budget with { BudgetPeriode = null, FunctieBudgetten = delen } } };
    }

    private static CdtGeslotenPeriode Maanden(int van, int tot) => new(Vandaag.AddMonths(van), Vandaag.AddMonths(tot).AddDays(-1));

    [Fact]
    public async Task The_same_zorgfunctie_is_not_granted_twice_in_the_same_time()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Met("B-1", "P1", new FunctieBudget("02", Maanden(0, 6), 5)));
        (await huis.Antwoord<Wmo502>("svb", Met("B-2", "P2", new FunctieBudget("02", Maanden(5, 9), 5)))).Afkeurcodes.ShouldBe(["9502"]);
        (await huis.Antwoord<Wmo502>("svb", Met("B-3", "P3", new FunctieBudget("07", Maanden(5, 9), 5)))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo502>("svb", Met("B-4", "P4", new FunctieBudget("02", Maanden(6, 9), 5)))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_replaced_no_longer_counts()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-2", "P2", oud: "B-1", einde: Vandaag.AddMonths(6)))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo502>("svb", Met("B-3", "P3", new FunctieBudget("02", new(Vandaag.AddMonths(6).AddDays(1), Vandaag.AddYears(1)), 5)))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_more_periods_only_those_that_overlap_are_rejected()
    {
        await using var huis = await Huis.Open();
        var retour = await huis.Antwoord<Wmo502>("svb", Met("B-1", "P1", new("02", Maanden(0, 6), 5), new("02", Maanden(5, 9), 5), new("07", Maanden(0, 9), 5)));
        retour.Inhoud!.Budget.FunctieBudgetten.Select(d => string.Join(',', d.RetourCodes!)).ShouldBe(["9502", "9502", "0200"]);
    }

    [Fact]
    public async Task A_withdrawal_begins_on_the_day_that_the_earlier_message_said()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        var heen = Toekenning("B-2", "P2", oud: "B-1");
        var laat = heen with { Client = heen.Client with { Budget = heen.Client.Budget with { FunctieBudgetten = [new("02", new(Vandaag.AddDays(1), Vandaag.AddDays(1)), 0)] } } };
        (await huis.Antwoord<Wmo502>("svb", laat)).Afkeurcodes.ShouldBe(["9514"]);
    }

    [Fact]
    public async Task Who_is_not_in_the_BRP_gets_no_budget()
    {
        await using var huis = await Huis.Open();
        var heen = Toekenning("B-1");
        var retour = await huis.Antwoord<Wmo502>("svb", heen with { Client = heen.Client with { Bsn = "999990019" } });
        retour.Inhoud!.RetourCodes.ShouldBe(["9504"]);
        retour.Inhoud.Budget.RetourCodes.ShouldBe(["0200"]);
    }
}

public class AfsluitingTests
{
    private static Task<HttpResponseMessage> Sluit(Huis huis, object opdracht) => huis.Beveel("svb/afsluiting", opdracht);

    private static object Eind(string reden = "1", long besteed = 40_000) => new { budgetIdentificatie = "B-1", reden, delen = new[] { new { zorgfunctie = "02", besteed, ziekengeld = 500 } } };

    [Fact]
    public async Task A_closing_tells_what_was_spent_over_the_period_that_was_granted()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await Sluit(huis, Eind())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var afsluiting = await huis.Bericht<Wmo507>();
        (afsluiting.Header.Ontvanger, afsluiting.Client.Bsn).ShouldBe(("0034", AnderBsn));
        afsluiting.Client.FunctieBudgettenBesteed.ShouldHaveSingleItem().ShouldBe(new FunctieBudgetBesteed("B-1", "02", new CdtGeslotenPeriode(Vandaag, Vandaag.AddYears(1)), 40_000, null, 500, "1"));
        huis.Gekregen.Last().Pad.ShouldBe("/pgb/v1/ipgb/berichten");
    }

    [Fact]
    public async Task A_budget_is_closed_once_for_each_reason_unless_the_gemeente_rejects_it()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        await Sluit(huis, Eind("2"));
        (await Sluit(huis, Eind("2"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Sluit(huis, Eind())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await huis.Stuur("svb", Retour.Afgekeurd(await huis.Bericht<Wmo507>(b => b.Client.FunctieBudgettenBesteed[0].RedenBudgetafsluiting == "2"), "R1", Vandaag, "9510"));
        (await Sluit(huis, Eind("2"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await huis.Weet("svb"))["afsluitingen"]!.AsArray().Select(a => a!["codes"]?.ToJsonString()).ShouldBe(["[\"9510\"]", null, null]);
    }

    [Fact]
    public async Task More_than_was_granted_is_a_conflict_and_is_called_so()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await Sluit(huis, Eind(besteed: 100_001))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Sluit(huis, Eind("3", 100_001))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Without_amounts_every_part_is_closed_and_nothing_was_spent()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        await Sluit(huis, new { budgetIdentificatie = "B-1" });
        (await huis.Bericht<Wmo507>()).Client.FunctieBudgettenBesteed.ShouldHaveSingleItem().Besteed.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_there_or_does_not_fit_is_not_closed()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await Sluit(huis, new { budgetIdentificatie = "B-9" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Sluit(huis, new { budgetIdentificatie = "B-1", delen = new[] { new { zorgfunctie = "07", besteed = 1 } } })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Sluit(huis, Eind("4"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await huis.Http.GetStringAsync("/beheer/svb")).ShouldNotContain("9999");
    }
}

public class CakTests
{
    private static Wmo401 Start(string identificatie, string status = "1", int dagen = 0, long? kostprijs = null, DateOnly? dag = null) => new(
        new Header("0034", null, identificatie, dag ?? Vandaag),
        new Wmo401Client(Bsn, new StartEigenBijdrage(1, Vandaag.AddDays(dagen), status, kostprijs is { } centen ? new EbKostprijs(Vandaag.AddDays(dagen), centen) : null)));

    private static Wmo403 Stop(string identificatie, string status = "1", int dagen = 0, long nummer = 1) =>
        new(new Header("0034", null, identificatie, Vandaag), new Wmo403Client(Bsn, new StopEigenBijdrage(nummer, Vandaag.AddDays(dagen), status)));

    private static async Task<string> Codes(Huis huis, Ketenbericht bericht) => string.Join(',', (await huis.Antwoord<Retourbericht>("cak", bericht)).Afkeurcodes);

    [Fact]
    public async Task A_start_is_changed_as_a_whole_and_removed_as_it_is_now()
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1"))).ShouldBe("");
        (await Codes(huis, Start("2", "2", dagen: 5))).ShouldBe("");
        (await Codes(huis, Start("3", "3", dagen: 0))).ShouldBe("9329"); // TR329: not as it is now
        (await Codes(huis, Start("4", "3", dagen: 5))).ShouldBe("");
        (await Codes(huis, Start("5", "2"))).ShouldBe("9104"); // TR104
        (await Codes(huis, Start("6"))).ShouldBe("9102"); // TR102: also of what was removed
        (await Codes(huis, Stop("7"))).ShouldBe("9330"); // TR330
        (await Codes(huis, Start("8", "3", dagen: 5))).ShouldBe("9103");
    }

    [Fact]
    public async Task A_change_needs_a_first_delivery_of_the_same_person()
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1", "2"))).ShouldBe("9103"); // TR103
        await huis.Antwoord<Wmo402>("cak", EbStart(1, "S1", AnderBsn));
        (await Codes(huis, Start("2", "2"))).ShouldBe("9103");
    }

    [Theory]
    [InlineData(-400, "9114")]
    [InlineData(40, "9115")]
    [InlineData(-300, "")]
    public async Task A_change_moves_the_start_at_most_a_year_back_and_a_month_ahead(int dagen, string codes)
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        (await Codes(huis, Start("2", "2", dagen))).ShouldBe(codes);
    }

    [Fact]
    public async Task A_start_of_long_ago_may_be_changed_if_its_day_stays()
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1", dagen: -400, dag: Vandaag.AddDays(-400)))).ShouldBe("");
        (await Codes(huis, Start("2", "2", dagen: -400, kostprijs: 500_000))).ShouldBe("");
    }

    [Fact]
    public async Task A_start_with_a_stop_is_not_removed()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        await Codes(huis, Stop("2"));
        (await Codes(huis, Start("3", "3"))).ShouldBe("9071"); // TR071
        (await Codes(huis, Stop("4", "3"))).ShouldBe("");
        (await Codes(huis, Start("5", "3"))).ShouldBe("");
    }

    [Fact]
    public async Task A_stop_is_not_before_the_start_there_is_now()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        (await Codes(huis, Stop("2", dagen: -1))).ShouldBe("9328"); // TR328
        await Codes(huis, Start("3", "2", dagen: 5));
        (await Codes(huis, Stop("4", dagen: 4))).ShouldBe("9328");
        (await Codes(huis, Stop("5", dagen: 5))).ShouldBe("");
    }

    [Fact]
    public async Task A_stop_is_made_once_changed_and_removed_as_it_is_now()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        (await Codes(huis, Stop("2", "2"))).ShouldBe("9103");
        await Codes(huis, Stop("3"));
        (await Codes(huis, Stop("4"))).ShouldBe("9102");
        (await Codes(huis, Stop("5", "2", dagen: 3))).ShouldBe("");
        (await Codes(huis, Stop("6", "3"))).ShouldBe("9329");
        (await Codes(huis, Stop("7", "3", dagen: 3))).ShouldBe("");
        (await Codes(huis, Stop("8", "2"))).ShouldBe("9104");
        (await Codes(huis, Stop("9"))).ShouldBe(""); // a right one in place of the wrong one
    }

    [Theory]
    [InlineData(2179, "S333")]
    [InlineData(2180, "")]
    public async Task A_price_below_what_a_person_pays_per_month_is_rejected(long centen, string codes)
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1", kostprijs: centen))).ShouldBe(codes);
    }

    [Fact]
    public async Task Another_message_under_the_same_identification_is_technically_wrong()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        await huis.Stuur("cak", Stop("1") with { Header = new Header("0034", null, "1", Vandaag) });
        await huis.Stuur("cak", Start("1", "2", dagen: 1));
        await huis.Bericht<Wmo402>(retour => retour.Afkeurcodes.Contains("0001"));
    }

    [Fact]
    public async Task What_the_CAK_knows_is_told_without_a_person()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        await Codes(huis, Stop("2"));
        var beeld = await huis.Http.GetStringAsync("/beheer/cak");
        beeld.ShouldContain("\"ebStartNummer\":1");
        beeld.ShouldNotContain("9999");
    }

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
