using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Contracts;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// The consequences of a late decision. The term ends on 18 May 2026. Every day and amount is a literal, counted by hand.
/// </summary>
public sealed class DwangsomTests
{
    [Fact]
    public void A_notice_on_the_last_day_is_premature_and_means_nothing()
    {
        var loop = Gesteld("2026-05-18");

        var ontvangen = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<IngebrekestellingOntvangen>();
        (ontvangen.Oordeel, ontvangen.Termijn).ShouldBe((Ingebrekestellingsoordeel.TeVroeg, null));
        Geweigerd(() => Stel(loop, null)).ShouldBe((409, "geen-ingebrekestelling"));
    }

    [Fact]
    public void A_notice_after_the_term_gives_two_weeks_in_which_a_decision_still_helps()
    {
        var loop = Gesteld("2026-05-19");

        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<IngebrekestellingOntvangen>().Termijn!.Uiterlijk
            .ShouldBe(Dag("2026-06-02"));
        loop.Op("2026-06-02").Beslis(Uitkomst.Toekennen).MaakBekend().Aangekondigd().ShouldNotContain(g => g is DwangsomVerschuldigd);
        Geweigerd(() => Stel(loop, null)).ShouldBe((409, "geen-dwangsom"));
    }

    [Fact]
    public void A_decision_after_the_two_weeks_costs_a_dwangsom_for_each_day_before_it()
    {
        var loop = Gesteld("2026-05-19");
        Geweigerd(() => Stel(loop.Op("2026-06-10"), null)).ShouldBe((409, "dwangsom-loopt-nog"));

        loop.Op("2026-06-16").Beslis(Uitkomst.Toekennen).MaakBekend();

        // 3 to 15 June are 13 days of 23 euros.
        var verschuldigd = loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Single();
        (verschuldigd.EersteDag, verschuldigd.LaatsteDag, verschuldigd.Dagen, verschuldigd.Bedrag, verschuldigd.Termijn.Uiterlijk)
            .ShouldBe((Dag("2026-06-03"), Dag("2026-06-15"), 13, 299m, Dag("2026-06-29")));
        Stel(loop, null).ShouldBe(new Dwangsombesluit(
            Dag("2026-06-16"), 299m, null, "Dit is waarom.", Dag("2026-07-28"), Dag("2026-07-28")));
        Geweigerd(() => Stel(loop, null)).ShouldBe((409, "dwangsom-al-vastgesteld"));
    }

    [Fact]
    public void Without_a_decision_it_reaches_its_most_after_42_days_and_that_is_told_once()
    {
        var loop = Gesteld("2026-05-19");
        loop.Aangekondigd();
        loop.Aanvraag.WachtTot.ShouldBe(Dag("2026-07-14"));

        loop.Op("2026-07-14").HoudBij().Aangekondigd().ShouldBeEmpty();
        loop.Op("2026-07-15").HoudBij().Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<DwangsomVerschuldigd>().Bedrag.ShouldBe(1442m);

        loop.HoudBij().Aangekondigd().ShouldBeEmpty();
        Stel(loop, null).Bedrag.ShouldBe(1442m);
    }

    [Fact]
    public void There_is_one_dwangsom_however_many_notices()
    {
        var loop = Gesteld("2026-05-19");
        loop.Op("2026-05-26").Aanvraag.StelInGebreke(Dag("2026-05-26"), 1, null, Beleid, loop.Nu);

        loop.Aangekondigd().OfType<IngebrekestellingOntvangen>().Select(i => i.Oordeel)
            .ShouldBe([Ingebrekestellingsoordeel.Geldig, Ingebrekestellingsoordeel.AlOntvangen]);
        loop.Aanvraag.DwangsomOp(Dag("2026-06-03"), Beleid)!.Dagen.ShouldBe(1);
    }

    [Fact]
    public void A_notice_that_was_recognised_later_counts_from_its_own_day()
    {
        var loop = Gesteld("2026-05-26");
        loop.Aangekondigd();

        loop.Op("2026-06-20").Aanvraag.StelInGebreke(Dag("2026-05-20"), 1, null, Beleid, loop.Nu);

        loop.Aangekondigd().Cast<IngebrekestellingOntvangen>().Select(i => (i.OntvangenOp, i.Oordeel)).ShouldBe(
            [(Dag("2026-05-20"), Ingebrekestellingsoordeel.Geldig), (Dag("2026-05-26"), Ingebrekestellingsoordeel.AlOntvangen)]);
    }

    [Fact]
    public void An_unreasonably_late_notice_gives_no_dwangsom_but_a_decision_that_says_so()
    {
        var loop = new Loop().Op("2027-09-01");
        loop.Aanvraag.StelInGebreke(Dag("2027-09-01"), 1, "Meer dan een jaar niets gehoord.", Beleid, loop.Nu);

        loop.Aangekondigd().OfType<IngebrekestellingOntvangen>().Single().Oordeel.ShouldBe(Ingebrekestellingsoordeel.OnredelijkLaat);
        Geweigerd(() => Stel(loop, null)).ShouldBe((409, "grond-vereist"));
        Stel(loop, GeenDwangsom.OnredelijkLaat).Bedrag.ShouldBe(0m);
        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<DwangsomVastgesteld>().Betaaltermijn.ShouldBeNull();
    }

    [Fact]
    public void A_correction_of_the_receipt_judges_a_notice_again()
    {
        var loop = Gesteld("2026-05-19");
        loop.Aangekondigd();

        // Received on 4 May, the two weeks end on 18 May; received on 6 May, on 20 May.
        loop.Aanvraag.CorrigeerOntvangst(Dag("2026-05-06"), "Verkeerd gestempeld.", Beleid, loop.Nu);

        loop.Aangekondigd()[^1].ShouldBeOfType<IngebrekestellingOntvangen>().Oordeel.ShouldBe(Ingebrekestellingsoordeel.TeVroeg);
        loop.Aanvraag.WachtTot.ShouldBeNull();
    }

    [Fact]
    public void A_dwangsom_that_a_corrected_fact_changes_is_announced_anew()
    {
        var loop = Gesteld("2026-05-19");
        loop.Op("2026-07-15").HoudBij().Aangekondigd()[^1].ShouldBeOfType<DwangsomVerschuldigd>().Dagen.ShouldBe(42);

        // Received on 6 May, the term ended on 20 May: the notice of 19 May was premature.
        loop.Aanvraag.CorrigeerOntvangst(Dag("2026-05-06"), "Verkeerd gestempeld.", Beleid, loop.Nu);

        loop.Aangekondigd()[^1].ShouldBeOfType<DwangsomVerschuldigd>().Dagen.ShouldBe(0);
        loop.Aanvraag.CorrigeerOntvangst(Dag("2026-05-04"), "Toch eerder.", Beleid, loop.Nu);
        loop.Aangekondigd()[^1].ShouldBeOfType<DwangsomVerschuldigd>().Dagen.ShouldBe(42);
    }

    [Fact]
    public void While_the_term_stands_still_a_notice_means_nothing_and_no_dwangsom_runs()
    {
        var loop = new Loop().Op("2026-05-04");
        var stilstand = loop.SchortOp(Wetgeving.Opschortingsgrond.Overmacht, "2026-05-04", null);
        loop.Op("2026-05-26").Aanvraag.StelInGebreke(Dag("2026-05-26"), 1, null, Beleid, loop.Nu);
        loop.Aangekondigd()[^1].ShouldBeOfType<IngebrekestellingOntvangen>().Oordeel.ShouldBe(Ingebrekestellingsoordeel.TeVroeg);

        loop.Op("2026-08-03").HoudBij().Aangekondigd().ShouldBeEmpty();
        loop.Aanvraag.IsTijdig(Dag("2026-08-03")).ShouldBeTrue();
        loop.Aanvraag.BeeindigOpschorting(stilstand.Id, Dag("2026-05-06"), Beleid, loop.Nu);

        // It stood still for two days, so the term ended on 18 May after all, and the notice of 26 May counts.
        loop.Aangekondigd().Select(g => g.GetType().Name)
            .ShouldBe(["OpschortingGeeindigd", "IngebrekestellingOntvangen", "DwangsomVerschuldigd"]);
    }

    [Fact]
    public void An_aanvraag_that_is_passed_on_still_owes_what_it_owed()
    {
        var loop = Gesteld("2026-05-19").Op("2026-06-16");
        loop.Aangekondigd();

        loop.Aanvraag.ZendDoor("Lelystad", "De inwoner woont daar.", Beleid, loop.Nu);

        loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Single().Dagen.ShouldBe(13);
        Stel(loop, null).Bedrag.ShouldBe(299m);
    }

    [Fact]
    public void After_the_decision_on_the_dwangsom_nothing_is_announced_and_no_notice_is_taken()
    {
        var loop = Gesteld("2026-05-19");
        loop.Aanvraag.VindOnredelijkLaat(loop.Aanvraag.Dwangsom.Ingebrekestellingen[0].Id, "Een jaar later.", Beleid, loop.Nu);
        Stel(loop, GeenDwangsom.OnredelijkLaat);
        loop.Aangekondigd();

        loop.Op("2026-07-15").HoudBij().Beslis(Uitkomst.Afwijzen).MaakBekend().Aangekondigd()
            .ShouldNotContain(g => g is DwangsomVerschuldigd);
        Geweigerd(() => loop.Aanvraag.StelInGebreke(Dag("2026-05-20"), 1, null, Beleid, loop.Nu))
            .ShouldBe((409, "dwangsom-al-vastgesteld"));
    }

    [Fact]
    public void A_notice_is_found_unreasonably_late_before_that_is_the_ground_for_none()
    {
        var loop = Gesteld("2026-05-19").Op("2026-06-10");
        Geweigerd(() => Stel(loop, GeenDwangsom.OnredelijkLaat)).ShouldBe((409, "grond-niet-vastgelegd"));
        loop.Aangekondigd();
        var brief = loop.Aanvraag.Dwangsom.Ingebrekestellingen[0].Id;

        loop.Aanvraag.VindOnredelijkLaat(brief, "Een jaar later.", Beleid, loop.Nu);

        var verteld = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<IngebrekestellingOntvangen>();
        (verteld.Oordeel, verteld.Termijn).ShouldBe((Ingebrekestellingsoordeel.OnredelijkLaat, null));
        loop.Aanvraag.DwangsomOp(Dag("2026-06-10"), Beleid).ShouldBeNull();
        Geweigerd(() => loop.Aanvraag.VindOnredelijkLaat(brief, "Weer.", Beleid, loop.Nu)).ShouldBe((409, "brief-telt-niet"));
        Geweigerd(() => loop.Aanvraag.VindOnredelijkLaat(Guid.NewGuid(), "Wie?", Beleid, loop.Nu)).ShouldBe((404, "niet-gevonden"));
        Stel(loop, GeenDwangsom.OnredelijkLaat).Bedrag.ShouldBe(0m);
        Geweigerd(() => loop.Aanvraag.VindOnredelijkLaat(brief, "Weer.", Beleid, loop.Nu)).ShouldBe((409, "dwangsom-al-vastgesteld"));
    }

    [Theory]
    [InlineData(GeenDwangsom.KennelijkNietOntvankelijkOfOngegrond)]
    [InlineData(GeenDwangsom.GeenBelanghebbende)]
    public void A_ground_that_follows_from_the_decision_waits_for_a_decision_that_gives_nothing(GeenDwangsom grond)
    {
        var loop = Gesteld("2026-05-19").Op("2026-06-16");
        Geweigerd(() => Stel(loop, grond)).ShouldBe((409, "eerst-beslissen"));
        loop.Beslis(Uitkomst.Toekennen);
        Geweigerd(() => Stel(loop, grond)).ShouldBe((409, "eerst-beslissen"));
        loop.MaakBekend();
        Geweigerd(() => Stel(loop, grond)).ShouldBe((409, "grond-past-niet"));

        var afgewezen = Gesteld("2026-05-19").Op("2026-06-16").Beslis(Uitkomst.Afwijzen).MaakBekend();
        Stel(afgewezen, grond).Bedrag.ShouldBe(0m);
    }

    [Fact]
    public void What_was_withdrawn_bears_out_no_ground()
    {
        var loop = Gesteld("2026-05-19").Op("2026-06-16");
        loop.Aanvraag.TrekIn(null, Dag("2026-06-16"), Beleid, loop.Nu);

        Geweigerd(() => Stel(loop, GeenDwangsom.KennelijkNietOntvankelijkOfOngegrond)).ShouldBe((409, "grond-past-niet"));
        Stel(loop, null).Bedrag.ShouldBe(299m);
    }

    [Fact]
    public void Several_applicants_share_the_dwangsom_to_the_cent()
    {
        var loop = new Loop().Op("2026-05-19");
        loop.Aanvraag.StelInGebreke(Dag("2026-05-19"), 3, null, Beleid, loop.Nu);
        loop.Op("2026-07-15").HoudBij();

        // 14 days of 23 euro, 14 of 35 and 14 of 45 are 1442 euro: twice 480.67 and once 480.66.
        decimal[] aandelen = [480.67m, 480.67m, 480.66m];
        loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Single().Aandelen.ShouldBe(aandelen);
        Stel(loop, null).Aandelen.ShouldBe(aandelen);
        loop.Aangekondigd().OfType<DwangsomVastgesteld>().Single().Aandelen.ShouldBe(aandelen);
        var uitleg = string.Join(' ', Inwoneruitleg.Van(loop.Aanvraag, Dag("2026-07-15"), Beleid).Select(r => r.Uitleg));
        (uitleg.Contains("480,67", StringComparison.Ordinal), uitleg.Contains("3 aanvragers", StringComparison.Ordinal))
            .ShouldBe((true, true));
        loop.Aanvraag.BetaalDwangsom(Dag("2026-07-15"), loop.Nu);
        loop.Aanvraag.VorderDwangsomTerug(100m, "Fout.", loop.Nu);
        loop.Aangekondigd().OfType<DwangsomTeruggevorderd>().Single().Aandelen.ShouldBe([33.34m, 33.33m, 33.33m]);
    }

    [Fact]
    public void One_applicant_has_no_share_but_all_of_it()
    {
        var loop = Gesteld("2026-05-19").Op("2026-07-15").HoudBij();

        loop.Aangekondigd().OfType<DwangsomVerschuldigd>().Single().Aandelen.ShouldBeNull();
        Stel(loop, null).Aandelen.ShouldBe([1442m]);
    }

    [Fact]
    public void A_notice_after_the_decision_is_no_notice()
    {
        var loop = new Loop().Op("2026-05-20").Beslis(Uitkomst.Toekennen).MaakBekend();

        Geweigerd(() => loop.Op("2026-05-21").Aanvraag.StelInGebreke(Dag("2026-05-21"), 1, null, Beleid, loop.Nu))
            .ShouldBe((409, "al-beslist"));
        loop.Aanvraag.StelInGebreke(Dag("2026-05-20"), 1, null, Beleid, loop.Nu);
        loop.Aangekondigd()[^1].ShouldBeOfType<IngebrekestellingOntvangen>().Oordeel.ShouldBe(Ingebrekestellingsoordeel.Geldig);
    }

    [Fact]
    public void What_was_set_is_paid_once_and_claimed_back_no_further_than_that()
    {
        var loop = Gesteld("2026-05-19").Op("2026-06-16").Beslis(Uitkomst.Toekennen).MaakBekend();
        Geweigerd(() => loop.Aanvraag.BetaalDwangsom(Dag("2026-06-16"), loop.Nu)).ShouldBe((409, "geen-dwangsom"));
        Stel(loop, null);
        Geweigerd(() => loop.Aanvraag.VorderDwangsomTerug(1, "Fout.", loop.Nu)).ShouldBe((409, "niets-betaald"));

        loop.Aanvraag.BetaalDwangsom(Dag("2026-06-16"), loop.Nu);
        Geweigerd(() => loop.Aanvraag.BetaalDwangsom(Dag("2026-06-16"), loop.Nu)).ShouldBe((409, "dwangsom-al-betaald"));
        Geweigerd(() => loop.Aanvraag.VorderDwangsomTerug(299.01m, "Fout.", loop.Nu)).ShouldBe((422, "meer-dan-betaald"));
        loop.Aanvraag.VorderDwangsomTerug(200m, "Het bezwaar was ongegrond.", loop.Nu);
        Geweigerd(() => loop.Op("2031-06-17").Aanvraag.VorderDwangsomTerug(99m, "Te laat.", loop.Nu))
            .ShouldBe((422, "terugvordering-verlopen"));
        loop.Op("2031-06-16").Aanvraag.VorderDwangsomTerug(99m, "Net op tijd.", loop.Nu);
    }

    private static Loop Gesteld(string op)
    {
        var loop = new Loop().Op(op);
        loop.Aanvraag.StelInGebreke(Dag(op), 1, null, Beleid, loop.Nu);
        return loop;
    }

    private static Dwangsombesluit Stel(Loop loop, GeenDwangsom? grond) =>
        loop.Aanvraag.StelDwangsomVast(grond, "Dit is waarom.", Beleid, loop.Nu);
}
