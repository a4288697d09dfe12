using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// What a resident reads about the term, the dwangsom and the court. The aanvraag is of Friday 1 May 2026; its term runs to Monday 18 May.
/// </summary>
public sealed class InwoneruitlegTests
{
    [Fact]
    public void While_the_term_runs_the_resident_reads_its_last_day_and_the_promise_beside_it()
    {
        var loop = new Loop().Op("2026-05-06");
        loop.Aanvraag.StelUit(2, "Het is druk.", loop.Nu);

        Regels(loop).ShouldBe(
        [
            ("De gemeente beslist uiterlijk op maandag 18 mei 2026.", "Wmo 2015 art. 2.3.5 lid 2"),
            ("De gemeente schreef u dat het langer duurt: tot en met vrijdag 29 mei 2026. Dat verandert niets aan uw rechten.",
                "Awb art. 4:14 lid 1"),
        ]);
    }

    [Fact]
    public void What_stops_the_term_is_named_with_its_end_and_its_article()
    {
        var loop = new Loop().Op("2026-05-06");
        loop.Vraag("2026-05-13", "een offerte");
        Regels(loop)[1].ShouldBe(("De termijn staat stil, omdat er iets ontbreekt in uw aanvraag. Vul die aan, uiterlijk op woensdag 13 "
            + "mei 2026.", "Awb art. 4:15 lid 1 onder a"));
        Regels(loop.Op("2026-05-14"))[1].Uitleg.ShouldContain("De termijn loopt weer.");

        var stil = new Loop().Op("2026-05-06");
        stil.SchortOp(Opschortingsgrond.Overmacht, "2026-05-06", null);
        // Nobody knows the last day.
        Regels(stil).ShouldBe([("De termijn staat stil: de gemeente kan nu door overmacht niet beslissen. De gemeente schrijft u wanneer "
            + "de termijn weer loopt.", "Awb art. 4:15 lid 2 onder c")]);
    }

    [Fact]
    public void Who_waits_too_long_reads_how_to_give_notice_and_a_premature_notice_is_named()
    {
        var loop = new Loop().Op("2026-05-19");
        Regels(loop)[0].Uitleg.ShouldBe("De gemeente moest uiterlijk op maandag 18 mei 2026 beslissen, en is te laat.");
        Regels(loop)[1].Uitleg.ShouldStartWith("U kunt de gemeente schrijven dat zij te laat is");

        var vroeg = Gesteld("2026-05-18");
        Regels(vroeg)[1].Uitleg.ShouldContain("kwam te vroeg en telt niet");
    }

    [Fact]
    public void After_a_notice_the_resident_reads_the_dwangsom_and_from_when_the_court_is_open()
    {
        var loop = Gesteld("2026-05-19");
        // Two weeks after Tuesday 19 May is 2 June; beroep is possible from 3 June (Awb 6:12 lid 2).
        Regels(loop)[1].Uitleg.ShouldContain("Beslist de gemeente niet uiterlijk op dinsdag 2 juni 2026");
        Regels(loop)[2].ShouldBe(("Beslist de gemeente dan nog niet, dan kunt u vanaf woensdag 3 juni 2026 in beroep gaan bij de "
            + "rechtbank. U hoeft niet eerst bezwaar te maken.", "Awb art. 6:12"));

        loop.Op("2026-06-04");
        Regels(loop)[1].Uitleg.ShouldContain("Dat zijn nu 2 dagen: € 46,00."); // 3 and 4 June: 2 × 23
        Regels(loop)[1].Uitleg.ShouldContain("hooguit tot en met dinsdag 14 juli 2026"); // 3 June + 41
        Regels(loop)[2].Uitleg.ShouldStartWith("U kunt nu in beroep gaan bij de rechtbank");
    }

    [Fact]
    public void After_the_decision_only_the_dwangsom_is_left_until_it_is_paid()
    {
        var loop = Gesteld("2026-05-19").Op("2026-06-05").Beslis(Uitkomst.Toekennen).MaakBekend();
        // 3 and 4 June are owed, so the decision on it is due within two weeks after 4 June.
        Regels(loop).ShouldHaveSingleItem().Uitleg
            .ShouldBe("De gemeente was 2 dagen te laat met beslissen. Zij besluit uiterlijk op donderdag 18 juni 2026 over uw vergoeding "
                + "(dwangsom).");

        loop.Aanvraag.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu);
        Regels(loop).ShouldHaveSingleItem().Uitleg
            .ShouldBe("De gemeente betaalt € 46,00 vergoeding (dwangsom), uiterlijk op vrijdag 17 juli 2026.");
        loop.Aanvraag.BetaalDwangsom(Dag("2026-06-05"), loop.Nu);
        Regels(loop).ShouldHaveSingleItem().Uitleg.ShouldContain("is betaald op vrijdag 5 juni 2026");
        Regels(new Loop().Beslis(Uitkomst.Toekennen).MaakBekend()).ShouldBeEmpty();
    }

    [Fact]
    public void A_bezwaar_has_the_same_explanation_with_its_own_term()
    {
        var loop = new Bezwaarloop();
        Uitleg(loop).ShouldBe(["De gemeente beslist uiterlijk op vrijdag 24 juli 2026."]);

        loop.Op("2026-07-27").Doe((b, nu) => b.StelInGebreke(Dag("2026-07-27"), 1, null, Beleid, nu));

        var regels = Uitleg(loop);
        regels[0].ShouldContain("is te laat");
        regels[1].ShouldContain("niet uiterlijk op maandag 10 augustus 2026");
        regels[2].ShouldContain("vanaf dinsdag 11 augustus 2026 in beroep");
        Uitleg(new Bezwaarloop("2026-04-28", bekend: null)).ShouldHaveSingleItem().ShouldContain("nog niet bekendgemaakt");
    }

    private static Loop Gesteld(string dag)
    {
        var loop = new Loop().Op(dag);
        loop.Aanvraag.StelInGebreke(Dag(dag), 1, null, Beleid, loop.Nu);
        return loop;
    }

    private static List<(string Uitleg, string Grondslag)> Regels(Loop loop) =>
        [.. Inwoneruitleg.Van(loop.Aanvraag, DateOnly.FromDateTime(loop.Nu.Date), Beleid).Select(r => (r.Uitleg, r.Grondslag))];

    private static List<string> Uitleg(Bezwaarloop loop) =>
        [.. Inwoneruitleg.Van(loop.Bezwaar, DateOnly.FromDateTime(loop.Nu.Date), Beleid).Select(r => r.Uitleg)];
}
