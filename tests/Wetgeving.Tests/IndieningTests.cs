namespace WmoPlatform.Wetgeving.Tests;

/// <summary>Whether a bezwaar came in time. The decision was made known on Friday 1 May 2026, so the last day is Friday 12 June.</summary>
public sealed class IndieningTests
{
    [Theory]
    [InlineData("2026-04-30", null, Indieningsoordeel.TeVroeg)]
    [InlineData("2026-05-01", null, Indieningsoordeel.OpTijd)]
    [InlineData("2026-06-12", null, Indieningsoordeel.OpTijd)]
    [InlineData("2026-06-13", null, Indieningsoordeel.TeLaat)]
    [InlineData("2026-06-15", "2026-06-12", Indieningsoordeel.OpTijdPerPost)]
    [InlineData("2026-06-19", "2026-06-12", Indieningsoordeel.OpTijdPerPost)]
    [InlineData("2026-06-20", "2026-06-12", Indieningsoordeel.TeLaat)]
    [InlineData("2026-06-15", "2026-06-13", Indieningsoordeel.TeLaat)]
    public void A_bezwaar_is_judged_by_its_receipt_and_its_postmark(string ontvangen, string? gepost, Indieningsoordeel oordeel)
    {
        var indiening = Indieningen.Bezwaar(Datums.D("2026-05-01"), Datums.D(ontvangen), Datums.Misschien(gepost));

        indiening.Oordeel.ShouldBe(oordeel);
        indiening.Termijn!.Uiterlijk.ShouldBe(new DateOnly(2026, 6, 12));
        indiening.Stappen.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void The_week_of_the_post_runs_on_over_a_holiday()
    {
        // Made known on 14 March 2026: the last day, 25 April, is a Saturday, and Monday is Koningsdag, so Tuesday 28 April. The week ends
        // on 5 May, Bevrijdingsdag, and runs to Wednesday 6 May.
        Indieningen.Bezwaar(new(2026, 3, 14), new(2026, 5, 6), new DateOnly(2026, 4, 28)).Oordeel.ShouldBe(Indieningsoordeel.OpTijdPerPost);
        Indieningen.Bezwaar(new(2026, 3, 14), new(2026, 5, 7), new DateOnly(2026, 4, 28)).Oordeel.ShouldBe(Indieningsoordeel.TeLaat);
    }

    [Fact]
    public void Before_the_decision_was_made_known_it_waits() =>
        Indieningen.Bezwaar(null, new(2026, 5, 6), null).ShouldSatisfyAllConditions(
            i => i.Oordeel.ShouldBe(Indieningsoordeel.TeVroeg), i => i.Termijn.ShouldBeNull());

    [Fact]
    public void A_hearing_leaves_time_for_papers_after_the_invitation()
    {
        var dag = Indieningen.EersteHoorzitting(new(2026, 6, 1));

        dag.ShouldBe(new DateOnly(2026, 6, 12));
        Termijnen.NadereStukken(dag).Uiterlijk.ShouldBe(new DateOnly(2026, 6, 1));
    }

    [Theory]
    [InlineData("2025-05-08", "2026-05-08", false)]
    [InlineData("2025-05-07", "2026-05-08", true)]
    public void Conduct_of_more_than_a_year_before_the_klacht_is_too_old(string gedraging, string klacht, bool oud) =>
        Termijnen.LangerDanEenJaarGeleden(Datums.D(gedraging), Datums.D(klacht)).ShouldBe(oud);

    [Fact]
    public void A_klacht_that_is_not_handled_is_told_within_four_weeks() =>
        Termijnen.KlachtNietBehandelen(new(2026, 5, 8)).Uiterlijk.ShouldBe(new DateOnly(2026, 6, 5));

    [Fact]
    public void The_terms_of_a_case_at_the_court()
    {
        Termijnen.Processtukken(new(2026, 8, 10)).Uiterlijk.ShouldBe(new DateOnly(2026, 9, 7));
        Termijnen.Processtukken(new(2026, 8, 10), nietTijdig: true).Uiterlijk.ShouldBe(new DateOnly(2026, 8, 24));
        Termijnen.HogerBeroep(new(2026, 11, 13)).Uiterlijk.ShouldBe(new DateOnly(2026, 12, 28));
        // Two weeks after 11 December is Christmas Day, which moves no day that a judgment gave.
        Termijnen.OpdrachtRechter(new(2026, 12, 11), 2).Uiterlijk.ShouldBe(new DateOnly(2026, 12, 25));
    }
}
