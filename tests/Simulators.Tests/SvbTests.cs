using System.Net;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

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
        // The SVB judges a message at once, but sends its answers only after the test has ended.
        await using var huis = await Huis.Open(("Keten:AntwoordNaMs", "3600000"));
        await huis.Stuur("svb", Toekenning("B-1"));
        await huis.Stuur("svb", Toekenning("B-2", "P2", oud: "B-1", centen: 50_000));
        (await huis.Ontvangen("svb")).Select(o => o!["codes"]!.ToJsonString()).ShouldBe(["[]", "[\"9507\"]"]);
    }

    [Fact]
    public async Task A_message_of_another_sender_under_the_same_number_keeps_no_change_waiting()
    {
        await using var huis = await Huis.Open();
        await huis.Gedraag("cak", new { modus = "traag", vertragingMs = 3_600_000 });
        var bijCak = huis.Stuur("cak", EbStart(1, "P1"));
        await Tot.Waar(async () => (await huis.Ontvangen("cak")).Count > 0);

        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1", "P1"));
        (await huis.Antwoord<Wmo502>("svb", Toekenning("B-2", "P2", oud: "B-1", centen: 50_000))).IsAkkoord.ShouldBeTrue();
        bijCak.IsCompleted.ShouldBeFalse("Het CAK antwoordt nog niet.");
    }
}

public class BudgetTests
{
    private static Wmo501 Met(string budget, string identificatie, params FunctieBudget[] delen)
    {
        var heen = Toekenning(budget, identificatie);
        return heen with
        {
            Client = heen.Client with
            {
                Budget = heen.Client.Budget with
                {
                    BudgetPeriode = null,
                    FunctieBudgetten = delen
                }
            }
        };
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
        (await huis.Antwoord<Wmo502>("svb",
            Met("B-3", "P3",
                new FunctieBudget("02", new(Vandaag.AddMonths(6).AddDays(1), Vandaag.AddYears(1)), 5)))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_more_periods_only_those_that_overlap_are_rejected()
    {
        await using var huis = await Huis.Open();
        var retour = await huis.Antwoord<Wmo502>("svb",
            Met("B-1", "P1", new("02", Maanden(0, 6), 5), new("02", Maanden(5, 9), 5), new("07", Maanden(0, 9), 5)));
        retour.Inhoud!.Budget.FunctieBudgetten.Select(d => string.Join(',', d.RetourCodes!)).ShouldBe(["9502", "9502", "0200"]);
    }

    [Fact]
    public async Task A_withdrawal_begins_on_the_day_that_the_earlier_message_said()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        var heen = Toekenning("B-2", "P2", oud: "B-1");
        var laat = heen with
        {
            Client = heen.Client with
            {
                Budget = heen.Client.Budget with
                {
                    FunctieBudgetten = [new("02", new(Vandaag.AddDays(1), Vandaag.AddDays(1)), 0)]
                }
            }
        };
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

    private static object Eind(string reden = "1", long besteed = 40_000) =>
        new { budgetIdentificatie = "B-1", reden, delen = new[] { new { zorgfunctie = "02", besteed, ziekengeld = 500 } } };

    [Fact]
    public async Task A_closing_tells_what_was_spent_over_the_period_that_was_granted()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo502>("svb", Toekenning("B-1"));
        (await Sluit(huis, Eind())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var afsluiting = await huis.Bericht<Wmo507>();
        (afsluiting.Header.Ontvanger, afsluiting.Client.Bsn).ShouldBe(("0034", AnderBsn));
        afsluiting.Client.FunctieBudgettenBesteed.ShouldHaveSingleItem()
            .ShouldBe(new FunctieBudgetBesteed("B-1", "02", new CdtGeslotenPeriode(Vandaag, Vandaag.AddYears(1)), 40_000, null, 500, "1"));
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
        await huis.Stuur("svb",
            Retour.Afgekeurd(await huis.Bericht<Wmo507>(b => b.Client.FunctieBudgettenBesteed[0].RedenBudgetafsluiting == "2"), "R1",
                Vandaag, "9510"));
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
        (await Sluit(huis, new { budgetIdentificatie = "B-1", delen = new[] { new { zorgfunctie = "07", besteed = 1 } } }))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Sluit(huis, Eind("4"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await huis.Http.GetStringAsync("/beheer/svb")).ShouldNotContain("9999");
    }
}
