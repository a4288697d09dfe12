using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>A later decision on a voorziening, whatever happened to its budget before, and the messages that the SVB then gets.</summary>
public sealed class BesluitTests(Huis huis)
{
    private DateOnly Begin => huis.Vandaag.AddDays(-30);
    private DateOnly Eind => huis.Vandaag.AddDays(170);

    [Fact]
    public async Task More_or_less_money_is_the_whole_new_situation_under_a_new_identification()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 5000m));

        var budget = (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget;
        budget.FunctieBudgetten.ShouldBe([new("02", new(Begin, Eind), 500000)]);
        (budget.BudgetIdentificatieOud, budget.Afgiftedatum).ShouldBe((huis.BijSvb(Bsn(beschikking))[0].Client.Budget.BudgetIdentificatie,
            huis.Vandaag));
        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetGewijzigd BudgetwijzigingBevestigd");
        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 2000m));
        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetBedrag.ShouldBe(200000);
    }

    [Fact]
    public async Task Another_amount_from_a_later_day_is_a_second_part()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, huis.Vandaag, 900m), AlsPgb(huis.Vandaag.AddDays(1), Eind, 1500m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten.ShouldBe(
            [new("02", new(Begin, huis.Vandaag), 90000), new("02", new(huis.Vandaag.AddDays(1), Eind), 150000)]);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task What_is_granted_longer_keeps_its_part_and_moves_its_end()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind.AddDays(90), 6000m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Eind.AddDays(90)), 600000)]);
    }

    [Fact]
    public async Task A_later_last_day_that_was_decided_is_when_the_budget_runs_out()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, huis.Vandaag.AddDays(20), 1000m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, huis.Vandaag.AddDays(20)), 100000)]);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    public async Task An_end_today_or_back_in_time_ends_the_budget_at_once(int dagen)
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, huis.Vandaag.AddDays(dagen), 3900.50m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, huis.Vandaag.AddDays(dagen)), 390050)]);
        (await huis.Status(id)).ShouldBe("beeindigd");
        (await huis.Verhaal(id)).ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
        (await huis.Aangekondigd(id)).OfType<BudgetBeeindigd>().Single().Hulp.LaatsteDag.ShouldBe(huis.Vandaag.AddDays(dagen));
    }

    [Fact]
    public async Task What_is_withdrawn_as_a_whole_is_nothing_on_its_first_day()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2);

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten.ShouldBe([new("02", new(Begin, Begin), 0)]);
        (await huis.Status(id)).ShouldBe("beeindigd");
        (await huis.Aangekondigd(id)).OfType<BudgetBeeindigd>().Single().Hulp.Vervallen.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_withdrawn_and_is_granted_after_all_comes_back_at_the_SVB()
    {
        var (beschikking, id) = await Gereserveerd();
        await Besluit(beschikking, id, 2);
        var weg = await huis.Akkoord(Bsn(beschikking), nummer: 2);

        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 3900.50m));

        var budget = (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget;
        budget.FunctieBudgetten.ShouldBe([new("02", new(Begin, Eind), 390050)]);
        budget.BudgetIdentificatieOud.ShouldBe(weg.Client.Budget.BudgetIdentificatie);
        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.Aangekondigd(id)).OfType<BudgetwijzigingBevestigd>().Single().Hulp.Begindatum.ShouldBe(Begin);
    }

    [Fact]
    public async Task What_had_ended_and_is_granted_again_keeps_the_time_without_budget_between()
    {
        var (beschikking, id) = await Gereserveerd();
        await Besluit(beschikking, id, 2, AlsPgb(Begin, Begin.AddDays(9), 100m));
        await huis.Akkoord(Bsn(beschikking), nummer: 2);

        await Besluit(beschikking, id, 3, AlsPgb(Begin, Begin.AddDays(9), 100m), AlsPgb(huis.Vandaag, Eind, 2000m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten.ShouldBe(
            [new("02", new(Begin, Begin.AddDays(9)), 10000), new("02", new(huis.Vandaag, Eind), 200000)]);
        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.Aangekondigd(id)).OfType<BudgetwijzigingBevestigd>().Single().Hulp.Onderbrekingen
            .ShouldBe([new(Begin.AddDays(10), huis.Vandaag.AddDays(-1))]);
    }

    [Fact]
    public async Task Zin_that_becomes_pgb_begins_the_budget_on_the_day_of_its_part()
    {
        var zin = Hulp(Begin) with { Leveringsvorm = Leveringsvorm.Zin, Agb = "12345678", Budget = null };
        var beschikking = Beschikking(zin);
        await huis.Dienst.Verwerk(beschikking);

        await Besluit(
            beschikking, zin.VoorzieningId, 2, AlsZin(Begin, huis.Vandaag.AddDays(9)), AlsPgb(huis.Vandaag.AddDays(10), Eind, 2500m));

        var budget = (await huis.Akkoord(Bsn(beschikking), nummer: 1)).Client.Budget;
        budget.FunctieBudgetten.ShouldBe([new("02", new(huis.Vandaag.AddDays(10), Eind), 250000)]);
        (budget.BudgetIdentificatieOud, budget.Afgiftedatum).ShouldBe((null, huis.Vandaag));
        (await huis.Verhaal(zin.VoorzieningId)).ShouldBe("BudgetAangemeld BudgetGereserveerd");
    }

    [Fact]
    public async Task Pgb_that_becomes_zin_ends_the_day_before_and_comes_back_as_a_second_part()
    {
        var (beschikking, id) = await Gereserveerd();
        var overgang = huis.Vandaag.AddDays(10);

        await Besluit(beschikking, id, 2, AlsPgb(Begin, overgang.AddDays(-1), 800m), AlsZin(overgang, Eind));
        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, overgang.AddDays(-1)), 80000)]);
        await Besluit(beschikking, id, 3, AlsPgb(Begin, overgang.AddDays(-1), 800m), AlsZin(overgang, overgang.AddDays(20)),
            AlsPgb(overgang.AddDays(21), Eind, 700m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten.ShouldBe(
            [new("02", new(Begin, overgang.AddDays(-1)), 80000), new("02", new(overgang.AddDays(21), Eind), 70000)]);
    }

    [Fact]
    public async Task A_decision_while_a_WMO501_is_unanswered_waits_and_the_last_one_goes()
    {
        var (beschikking, id) = await Toegekend();
        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 4000m));
        await Besluit(beschikking, id, 3);
        await Besluit(beschikking, id, 4, AlsPgb(Begin, Eind.AddDays(5), 4100m));
        (await huis.AllesBijSvb(Bsn(beschikking))).ShouldHaveSingleItem("TR507");

        await huis.Akkoord(Bsn(beschikking), nummer: 1);

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Eind.AddDays(5)), 410000)]);
        (await huis.AllesBijSvb(Bsn(beschikking))).Count.ShouldBe(2);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task What_is_withdrawn_while_a_change_is_unanswered_withdraws_only_what_the_SVB_has()
    {
        var (beschikking, id) = await Gereserveerd();
        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 4000m));
        await Besluit(beschikking, id, 3, AlsPgb(Begin, huis.Vandaag, 500m), AlsPgb(huis.Vandaag.AddDays(1), Eind, 500m));
        await Besluit(beschikking, id, 4);

        await huis.Akkoord(Bsn(beschikking), nummer: 2);

        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Begin), 0)], "TR514");
        (await huis.Status(id)).ShouldBe("beeindigd");
    }

    [Fact]
    public async Task A_decision_after_a_rejection_is_the_correction_and_goes_at_once()
    {
        var (beschikking, id) = await Toegekend();
        await huis.Antwoord(Afkeuring(await huis.SvbKrijgt(Bsn(beschikking)), "9502"));

        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 4000m));
        await huis.Akkoord(Bsn(beschikking), nummer: 2);
        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 4500m));
        await huis.Antwoord(Afkeuring(await huis.SvbKrijgt(Bsn(beschikking), 3), "9562"));
        (await huis.Status(id)).ShouldBe("wijziging-afgekeurd");
        await Besluit(beschikking, id, 4, AlsPgb(Begin, Eind, 4600m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 4)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetBedrag.ShouldBe(460000);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task A_rejected_change_that_a_decision_takes_back_needs_no_message()
    {
        var (beschikking, id) = await Gereserveerd();
        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 4500m));
        var wijziging = await huis.SvbKrijgt(Bsn(beschikking), 2);
        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 3900.50m));

        await huis.Antwoord(Afkeuring(wijziging, "9562"));

        (await huis.Status(id)).ShouldBe("gereserveerd");
        (await huis.AllesBijSvb(Bsn(beschikking))).Count.ShouldBe(2);
        (await huis.Verhaal(id)).ShouldEndWith("BudgetGewijzigd BudgetGewijzigd BudgetwijzigingBevestigd");
    }

    [Fact]
    public async Task What_was_never_reserved_and_is_withdrawn_needs_no_message()
    {
        var (beschikking, id) = await Toegekend();
        await huis.Antwoord(Afkeuring(await huis.SvbKrijgt(Bsn(beschikking)), "9504"));

        await Besluit(beschikking, id, 2);

        (await huis.Status(id)).ShouldBe("beeindigd");
        (await huis.AllesBijSvb(Bsn(beschikking))).ShouldHaveSingleItem();
        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 700m));
        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.BudgetIdentificatieOud.ShouldBeNull("de SVB heeft nog niets");
    }

    [Fact]
    public async Task A_lower_or_equal_stand_changes_nothing()
    {
        var (beschikking, id) = await Gereserveerd();
        var derde = beschikking.Besluit(id, 3, huis.Vandaag, AlsPgb(Begin, Eind, 5000m));
        await huis.Dienst.Verwerk(derde);
        await huis.Akkoord(Bsn(beschikking), nummer: 2);

        await huis.Dienst.Verwerk(derde);
        await Besluit(beschikking, id, 2);
        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 1m));

        (await huis.AllesBijSvb(Bsn(beschikking))).Count.ShouldBe(2);
        (await huis.Status(id)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task A_decision_that_overtakes_its_beschikking_counts_and_the_late_one_does_nothing()
    {
        var (pgb, ingetrokken) = (Hulp(Begin), Hulp(Begin) with { Product = new("07", "07A05") });
        var beschikking = Beschikking(pgb, ingetrokken);

        await Besluit(beschikking, pgb.VoorzieningId, 2, AlsPgb(Begin, Eind, 5000m));
        await Besluit(beschikking, ingetrokken.VoorzieningId, 2);
        await huis.Dienst.Verwerk(beschikking);

        (await huis.Akkoord(Bsn(beschikking), nummer: 1)).Client.Budget.FunctieBudgetten.Single().FunctieBudgetBedrag.ShouldBe(500000);
        (await huis.AllesBijSvb(Bsn(beschikking))).ShouldHaveSingleItem();
        (await huis.Backoffice.Weigert(Huis.Budget(ingetrokken.VoorzieningId))).ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public async Task A_refusal_that_a_bezwaar_overturns_begins_a_budget_back_in_time()
    {
        var geweigerd = Hulp(Begin, uitkomst: Uitkomst.Afwijzen);
        var beschikking = Beschikking(geweigerd);
        await huis.Dienst.Verwerk(beschikking);

        await Besluit(beschikking, geweigerd.VoorzieningId, 2, AlsPgb(Begin, Eind, 3000m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 1)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Eind), 300000)]);
        (await huis.Status(geweigerd.VoorzieningId)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task Only_time_in_the_past_that_is_granted_is_reserved_and_ends()
    {
        var geweigerd = Hulp(Begin, uitkomst: Uitkomst.Afwijzen);
        var beschikking = Beschikking(geweigerd);
        await huis.Dienst.Verwerk(beschikking);

        await Besluit(beschikking, geweigerd.VoorzieningId, 2, AlsPgb(Begin, Begin.AddDays(9), 300m));
        await huis.Akkoord(Bsn(beschikking), nummer: 1);

        (await huis.Status(geweigerd.VoorzieningId)).ShouldBe("beeindigd");
        (await huis.Verhaal(geweigerd.VoorzieningId))
            .ShouldBe("BudgetAangemeld BudgetGereserveerd BudgetBeeindigd BudgeteindeBevestigd");
    }

    [Fact]
    public async Task A_first_day_that_moves_withdraws_the_old_part_within_the_period_of_the_message()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin.AddDays(5), Eind, 3000m));

        var budget = (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget;
        budget.FunctieBudgetten.ShouldBe([new("02", new(Begin.AddDays(5), Eind), 300000), new("02", new(Begin, Begin), 0)]);
        budget.BudgetPeriode.ShouldBe(new(Begin, Eind), "TR016");
        (await huis.Aangekondigd(id)).OfType<BudgetwijzigingBevestigd>().Single().Hulp.Begindatum.ShouldBe(Begin.AddDays(5));
    }

    [Fact]
    public async Task Other_help_withdraws_one_zorgfunctie_and_grants_another()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 3000m, "07"));

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("07", new(Begin, Eind), 300000), new("02", new(Begin, Begin), 0)]);
        (await huis.Backoffice.Lees(Huis.Budget(id)))["zorgfunctie"]!.GetValue<string>().ShouldBe("07");
    }

    [Fact]
    public async Task Who_represents_the_resident_stays_whatever_is_decided()
    {
        var keuze = Keuze();
        await huis.Dienst.Verwerk(keuze);
        await huis.Consulent.Doe($"{Huis.Toets(keuze.VoorzieningId)}/vertegenwoordiging", new { vertegenwoordiging = Zus() });
        var beschikking = Beschikking(Hulp(Begin) with { VoorzieningId = keuze.VoorzieningId });

        await Besluit(beschikking, keuze.VoorzieningId, 2, AlsPgb(Begin, Eind, 1000m));
        await Besluit(beschikking, keuze.VoorzieningId, 3, AlsPgb(Begin, Eind, 1100m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 1)).Client.Relaties.ShouldHaveSingleItem().Soort.ShouldBe("9");
        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Relaties.ShouldHaveSingleItem().Soort.ShouldBe("9");
    }

    [Fact]
    public async Task A_death_stays_the_end_whatever_is_decided_after_it()
    {
        var (beschikking, id) = await Gereserveerd();
        await Overleden(beschikking, huis.Vandaag.AddDays(-3));
        await huis.Akkoord(Bsn(beschikking), nummer: 2);

        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind.AddDays(90), 5000m));

        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, huis.Vandaag.AddDays(-3)), 500000)]);
        (await huis.Status(id)).ShouldBe("beeindigd");
        (await huis.Aangekondigd(id)).OfType<BudgetBeeindigd>().Last().WegensOverlijden.ShouldBeTrue();
    }

    [Fact]
    public async Task A_death_after_a_decision_ends_what_was_decided_and_before_one_grants_nothing()
    {
        var (beschikking, id) = await Gereserveerd();
        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 5000m));
        await huis.Akkoord(Bsn(beschikking), nummer: 2);
        await Overleden(beschikking, huis.Vandaag);
        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, huis.Vandaag), 500000)]);

        var ander = Hulp(Begin, uitkomst: Uitkomst.Afwijzen) with { Product = new("07", "07A05") };
        await Besluit(beschikking, ander.VoorzieningId, 2, AlsPgb(Begin, Eind, 100m, "07"));

        (await huis.Status(ander.VoorzieningId)).ShouldBe("beeindigd");
        (await huis.AllesBijSvb(Bsn(beschikking))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_aid_follows_its_decisions_without_messages()
    {
        var pgb = Hulp(Begin) with { Product = new("13", "13A05") };
        var (beschikking, id, pad) = (Beschikking(pgb), pgb.VoorzieningId, Huis.Budget(pgb.VoorzieningId));
        await huis.Dienst.Verwerk(beschikking);
        await Besluit(beschikking, id, 2, AlsPgb(Begin, Eind, 700m, "13"));
        (await huis.Status(id)).ShouldBe("in-eigen-beheer");
        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });

        await Besluit(beschikking, id, 3, AlsPgb(Begin, Eind, 900m, "13"));
        (await huis.Status(id)).ShouldBe("gereserveerd");
        await Besluit(beschikking, id, 4);
        (await huis.Status(id)).ShouldBe("beeindigd");
        await Besluit(beschikking, id, 5, AlsPgb(Begin, Eind, 950m, "13"));
        (await huis.Status(id)).ShouldBe("in-eigen-beheer");
        await huis.Backoffice.Doe($"{pad}/vastlegging", new { akkoord = true });

        (await huis.AllesBijSvb(Bsn(beschikking))).ShouldBeEmpty();
        (await huis.Verhaal(id)).ShouldBe("BudgetInEigenBeheer BudgetGewijzigd BudgetGereserveerd BudgetGewijzigd BudgetwijzigingBevestigd "
            + "BudgetBeeindigd BudgetInEigenBeheer BudgetGewijzigd BudgetGereserveerd");
    }

    [Fact]
    public async Task Help_that_becomes_an_aid_ends_at_the_SVB_and_the_municipality_reserves_the_rest()
    {
        var (beschikking, id) = await Gereserveerd();

        await Besluit(beschikking, id, 2, AlsPgb(Begin, huis.Vandaag, 500m), AlsPgb(huis.Vandaag.AddDays(1), Eind, 4000m, "13"));

        (await huis.Akkoord(Bsn(beschikking), nummer: 2)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, huis.Vandaag), 50000)]);
        var lopend = await huis.Backoffice.Lees(Huis.Budget(id));
        (lopend["status"]!.GetValue<string>(), lopend["bedrag"]!.GetValue<decimal>()).ShouldBe(("in-eigen-beheer", 4000m));
    }

    [Fact]
    public async Task Without_messages_a_decision_is_told_and_confirmed_by_hand()
    {
        var pgb = Hulp(Begin);
        var beschikking = Beschikking(pgb) with { GeenBerichtenverkeer = true };
        await huis.Dienst.Verwerk(beschikking);
        await huis.Backoffice.Doe($"{Huis.Budget(pgb.VoorzieningId)}/vastlegging", new { akkoord = true });

        await Besluit(beschikking, pgb.VoorzieningId, 2, AlsPgb(Begin, Eind, 4000m));
        (await huis.Status(pgb.VoorzieningId)).ShouldBe("wijziging-aangemeld");
        await huis.Backoffice.Doe($"{Huis.Budget(pgb.VoorzieningId)}/vastlegging", new { akkoord = true });

        (await huis.Status(pgb.VoorzieningId)).ShouldBe("gereserveerd");
        (await huis.AllesBijSvb(Bsn(beschikking))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_SVB_had_closed_is_a_task_until_a_person_settled_it()
    {
        var (beschikking, id) = await Gereserveerd();
        await Besluit(beschikking, id, 2, AlsPgb(Begin, huis.Vandaag.AddDays(-1), 800m));
        var einde = await huis.Akkoord(Bsn(beschikking), nummer: 2);
        (await huis.SvbHoort(Afsluiting(einde, 650m, "1", huis.Vandaag))).IsAkkoord.ShouldBeTrue();
        (await huis.Backoffice.Weigert($"{Huis.Budget(id)}/naloop", new { uitkomst = "nabetaling" })).ShouldBe((409, "niets-na-te-lopen"));

        await Besluit(beschikking, id, 3, AlsPgb(Begin, huis.Vandaag.AddDays(-1), 500m));

        (await huis.Aangekondigd(id)).OfType<BudgetAlAfgesloten>().ShouldHaveSingleItem().Besteed.ShouldBe(650m);
        var budget = await huis.Backoffice.Lees(Huis.Budget(id));
        budget["naTeLopenSinds"].ShouldNotBeNull();
        budget["vervolg"]!.GetValue<string>().ShouldContain("al had afgesloten");
        await huis.Akkoord(Bsn(beschikking), nummer: 3);
        var geregeld = await huis.Backoffice.Doe($"{Huis.Budget(id)}/naloop", new { uitkomst = "besluit-over-terugvordering" });
        geregeld["naTeLopenSinds"].ShouldBeNull();
        (await huis.Aangekondigd(id)).OfType<AfgeslotenBudgetNagelopen>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_budget_that_would_overlap_waits_and_goes_once_the_other_made_room()
    {
        var (oud, nieuw) = (Hulp(Begin), Hulp(Begin, uitkomst: Uitkomst.Afwijzen));
        var beschikking = Beschikking(oud, nieuw);
        await huis.Dienst.Verwerk(beschikking);
        await huis.Akkoord(Bsn(beschikking), nummer: 1);

        await Besluit(beschikking, nieuw.VoorzieningId, 2, AlsPgb(huis.Vandaag.AddDays(1), Eind, 500m));
        (await huis.Status(nieuw.VoorzieningId)).ShouldBe("tegengehouden");
        await Besluit(beschikking, oud.VoorzieningId, 2, AlsPgb(Begin, huis.Vandaag, 500m));
        await huis.Akkoord(Bsn(beschikking), nummer: 2);

        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(huis.Vandaag.AddDays(1), Eind), 50000)]);
        (await huis.Status(nieuw.VoorzieningId)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task A_change_that_would_overlap_waits_and_the_SVB_keeps_what_it_has()
    {
        var (een, ander) = (Hulp(Begin, dagen: 50), Hulp(Eind, dagen: 50));
        var beschikking = Beschikking(een, ander);
        await huis.Dienst.Verwerk(beschikking);
        await huis.Akkoord(Bsn(beschikking), nummer: 1);
        await huis.Akkoord(Bsn(beschikking), nummer: 2);

        await Besluit(beschikking, een.VoorzieningId, 2, AlsPgb(Begin, Eind.AddDays(10), 5000m));

        (await huis.Status(een.VoorzieningId)).ShouldBe("tegengehouden");
        (await huis.Aangekondigd(een.VoorzieningId)).OfType<BudgetTegengehouden>().ShouldHaveSingleItem().Wijziging.ShouldBeTrue();
        await Besluit(beschikking, een.VoorzieningId, 3, AlsPgb(Begin, Eind.AddDays(-1), 5000m));
        (await huis.Akkoord(Bsn(beschikking), nummer: 3)).Client.Budget.FunctieBudgetten
            .ShouldBe([new("02", new(Begin, Eind.AddDays(-1)), 500000)]);
        (await huis.Status(een.VoorzieningId)).ShouldBe("gereserveerd");
    }

    [Fact]
    public async Task What_ran_out_and_is_granted_longer_after_all_runs_again()
    {
        var pgb = Hulp(Begin, dagen: 20);
        var beschikking = Beschikking(pgb);
        await huis.Dienst.Verwerk(beschikking);
        await huis.Akkoord(Bsn(beschikking), nummer: 1);
        await huis.Dienst.Services.GetServices<IHostedService>().OfType<EindeVanRechtswege>().Single()
            .Round(TestContext.Current.CancellationToken);
        (await huis.Status(pgb.VoorzieningId)).ShouldBe("beeindigd");

        await Besluit(beschikking, pgb.VoorzieningId, 2, AlsPgb(Begin, Eind, 6000m));

        await huis.Akkoord(Bsn(beschikking), nummer: 2);
        (await huis.Status(pgb.VoorzieningId)).ShouldBe("gereserveerd");
        var hulp = (await huis.Aangekondigd(pgb.VoorzieningId)).OfType<BudgetwijzigingBevestigd>().Single().Hulp;
        (hulp.LaatsteDag, hulp.Periode.Einddatum).ShouldBe((null, Eind));
    }

    private static string Bsn(BeschikkingBekendgemaakt beschikking) => beschikking.Persoon.Waarde.Bsn;

    private Task Besluit(BeschikkingBekendgemaakt beschikking, Guid id, int stand, params Voorzieningdeel[] delen) =>
        huis.Dienst.Verwerk(beschikking.Besluit(id, stand, huis.Vandaag, delen));

    private async Task<(BeschikkingBekendgemaakt Beschikking, Guid Id)> Toegekend()
    {
        var pgb = Hulp(Begin);
        var beschikking = Beschikking(pgb) with { Persoonstand = 1 };
        await huis.Dienst.Verwerk(beschikking);
        return (beschikking, pgb.VoorzieningId);
    }

    private async Task<(BeschikkingBekendgemaakt Beschikking, Guid Id)> Gereserveerd()
    {
        var (beschikking, id) = await Toegekend();
        await huis.Akkoord(Bsn(beschikking), nummer: 1);
        return (beschikking, id);
    }

    private Task Overleden(BeschikkingBekendgemaakt beschikking, DateOnly dag) =>
        huis.Dienst.Verwerk(new PersoonsgegevensGewijzigd(beschikking.PersoonId, false, beschikking.Persoon, [Persoonswijziging.Signaal])
        {
            Persoonstand = 2,
            Signalen = [Brpsignaal.Overleden],
            OverledenOp = dag,
            Dossiernummer = beschikking.Dossiernummer,
            AggregaatId = Guid.NewGuid(),
            Versie = 2,
            Op = DateTimeOffset.UtcNow,
        });
}
