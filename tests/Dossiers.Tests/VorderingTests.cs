using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>The terms and the tasks of later decisions: claims, intentions that are sent again, and heroverweging.</summary>
public class VorderingTests
{
    private const string Herziening = "H-2026-000001";
    private static readonly Guid Vordering = new("0193a000-0000-7000-8000-0000000000cc");
    private static readonly Termijn Terug = new("terugbetaling", new(2026, 6, 12), new(2026, 7, 24), "Awb art. 4:87 lid 1");

    [Fact]
    public void Instalments_take_the_place_of_the_term_and_are_met_in_order()
    {
        var v = Gevorderd().Dan(new BetaalregelingAfgesproken(Herziening, Guid.Empty, Vordering, new(2026, 6, 15),
            [new(new(2026, 8, 1), 200m), new(new(2026, 9, 1), 300m)]), door: "de herziening");
        v = Betaald(v, 250m, open: 250m, new(2026, 7, 20));

        v.Beeld.Termijnen.Where(t => t.Soort == "terugbetaling").Select(t => (t.Uiterlijk, t.VoldaanOp)).ShouldBe(
            [(new DateOnly(2026, 8, 1), (DateOnly?)new DateOnly(2026, 7, 20)), (new DateOnly(2026, 9, 1), null)]);
        v = Betaald(v, 250m, open: 0m, new(2026, 8, 30))
            .Dan(new TerugvorderingVoldaan(Herziening, Guid.Empty, Vordering, new(2026, 8, 30)), door: "de herziening");
        v.Beeld.Termijnen.Count(t => t.Soort == "terugbetaling" && t.VoldaanOp is not null).ShouldBe(2);
    }

    [Fact]
    public void A_claim_that_was_withdrawn_lapses_and_what_was_paid_goes_back()
    {
        var v = Betaald(Gevorderd(), 200m, open: 300m, new(2026, 7, 1))
            .Dan(new TerugvorderingVerlaagd(Herziening, Guid.Empty, Vordering, new(2026, 7, 2), Vorderwijziging.HulpHersteld, 0m, 0m, 200m,
                new("vordering-teruggeven", new(2026, 7, 2), new(2026, 8, 13), "Awb art. 4:87 lid 1"), new("Hersteld.")),
                door: "de herziening");

        v.Beeld.Termijnen.Single(t => t.Soort == "terugbetaling").Vervallen.ShouldBeTrue();
        v.Beeld.Termijnen.Single(t => t.Soort == "vordering-teruggeven").Loopt.ShouldBeTrue();
        v.Beeld.Termijnen.Single(t => t.Soort == "bezwaar" && t.Kenmerk == "B-2026-000012").Uiterlijk.ShouldBe(new DateOnly(2026, 7, 24));
        v = v.Dan(new TerugvorderingTerugbetaald(Herziening, Guid.Empty, Vordering, new(2026, 7, 20), 200m), door: "de herziening");
        v.Beeld.Termijnen.Single(t => t.Soort == "vordering-teruggeven").VoldaanOp.ShouldBe(new DateOnly(2026, 7, 20));
    }

    [Fact]
    public void An_intention_that_is_sent_again_has_the_last_term()
    {
        var v = Verhaal.Zin().Dan(Voornemen(new(2026, 6, 15)), door: "de herziening")
            .Dan(new HerzieningZienswijzeOntvangen(Herziening, Guid.Empty, new(2026, 6, 3)), door: "de herziening")
            .Dan(Voornemen(new(2026, 7, 6)), door: "de herziening");

        var termijn = v.Beeld.Termijnen.Single(t => t.Soort == "zienswijze");
        (termijn.Uiterlijk, termijn.Loopt).ShouldBe((new DateOnly(2026, 7, 6), true));
    }

    [Fact]
    public void To_look_whether_the_help_fits_meets_the_plan_and_is_a_task_once_it_comes_near()
    {
        var hulp = Guid.NewGuid();
        var v = Verhaal.Zin().Dan(new HeroverwegingGepland(hulp, new(2026, 12, 1), new(2026, 6, 1)), door: "de voorziening")
            .Dan(new HeroverwegingGepland(hulp, new(2026, 12, 15), new(2026, 6, 2)), door: "de voorziening")
            .Dan(new HeroverwegingNadert(hulp, new(2026, 12, 15)), door: "de voorziening");
        v.Beeld.Termijnen.Single(t => t.Soort == "heroverweging").Uiterlijk.ShouldBe(new DateOnly(2026, 12, 15));
        v.Beeld.Stand.Wat.ShouldContain("of de hulp nog past");

        v = v.Dan(new HeroverwegingGedaan(hulp, new(2026, 12, 10), Heroverweeguitkomst.HulpPast), door: "de voorziening")
            .Dan(new HeroverwegingGepland(hulp, new(2027, 6, 1), new(2026, 12, 10)), door: "de voorziening");
        v.Beeld.Termijnen.Where(t => t.Soort == "heroverweging").Select(t => (t.Uiterlijk, t.VoldaanOp)).ShouldBe(
            [(new DateOnly(2026, 12, 15), (DateOnly?)new DateOnly(2026, 12, 10)), (new DateOnly(2027, 6, 1), null)]);
        v.Beeld.Stand.Wat.ShouldNotContain("of de hulp nog past");

        v = v.Dan(new HeroverwegingGepland(hulp, null, new(2027, 1, 1)), door: "de voorziening");
        v.Beeld.Termijnen.Last(t => t.Soort == "heroverweging").Vervallen.ShouldBeTrue();
    }

    private static HerzieningVoorgenomen Voornemen(DateOnly uiterlijk) => new(Herziening, Guid.Empty,
        Herzieningsgrond.NietMeerAangewezen, new(2026, 10, 1), false, new("zienswijze", new(2026, 6, 1), uiterlijk, "Awb art. 4:8"),
        new("Het gaat beter."));

    private static Verhaal Gevorderd() => Verhaal.Zin().Dan(new TerugvorderingBesloten(Herziening, Guid.Empty, Vordering, 500m,
        VanMeewerker: false, new(2026, 6, 12), Terug, Terug with { Soort = "bezwaar" }, new("Verzwegen."))
    { Beschikkingnummer = "B-2026-000012" }, door: "de herziening");

    private static Verhaal Betaald(Verhaal v, decimal bedrag, decimal open, DateOnly op) =>
        v.Dan(new TerugvorderingBetaald(Herziening, Guid.Empty, Vordering, op, bedrag, open), door: "de herziening");
}
