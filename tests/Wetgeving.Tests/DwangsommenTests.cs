using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class DwangsommenTests
{
    [Fact]
    public void The_first_day_is_the_day_after_two_weeks_and_the_last_the_42nd()
    {
        var dwangsom = Dwangsommen.Bereken(D("2026-05-18"), D("2026-06-01"), null, D("2026-12-31"));
        dwangsom.EersteDag.ShouldBe(D("2026-06-16"));
        dwangsom.LaatsteDag.ShouldBe(D("2026-07-27"));
        dwangsom.BesluitUiterlijk.ShouldBe(D("2026-08-10"));
        dwangsom.Dagen.ShouldBe(42);
        dwangsom.Bedrag.ShouldBe(1442m);
    }

    [Fact]
    public void The_Atw_extends_the_two_weeks_and_not_the_days_after()
    {
        var dwangsom = Dwangsommen.Bereken(D("2026-05-18"), D("2026-06-06"), null, D("2026-06-27"));
        dwangsom.EersteDag.ShouldBe(D("2026-06-23"));
        dwangsom.LaatsteDag.ShouldBe(D("2026-08-03"));
        dwangsom.Dagen.ShouldBe(5);
    }

    [Theory]
    [InlineData("2026-06-02", 0, 0)]
    [InlineData("2026-06-03", 0, 0)]
    [InlineData("2026-06-04", 1, 23)]
    [InlineData("2026-06-16", 13, 299)]
    [InlineData("2026-06-18", 15, 357)]
    [InlineData("2026-07-02", 29, 857)]
    [InlineData("2026-09-01", 42, 1442)]
    public void The_amount_runs_to_the_day_before_the_decision(string besluit, int dagen, int bedrag)
    {
        var dwangsom = Dwangsommen.Bereken(D("2026-05-18"), D("2026-05-19"), D(besluit), D("2026-12-31"));
        dwangsom.Dagen.ShouldBe(dagen);
        dwangsom.Bedrag.ShouldBe(bedrag);
        (dwangsom.BesluitUiterlijk is null).ShouldBe(dagen == 0);
    }

    [Fact]
    public void The_day_of_the_decision_itself_counts_only_by_policy() =>
        Dwangsommen.Bereken(D("2026-05-18"), D("2026-05-19"), D("2026-06-16"), D("2026-12-31"),
            beleid: new(BesluitdagTelt: true)).Dagen.ShouldBe(14);

    [Theory]
    [InlineData("2026-05-18")]
    [InlineData("2026-05-01")]
    public void A_premature_notice_costs_nothing_and_a_step_says_so(string ontvangen)
    {
        var dwangsom = Dwangsommen.Bereken(D("2026-05-18"), D(ontvangen), null, D("2026-12-31"));
        dwangsom.ShouldBe(new(null, null, 0, 0, 0, null, dwangsom.Stappen));
        dwangsom.Stappen[^1].Uitleg.ShouldContain("te vroeg");
    }

    [Fact]
    public void A_notice_exactly_one_day_early_is_honoured_by_policy_as_if_received_a_day_later() =>
        Dwangsommen.Bereken(D("2026-05-18"), D("2026-05-18"), null, D("2026-12-31"), beleid: new(EenDagTeVroegTelt: true))
            .EersteDag.ShouldBe(D("2026-06-03"));

    [Fact]
    public void Several_applicants_share_one_dwangsom_half_up_to_the_cent()
    {
        Dwangsommen.Bereken(D("2026-05-18"), D("2026-05-19"), null, D("2026-12-31"), aanvragers: 2).BedragPerAanvrager.ShouldBe(721.00m);
        Dwangsommen.Bereken(D("2026-05-18"), D("2026-05-19"), null, D("2026-12-31"), aanvragers: 3).BedragPerAanvrager.ShouldBe(480.67m);
    }

    [Fact]
    public void Before_2019_the_old_amounts_hold() =>
        Dwangsommen.Bereken(D("2018-03-01"), D("2018-03-02"), null, D("2018-12-31")).Bedrag.ShouldBe(1260m);
}
