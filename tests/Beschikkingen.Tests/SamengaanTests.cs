using WmoPlatform.Contracts;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// What the municipality decided and what courts ordered on one voorziening, kept apart: 120 minutes a week from 1 June 2026 to 31 May
/// 2027, or a refusal, and help of courts of other amounts.
/// </summary>
public sealed class SamengaanTests
{
    [Fact]
    public void Two_orders_on_one_voorziening_end_apart()
    {
        var loop = Geweigerd();
        var eerste = loop.Op("2026-06-01").Rechter("2026-06-01", "2026-12-31", 60);
        var tweede = loop.Op("2026-07-01").Rechter("2026-07-01", "2026-10-31", 90);
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 60m), ("2026-07-01", "2026-10-31", 90m), ("2026-11-01", "2026-12-31", 60m)]);

        loop.Op("2026-08-03").RechterTot(eerste, "2026-08-03");
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 60m), ("2026-07-01", "2026-10-31", 90m)]);
        loop.Op("2026-09-01").RechterTot(tweede, "2026-09-01");
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 60m), ("2026-07-01", "2026-09-01", 90m)]);
        loop.Voorziening.Eigen.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_order_goes_on_when_the_second_ends()
    {
        var loop = Geweigerd();
        loop.Op("2026-06-01").Rechter("2026-06-01", "2026-12-31", 60);
        var tweede = loop.Op("2026-07-01").Rechter("2026-07-01", "2026-10-31", 90);

        loop.Op("2026-08-03").RechterTot(tweede, "2026-08-03");
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 60m), ("2026-07-01", "2026-08-03", 90m), ("2026-08-04", "2026-12-31", 60m)]);
    }

    [Fact]
    public void Of_two_judgments_the_last_one_counts_in_whatever_order_they_are_recorded()
    {
        var loop = Geweigerd().Op("2026-07-10");
        loop.Rechter("2026-07-01", "2026-10-31", 90, uitspraak: "2026-07-01");
        loop.Rechter("2026-06-01", "2026-12-31", 60, uitspraak: "2026-06-01");

        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 60m), ("2026-07-01", "2026-10-31", 90m), ("2026-11-01", "2026-12-31", 60m)]);
    }

    [Fact]
    public void A_herziening_under_help_of_a_court_is_built_on_the_own_help_and_remains_after_it()
    {
        var loop = new Herzieningsloop();
        var bevel = loop.Op("2026-06-08").Rechter("2026-06-08", "2026-12-31", 180);
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-07", 120m), ("2026-06-08", "2026-12-31", 180m), ("2027-01-01", "2027-05-31", 120m)]);

        loop.Op("2026-07-06");
        var meer = loop.Begin(Herzieningsgrond.InOvereenstemming, new(Dag("2026-08-03"), Omvang: new(150, "01", "2")), "2026-07-06");
        loop.Beslis(meer).MaakBekend(meer);
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-07", 120m), ("2026-06-08", "2026-12-31", 180m), ("2027-01-01", "2027-05-31", 150m)]);

        loop.Op("2026-09-01").RechterTot(bevel, "2026-09-01");
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-07", 120m), ("2026-06-08", "2026-09-01", 180m), ("2026-09-02", "2027-05-31", 150m)]);
        loop.Voorziening.Standen.Select(s => s.Soort).ShouldBe(
            [Besluitsoort.Aanvraag, Besluitsoort.Rechter, Besluitsoort.InOvereenstemming, Besluitsoort.Rechter]);
    }

    [Fact]
    public void Less_help_of_the_municipality_leaves_what_the_court_ordered_and_counts_after_it()
    {
        var loop = new Herzieningsloop();
        loop.Op("2026-06-08").Rechter("2026-06-08", "2026-12-31", 180);
        loop.Op("2026-07-06");
        var minder = loop.Begin(Herzieningsgrond.NietMeerAangewezen, new(Dag("2026-10-01"), Omvang: new(60, "01", "2")));
        loop.NeemVoor(minder, "2026-07-20").Op("2026-07-21").Beslis(minder).MaakBekend(minder);

        loop.Delen.ShouldBe([("2026-06-01", "2026-06-07", 120m), ("2026-06-08", "2026-12-31", 180m), ("2027-01-01", "2027-05-31", 60m)]);
        loop.Voorziening.Eigen.Select(d => d.Omvang.Volume).ShouldBe([120, 60]);
    }

    [Fact]
    public void What_the_municipality_gives_by_itself_takes_the_place_of_the_order()
    {
        var loop = new Herzieningsloop();
        loop.Op("2026-06-08").Rechter("2026-06-08", "2026-12-31", 180);
        loop.Op("2026-07-06");
        var meer = loop.Begin(Herzieningsgrond.InOvereenstemming, new(Dag("2026-08-03"), Omvang: new(240, "01", "2"), Agb: "87654321"),
            "2026-07-06");
        loop.Beslis(meer).MaakBekend(meer);

        loop.Delen.ShouldBe([("2026-06-01", "2026-06-07", 120m), ("2026-06-08", "2026-08-02", 180m), ("2026-08-03", "2027-05-31", 240m)]);
    }

    [Fact]
    public void A_provider_that_the_court_named_stays()
    {
        var loop = new Herzieningsloop();
        loop.Op("2026-06-08").Rechter("2026-06-08", "2026-12-31", 120, agb: "87654321");

        loop.Voorziening.Delen.Select(d => d.Agb).ShouldBe(["12345678", "87654321", "12345678"]);
    }

    [Fact]
    public void A_pgb_that_an_order_cuts_is_never_given_twice()
    {
        var loop = new Herzieningsloop(Pgb(), budget: 3650m); // 10 euro for each of the 365 days from 1 June
        loop.Op("2026-07-01").Rechter("2026-07-01", "2026-07-31", 180);
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 300m), ("2026-07-01", "2026-07-31", 180m), ("2026-08-01", "2027-05-31", 3040m)]);
        loop.Voorziening.Eigen.ShouldHaveSingleItem().Budget.ShouldBe(3650m);
    }

    [Fact]
    public void A_pgb_of_a_court_that_ends_earlier_has_the_money_of_its_days()
    {
        var loop = Geweigerd();
        var bevel = loop.Op("2026-06-01").Rechter("2026-06-01", "2026-09-08", 1000, pgb: true); // 100 days
        loop.Op("2026-06-10").RechterTot(bevel, "2026-06-10");
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-10", 100m)]);
        loop.RechterTot(bevel, "2026-09-08");
        loop.Delen.ShouldBe([("2026-06-01", "2026-09-08", 1000m)]);
    }

    [Fact]
    public void Temporary_help_is_carried_on_under_an_order_as_the_municipality_decided_it()
    {
        var loop = Overbrugd();
        loop.Op("2027-06-07").Rechter("2027-06-07", "2027-07-31", 180);
        Herzieningsloop.Aangekondigd(loop.Voorziening);
        loop.Op("2027-09-01").LoopDoor();

        var door = Herzieningsloop.Aangekondigd(loop.Voorziening).OfType<VoorzieningGewijzigd>().ShouldHaveSingleItem();
        (door.Stand, door.Soort, door.LooptDoor, door.Bezwaartermijn!.Uiterlijk)
            .ShouldBe((4, Besluitsoort.Overbrugging, true, Dag("2027-06-14"))); // 42 days after 3 May
        loop.Delen.ShouldBe([("2026-06-01", "2027-06-06", 120m), ("2027-06-07", "2027-07-31", 180m),
            ("2027-08-01", "2028-02-29", 120m)]); // 26 weeks from 1 September
        loop.Voorziening.EigenStand!.Soort.ShouldBe(Besluitsoort.Overbrugging);
    }

    [Fact]
    public void A_bridge_of_a_pgb_is_carried_on_with_the_money_of_its_days()
    {
        var loop = Overbrugd(budget: 1820m); // 182 days from 1 June, 10 euro a day
        loop.Op("2027-09-01").LoopDoor();

        loop.Delen.ShouldBe([("2026-06-01", "2027-05-31", 4000m), ("2027-06-01", "2028-02-29", 2740m)]); // 274 days
    }

    [Fact]
    public void A_person_who_ends_the_help_ends_that_of_a_court_too_and_may_take_that_back()
    {
        var loop = Geweigerd();
        loop.Op("2026-06-01").Rechter("2026-06-01", "2026-12-31", 60);
        var opgezegd = loop.Opgezegd("2026-08-03", "2026-07-06");
        loop.Beslis(opgezegd, consulent: true).MaakBekend(opgezegd);
        loop.Delen.ShouldBe([("2026-06-01", "2026-08-02", 60m)]);

        loop.Op("2026-07-13").Herroep(opgezegd);
        loop.Delen.ShouldBe([("2026-06-01", "2026-12-31", 60m)]);
    }

    [Fact]
    public void Help_that_was_ended_by_the_person_does_not_begin_again_with_the_measure()
    {
        var loop = Geweigerd();
        var bevel = loop.Op("2026-06-01").Rechter("2026-06-01", "2026-12-31", 60);
        var opgezegd = loop.Opgezegd("2026-08-03", "2026-07-06");
        loop.Beslis(opgezegd, consulent: true).MaakBekend(opgezegd);

        loop.RechterTot(bevel, "2026-07-31").RechterTot(bevel, "2026-12-31");
        loop.Delen.ShouldBe([("2026-06-01", "2026-08-02", 60m)]);
    }

    [Fact]
    public void An_order_that_ends_is_no_later_decision_for_who_takes_an_opzegging_back()
    {
        var loop = new Herzieningsloop();
        var bevel = loop.Op("2026-06-08").Rechter("2026-06-08", "2026-06-30", 180);
        var opgezegd = loop.Opgezegd("2026-08-03", "2026-06-15");
        loop.Beslis(opgezegd, consulent: true).MaakBekend(opgezegd).RechterTot(bevel, "2026-06-20");

        loop.Op("2026-07-13").Herroep(opgezegd);
        loop.Delen.ShouldBe([("2026-06-01", "2026-06-07", 120m), ("2026-06-08", "2026-06-20", 180m), ("2026-06-21", "2027-05-31", 120m)]);
    }

    [Fact]
    public void The_municipality_does_not_end_what_a_court_gave()
    {
        var loop = Geweigerd();
        loop.Op("2026-06-01").Rechter("2026-06-01", "2026-12-31", 60);

        Loop.Geweigerd(() => loop.Begin(Herzieningsgrond.NietMeerAangewezen, new(Dag("2026-08-03"), Einde: true)))
            .ShouldBe((409, "hulp-van-de-rechter"));
        Loop.Geweigerd(() => loop.Begin(Herzieningsgrond.OpVerzoek, new(Dag("2026-05-25"), Einde: true), "2026-06-01"))
            .ShouldBe((422, "niet-terug"));
    }

    private static Herzieningsloop Geweigerd() => new(uitkomst: Uitkomst.Afwijzen);

    /// <summary>A bridge of 3 May 2027, from 1 June to 29 November.</summary>
    private static Herzieningsloop Overbrugd(decimal? budget = null)
    {
        var loop = new Herzieningsloop(budget is null ? Zin() : Pgb(), budget: budget is null ? null : 4000m).Op("2027-05-03");
        var brug = loop.Begin(Herzieningsgrond.Overbrugging, new(Dag("2027-06-01"), Einddatum: Dag("2027-11-29"), Budget: budget));
        loop.Beslis(brug, consulent: true).MaakBekend(brug);
        loop.Voorziening.Overbrug("M-2027-000001");
        return loop;
    }
}
