using static WmoPlatform.Wetgeving.Opschortingsgrond;
using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class OpschortingTests
{
    private static Opschorting Van(Opschortingsgrond grond, string van, string? termijnTot, string? tot) =>
        new(grond, D(van), Misschien(termijnTot), Misschien(tot));

    private static DateOnly Uiterlijk(params Opschorting[] opschortingen) =>
        Termijnen.Beschikking(D("2026-09-24"), opschortingen).Uiterlijk;

    [Fact]
    public void A_bezwaar_stands_still_only_while_its_term_runs()
    {
        // Made known on 1 May, the term to object ends on 12 June and that to decide on 24 July.
        DateOnly Uiterlijk(string van, string tot) => Termijnen.BeslissingOpBezwaar(D("2026-05-01"),
            opschortingen: [new(Opschortingsgrond.Verzuim, D(van), D(tot), null)]).Uiterlijk;

        Uiterlijk("2026-05-11", "2026-05-25").ShouldBe(D("2026-07-24"));
        Uiterlijk("2026-05-29", "2026-06-12").ShouldBe(D("2026-07-24"));
        // 13 to 15 June are three days, so Monday 27 July.
        Uiterlijk("2026-06-01", "2026-06-15").ShouldBe(D("2026-07-27"));
        // From 16 June on each of the fourteen days counts.
        Uiterlijk("2026-06-15", "2026-06-29").ShouldBe(D("2026-08-07"));
    }

    [Fact]
    public void Days_until_completion_are_added_before_the_Atw_is_applied() =>
        Uiterlijk(Van(Aanvulling, "2026-09-28", "2026-10-12", "2026-10-08")).ShouldBe(D("2026-10-19"));

    [Fact]
    public void The_days_counted_are_those_of_the_circulaire()
    {
        // The circulaire's example has a term of six weeks from 1 October. A decision on bezwaar has the same term.
        var bezwaar = Termijnen.BeslissingOpBezwaar(D("2026-08-20"),
            opschortingen: [Van(Verzuim, "2026-10-04", "2026-11-01", "2026-10-17")]);
        Termijnen.Bezwaar(D("2026-08-20")).Uiterlijk.ShouldBe(D("2026-10-01"));
        bezwaar.Uiterlijk.ShouldBe(D("2026-11-25"));
        bezwaar.Stappen.ShouldContain(s => s.Dagen == 13);
    }

    [Fact]
    public void An_invitation_without_a_term_suspends_nothing()
    {
        var termijn = Termijnen.Beschikking(D("2026-09-24"), [Van(Aanvulling, "2026-09-28", null, "2026-10-08")]);
        termijn.Uiterlijk.ShouldBe(D("2026-10-08"));
        termijn.Stappen.ShouldContain(s => s.Uitleg.Contains("geen termijn genoemd"));
    }

    [Fact]
    public void An_invitation_that_is_not_answered_ends_on_its_term() =>
        Uiterlijk(Van(Aanvulling, "2026-09-28", "2026-10-12", null)).ShouldBe(D("2026-10-22"));

    [Fact]
    public void A_completion_after_its_term_counts_as_the_term() =>
        Uiterlijk(Van(Aanvulling, "2026-09-28", "2026-10-12", "2026-10-20")).ShouldBe(D("2026-10-22"));

    [Fact]
    public void Another_ground_runs_to_its_real_end_also_past_the_day_that_was_set() =>
        Uiterlijk(Van(Buitenland, "2026-09-28", "2026-10-12", "2026-10-20")).ShouldBe(D("2026-10-30"));

    [Fact]
    public void Days_in_two_suspensions_count_once()
    {
        Opschorting een = Van(Aanvulling, "2026-09-28", "2026-10-12", "2026-10-08"),
            ander = Van(Instemming, "2026-10-05", "2026-10-12", null);
        Uiterlijk(een, ander).ShouldBe(D("2026-10-22"));
        Uiterlijk(ander, een).ShouldBe(D("2026-10-22"));
        Uiterlijk(een, een).ShouldBe(Uiterlijk(een));
    }

    [Fact]
    public void A_suspension_on_the_last_day_has_no_effect_unless_an_earlier_one_moved_it()
    {
        var laat = Van(Overmacht, "2026-10-08", "2026-10-10", "2026-10-12");
        Uiterlijk(laat).ShouldBe(D("2026-10-08"));
        Uiterlijk(laat, Van(Toerekenbaar, "2026-09-28", null, "2026-09-30")).ShouldBe(D("2026-10-14"));
    }

    [Fact]
    public void A_suspension_that_ends_on_its_own_first_day_counts_no_days() =>
        Uiterlijk(Van(Instemming, "2026-09-28", null, "2026-09-28")).ShouldBe(D("2026-10-08"));

    [Fact]
    public void A_suspension_that_ends_before_it_starts_is_an_error() =>
        Should.Throw<ArgumentException>(() => Uiterlijk(Van(Instemming, "2026-09-28", null, "2026-09-27")));

    [Fact]
    public void Announced_delay_is_counted_from_the_suspended_end()
    {
        var termijn = Termijnen.Beschikking(D("2026-09-24"), [Van(Aanvulling, "2026-09-28", "2026-10-12", "2026-10-08")]);
        Termijnen.Uitstel(termijn, D("2026-10-19"), weken: 1).ToegezegdeDatum.ShouldBe(D("2026-10-26"));
    }
}
