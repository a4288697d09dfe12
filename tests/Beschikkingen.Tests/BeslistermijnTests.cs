using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The term to decide on an aanvraag. Every day is a literal, counted by hand.</summary>
public sealed class BeslistermijnTests
{
    [Fact]
    public void A_request_to_complete_stops_the_term_until_its_last_day()
    {
        var loop = new Loop().Op("2026-05-04");

        loop.Vraag("2026-05-18", "Uw handtekening");

        // From 5 to 18 May are 14 days; 15 May and 14 days are 29 May, a Friday.
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-29"));
        var gevraagd = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvullingGevraagd>();
        gevraagd.Termijn.Uiterlijk.ShouldBe(Dag("2026-05-29"));
        gevraagd.Vraag.Waarde.Stukken.ShouldBe(["Uw handtekening"]);
    }

    [Fact]
    public void The_term_goes_on_when_nothing_is_missing_any_more()
    {
        var loop = new Loop().Op("2026-05-04");
        var verzoek = loop.Vraag("2026-05-18", "Uw handtekening", "Een offerte");

        loop.Op("2026-05-08").Neem(verzoek, "2026-05-07", 2);
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-29"));
        loop.Op("2026-05-11").Neem(verzoek, "2026-05-11", 1);

        // From 5 to 11 May are 7 days.
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-22"));
        loop.Aangekondigd().OfType<AanvullingOntvangen>().Select(o => (o.Volledig, o.Termijn.Uiterlijk))
            .ShouldBe([(false, Dag("2026-05-29")), (true, Dag("2026-05-22"))]);
    }

    [Fact]
    public void What_comes_after_its_term_stops_the_term_no_longer_than_that()
    {
        var loop = new Loop().Op("2026-05-04");
        var verzoek = loop.Vraag("2026-05-18", "Een offerte");

        loop.Op("2026-05-20").Neem(verzoek, "2026-05-20", 1);

        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-29"));
    }

    [Fact]
    public void A_term_that_passes_unused_is_told_with_both_days_once()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Vraag("2026-05-18", "Een offerte");
        loop.Aangekondigd();

        loop.Op("2026-05-18").HoudBij().Aangekondigd().ShouldAllBe(g => g is AanvullingHerinnerd);
        var verstreken = loop.Op("2026-05-19").HoudBij().Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvultermijnVerstreken>();
        loop.HoudBij().Aangekondigd().ShouldBeEmpty();

        verstreken.Termijn.Uiterlijk.ShouldBe(Dag("2026-05-29"));
        // Four weeks after 18 May.
        verstreken.BuitenBehandeling.Uiterlijk.ShouldBe(Dag("2026-06-15"));
    }

    [Fact]
    public void A_reminder_goes_three_days_before_the_last_day_once()
    {
        var loop = new Loop().Op("2026-05-04");
        var verzoek = loop.Vraag("2026-05-18", "Een offerte", "Uw handtekening");
        loop.Op("2026-05-06").Neem(verzoek, "2026-05-06", 1).Aangekondigd();

        loop.Aanvraag.WachtTot.ShouldBe(Dag("2026-05-14"));
        loop.Op("2026-05-14").HoudBij().Aangekondigd().ShouldBeEmpty();
        loop.Op("2026-05-15").HoudBij().Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvullingHerinnerd>()
            .Vraag.Waarde.Stukken.ShouldBe(["Uw handtekening"]);
        loop.Op("2026-05-16").HoudBij().Aangekondigd().ShouldBeEmpty();
        loop.Aanvraag.WachtTot.ShouldBe(Dag("2026-05-18"));
    }

    [Fact]
    public void A_short_term_has_no_reminder()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Vraag("2026-05-08", "Een offerte");
        loop.Aangekondigd();

        loop.Op("2026-05-07").HoudBij().Aangekondigd().ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_asked_that_the_municipality_has_to_find_out()
    {
        var loop = new Loop().Op("2026-05-04");

        Geweigerd(() => loop.Vraag("2026-05-18", "Het getekende onderzoeksverslag")).ShouldBe((422, "werk-van-de-gemeente"));
        Geweigerd(() => loop.Vraag("2026-05-18", "Een medisch advies")).ShouldBe((422, "werk-van-de-gemeente"));
        foreach (var soort in Enum.GetValues<Stuksoort>().Where(s => !s.ToString().Contains("plan") && s != Stuksoort.Uitvraagformulier
            && s != Stuksoort.Zorgovereenkomst))
            Vraagt(soort, "Het verslag met uw handtekening", null).ShouldBe((422, "werk-van-de-gemeente"));
        Vraagt(Stuksoort.Offerte, "Een offerte", "Stuur ook het verslag van het onderzoek mee.").ShouldBe((422, "werk-van-de-gemeente"));
        Vraagt(Stuksoort.Offerte, "Een offerte", "Wij hebben nog een medisch advies nodig.").ShouldBe((422, "werk-van-de-gemeente"));
        Vraagt(Stuksoort.Uitvoeringsplan, "Het plan", null).ShouldBe((422, "stuk-niet-nodig"));
        Geweigerd(() => loop.Vraag("2026-05-04", "Een offerte")).ShouldBe((422, "termijn-te-kort"));
        Geweigerd(() => loop.Vraag("2029-05-04", "Een offerte")).ShouldBe((422, "dag-te-ver"));
        loop.Aangekondigd().ShouldBeEmpty();

        (int, string) Vraagt(Stuksoort soort, string omschrijving, string? toelichting) => Geweigerd(() =>
            loop.Aanvraag.VraagAanvulling(Dag("2026-05-18"), [new(1, soort, omschrijving)], toelichting, Beleid, loop.Nu));
    }

    [Fact]
    public void Naming_the_onderzoek_beside_what_is_asked_asks_for_nothing()
    {
        var loop = new Loop(Pgb()).Op("2026-05-04");

        loop.Aanvraag.VraagAanvulling(Dag("2026-05-18"), [new(1, Stuksoort.Handtekening, "Uw handtekening op de aanvraag"),
            new(2, Stuksoort.Budgetplan, "Uw budgetplan")], "Wij praten er in het onderzoek over. Bel ons als u hulp wilt.", Beleid,
            loop.Nu);

        loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvullingGevraagd>();
    }

    [Fact]
    public void An_unfinished_onderzoek_is_no_force_majeure()
    {
        var loop = new Loop().Op("2026-05-04");

        Geweigerd(() => loop.Aanvraag.SchortOp(Opschortingsgrond.Overmacht, Dag("2026-05-04"), null, "Het onderzoek is nog niet klaar.",
            Beleid, loop.Nu)).ShouldBe((422, "onderzoek-is-geen-overmacht"));
    }

    [Fact]
    public void What_was_not_asked_or_came_already_is_refused()
    {
        var loop = new Loop().Op("2026-05-04");
        var verzoek = loop.Vraag("2026-05-18", "Een offerte");
        loop.Neem(verzoek, "2026-05-04", 1).Aangekondigd();

        Geweigerd(() => loop.Neem(verzoek, "2026-05-04", 1)).ShouldBe((409, "stuk-al-ontvangen"));
        Geweigerd(() => loop.Neem(verzoek, "2026-05-04", 2)).ShouldBe((422, "stuk-niet-gevraagd"));
        Geweigerd(() => loop.Neem(verzoek with { Id = Guid.NewGuid() }, "2026-05-04", 1)).ShouldBe((404, "niet-gevonden"));
        loop.Aangekondigd().ShouldBeEmpty();
    }

    [Fact]
    public void The_aanvraag_is_left_aside_only_after_a_term_that_passed_and_within_four_weeks()
    {
        var loop = new Loop().Op("2026-05-04");
        Geweigerd(() => loop.Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "eerst-laten-aanvullen"));
        loop.Vraag("2026-05-18", "Een offerte");
        Geweigerd(() => loop.Op("2026-05-18").Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "eerst-laten-aanvullen"));

        loop.Op("2026-06-15").Beslis(Uitkomst.BuitenBehandeling);

        Geweigerd(() => loop.Op("2026-06-16").MaakBekend()).ShouldBe((422, "buiten-behandeling-te-laat"));
        Geweigerd(() => loop.Op("2026-06-16").Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "buiten-behandeling-te-laat"));
        loop.Beslis(Uitkomst.Afwijzen).MaakBekend().Aanvraag.Status.ShouldBe(Aanvraagstatus.Bekendgemaakt);
    }

    [Fact]
    public void Asking_again_gives_no_new_weeks_to_leave_it_aside()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Vraag("2026-05-18", "Een offerte");
        loop.Op("2026-06-12").Vraag("2026-06-19", "Een offerte");

        // Four weeks after 18 May are 15 June.
        Geweigerd(() => loop.Op("2026-06-20").Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "buiten-behandeling-te-laat"));
        Geweigerd(() => loop.Vraag("2026-06-30", "Een offerte")).ShouldBe((422, "aanvullen-voorbij"));
        loop.HoudBij().Aangekondigd().OfType<AanvultermijnVerstreken>().Select(v => v.BuitenBehandeling.Uiterlijk)
            .ShouldBe([Dag("2026-06-15"), Dag("2026-06-15")]);
        loop.Beslis(Uitkomst.Afwijzen).MaakBekend();
    }

    [Fact]
    public void Who_completed_the_first_request_late_has_the_weeks_of_the_second()
    {
        var loop = new Loop().Op("2026-05-04");
        var eerste = loop.Vraag("2026-05-18", "Een offerte");
        loop.Op("2026-05-27").Vraag("2026-06-19", "Uw handtekening");
        loop.Op("2026-06-16").Neem(eerste, "2026-06-16", 1);

        // Four weeks after 19 June are 17 July.
        Geweigerd(() => loop.Op("2026-07-18").Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "buiten-behandeling-te-laat"));
        loop.Op("2026-07-17").Beslis(Uitkomst.BuitenBehandeling).MaakBekend();
    }

    [Fact]
    public void Help_for_which_nothing_is_missing_is_not_left_aside_for_another()
    {
        var loop = new Loop(Zin(), Pgb()).Op("2026-05-04");
        var (zin, pgb) = (loop.Gevraagd[0], loop.Gevraagd[1]);
        loop.Aanvraag.VraagAanvulling(Dag("2026-05-18"),
            [new(1, Stuksoort.Budgetplan, "Uw budgetplan") { VoorzieningId = pgb.VoorzieningId }], null, Beleid, loop.Nu);
        loop.Op("2026-05-19");

        Geweigerd(() => loop.Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "eerst-laten-aanvullen"));
        loop.Beslis(Over(zin, Uitkomst.Toekennen), Over(pgb, Uitkomst.BuitenBehandeling)).MaakBekend();

        loop.Aangekondigd().OfType<BeschikkingBekendgemaakt>().Single().Voorzieningen.Select(v => v.Uitkomst)
            .ShouldBe([Uitkomst.Toekennen, Uitkomst.BuitenBehandeling]);
    }

    [Fact]
    public void A_thing_is_asked_for_a_voorziening_of_the_aanvraag()
    {
        var loop = new Loop().Op("2026-05-04");

        Geweigerd(() => loop.Aanvraag.VraagAanvulling(Dag("2026-05-18"),
            [new(1, Stuksoort.Offerte, "Een offerte") { VoorzieningId = Guid.NewGuid() }], null, Beleid, loop.Nu))
            .ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public void Who_completed_it_late_gets_a_decision_on_substance()
    {
        var loop = new Loop().Op("2026-05-04");
        var verzoek = loop.Vraag("2026-05-18", "Een offerte");
        loop.Op("2026-05-20").Neem(verzoek, "2026-05-20", 1);

        Geweigerd(() => loop.Beslis(Uitkomst.BuitenBehandeling)).ShouldBe((422, "eerst-laten-aanvullen"));
    }

    [Theory]
    [InlineData(Opschortingsgrond.Instemming, Opschortingsreden.Instemming)]
    [InlineData(Opschortingsgrond.Buitenland, Opschortingsreden.Buitenland)]
    [InlineData(Opschortingsgrond.Toerekenbaar, Opschortingsreden.Toerekenbaar)]
    [InlineData(Opschortingsgrond.Overmacht, Opschortingsreden.Overmacht)]
    public void The_term_stands_still_on_every_ground_and_its_end_says_what_is_left(Opschortingsgrond grond, Opschortingsreden reden)
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Aangekondigd();

        var stilstand = loop.SchortOp(grond, "2026-05-04", "2026-05-20");
        // From 5 to 20 May are 16 days; 15 May and 16 days are Sunday 31 May.
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-06-01"));
        loop.Aanvraag.BeeindigOpschorting(stilstand.Id, Dag("2026-05-08"), Beleid, loop.Op("2026-05-08").Nu);

        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-19"));
        loop.Aangekondigd().Select(g => g switch
        {
            BeslistermijnOpgeschort o => (o.Reden, o.Termijn.Uiterlijk),
            OpschortingGeeindigd e => (e.Reden, e.Termijn.Uiterlijk),
            _ => throw new InvalidOperationException(),
        }).ShouldBe([(reden, Dag("2026-06-01")), (reden, Dag("2026-05-19"))]);
    }

    [Fact]
    public void A_question_abroad_stops_the_term_from_the_letter_on()
    {
        var loop = new Loop().Op("2026-05-08");

        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Buitenland, "2026-05-04", null)).ShouldBe((422, "begint-met-de-brief"));
        loop.SchortOp(Opschortingsgrond.Buitenland, "2026-05-08", null);
    }

    [Fact]
    public void Consent_lasts_no_longer_than_the_day_that_was_agreed()
    {
        var loop = new Loop().Op("2026-05-04");
        var stilstand = loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-04", "2026-05-08");

        Geweigerd(() => loop.Aanvraag.BeeindigOpschorting(stilstand.Id, Dag("2026-05-12"), Beleid, loop.Op("2026-05-12").Nu))
            .ShouldBe((422, "langer-dan-afgesproken"));
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-19"));
    }

    [Fact]
    public void Days_on_two_grounds_count_once()
    {
        var loop = new Loop().Op("2026-05-04");

        loop.Vraag("2026-05-18", "Een offerte");
        loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-04", "2026-05-20");

        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-06-01"));
    }

    [Fact]
    public void A_suspension_begins_before_the_last_day_and_consent_has_an_end()
    {
        var loop = new Loop().Op("2026-05-18");

        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-18", null)).ShouldBe((422, "opschorting-te-laat"));
        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-04", null)).ShouldBe((422, "instemming-zonder-einde"));
        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-19", null)).ShouldBe((422, "dag-in-de-toekomst"));
        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Overmacht, "2026-04-30", null)).ShouldBe((422, "dag-te-vroeg"));
        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-04", "2026-05-03")).ShouldBe((422, "einde-voor-begin"));
    }

    [Theory]
    [InlineData(Opschortingsgrond.Overmacht)]
    [InlineData(Opschortingsgrond.Toerekenbaar)]
    public void A_ground_that_was_not_told_in_time_takes_no_dwangsom_away(Opschortingsgrond grond)
    {
        // Received on 4 May, so the last day is 18 May. After the notice of 19 May the first day of the dwangsom is 3 June.
        var loop = new Loop().Op("2026-05-19");
        loop.Aanvraag.StelInGebreke(Dag("2026-05-19"), 1, null, Beleid, loop.Nu);
        loop.Op("2026-06-10").Aangekondigd();

        Geweigerd(() => loop.SchortOp(grond, "2026-05-12", "2026-06-12")).ShouldBe((422, "opschorting-achteraf"));
        Geweigerd(() => loop.SchortOp(grond, "2026-05-12", null)).ShouldBe((422, "opschorting-achteraf"));

        loop.Aangekondigd().ShouldBeEmpty();
        loop.Aanvraag.DwangsomOp(Dag("2026-06-10"), Beleid)!.Dagen.ShouldBe(8);
    }

    [Fact]
    public void Consent_in_writing_before_the_last_day_counts_also_when_it_is_recorded_later()
    {
        var loop = new Loop().Op("2026-05-20");

        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-18", "2026-05-29")).ShouldBe((422, "opschorting-te-laat"));
        loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-15", "2026-05-29");

        // From 16 to 29 May are 14 days; 15 May and 14 days are 29 May.
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-29"));
    }

    [Fact]
    public void Force_majeure_that_is_told_on_the_last_day_counts_from_its_cause()
    {
        var loop = new Loop().Op("2026-05-18");

        loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-12", "2026-05-20");

        // From 13 to 20 May are 8 days; 15 May and 8 days are Saturday 23 May, and Whit Monday is the 25th.
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-26"));
    }

    [Theory]
    [InlineData(Opschortingsgrond.Buitenland)]
    [InlineData(Opschortingsgrond.Toerekenbaar)]
    [InlineData(Opschortingsgrond.Overmacht)]
    public void The_applicant_is_told_once_that_the_expected_day_passed(Opschortingsgrond grond)
    {
        var loop = new Loop().Op("2026-05-04");
        loop.SchortOp(grond, "2026-05-04", "2026-05-08");
        loop.Aangekondigd();

        loop.Aanvraag.WachtTot.ShouldBe(Dag("2026-05-08"));
        loop.Op("2026-05-08").HoudBij().Aangekondigd().ShouldBeEmpty();
        var voorbij = loop.Op("2026-05-09").HoudBij().Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<OpschortingGeeindigd>();
        loop.HoudBij().Aangekondigd().ShouldBeEmpty();

        (voorbij.Tot, voorbij.Termijn.Uiterlijk).ShouldBe((Dag("2026-05-08"), Dag("2026-05-19")));
        loop.Aanvraag.WachtTot.ShouldBeNull();
    }

    [Fact]
    public void What_was_agreed_needs_no_letter_when_it_passes()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-04", "2026-05-08");
        loop.Aangekondigd();

        loop.Aanvraag.WachtTot.ShouldBeNull();
        loop.Op("2026-05-09").HoudBij().Aangekondigd().ShouldBeEmpty();
    }

    [Fact]
    public void The_end_of_a_suspension_is_told_as_soon_as_it_is_known()
    {
        var loop = new Loop().Op("2026-05-04");
        var stilstand = loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-04", null);
        loop.Aangekondigd();

        loop.Op("2026-08-03").Aanvraag.VerwachtEinde(stilstand.Id, Dag("2026-08-07"), "Het gebouw gaat weer open.", Beleid, loop.Nu);

        // From 5 May to 7 August are 95 days; 15 May and 95 days are 18 August.
        var verteld = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BeslistermijnOpgeschort>();
        (verteld.OpschortingId, verteld.TermijnTot, verteld.Termijn.Uiterlijk)
            .ShouldBe((stilstand.Id, Dag("2026-08-07"), Dag("2026-08-18")));
        Geweigerd(() => Verwacht("2026-08-07")).ShouldBe((422, "niets-gewijzigd"));
        Geweigerd(() => Verwacht("2026-08-02")).ShouldBe((422, "dag-voorbij"));
        Geweigerd(() => Verwacht("2028-08-02")).ShouldBe((422, "dag-te-ver"));
        loop.Op("2026-08-08");
        Geweigerd(() => Verwacht("2026-08-20")).ShouldBe((409, "opschorting-al-beeindigd"));
        Geweigerd(() => loop.Aanvraag.BeeindigOpschorting(stilstand.Id, Dag("2026-08-08"), Beleid, loop.Nu))
            .ShouldBe((422, "langer-dan-verwacht"));
        loop.HoudBij().Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<OpschortingGeeindigd>();

        void Verwacht(string dag) => loop.Aanvraag.VerwachtEinde(stilstand.Id, Dag(dag), "Het duurt nog.", Beleid, loop.Nu);
    }

    [Fact]
    public void Longer_consent_is_new_and_work_of_the_municipality_stays_no_force_majeure()
    {
        var loop = new Loop().Op("2026-05-04");
        var (instemming, overmacht) = (loop.SchortOp(Opschortingsgrond.Instemming, "2026-05-04", "2026-05-08"),
            loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-04", null));

        Geweigerd(() => loop.Aanvraag.VerwachtEinde(instemming.Id, Dag("2026-05-20"), "Langer.", Beleid, loop.Nu))
            .ShouldBe((422, "nieuwe-instemming-nodig"));
        Geweigerd(() => loop.Aanvraag.VerwachtEinde(overmacht.Id, Dag("2026-05-20"), "Het verslag is niet klaar.", Beleid, loop.Nu))
            .ShouldBe((422, "onderzoek-is-geen-overmacht"));
    }

    [Fact]
    public void While_the_term_stands_still_without_end_another_ground_and_a_delay_are_possible()
    {
        var loop = new Loop().Op("2026-05-04");
        var stilstand = loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-04", null);
        loop.Op("2026-08-03");

        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Toerekenbaar, "2026-08-02", null)).ShouldBe((422, "opschorting-achteraf"));
        loop.SchortOp(Opschortingsgrond.Instemming, "2026-08-03", "2026-08-20");
        loop.Aanvraag.StelUit(2, "Druk.", loop.Nu);
        loop.Aanvraag.BeeindigOpschorting(stilstand.Id, Dag("2026-08-07"), Beleid, loop.Op("2026-08-07").Nu);

        // From 5 May to 20 August are 108 days; 15 May and 108 days are 31 August.
        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-08-31"));
        loop.Aanvraag.ToegezegdeDatum.ShouldBe(Dag("2026-09-14"));
    }

    [Fact]
    public void A_delay_while_the_term_stands_still_promises_a_day_that_lies_ahead()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-04", null);

        loop.Op("2026-08-03").Aanvraag.StelUit(1, "Druk.", loop.Nu);

        // On 4 May 11 days were left of the 14; 3 August and 11 days are 14 August, and a week more is 21 August.
        loop.Aangekondigd()[^1].ShouldBeOfType<UitstelAangekondigd>().ToegezegdeDatum.ShouldBe(Dag("2026-08-21"));
    }

    [Fact]
    public void A_corrected_receipt_that_ends_the_term_before_a_suspension_lets_a_notice_count()
    {
        var loop = new Loop().Op("2026-05-15");
        loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-15", null);
        loop.Op("2026-05-20").Aanvraag.CorrigeerOntvangst(Dag("2026-04-28"), "In de bus.", Beleid, loop.Nu);

        loop.Aanvraag.StelInGebreke(Dag("2026-05-20"), 1, null, Beleid, loop.Nu);

        // Received on 28 April, the term ended on 12 May, before the force majeure of 15 May.
        loop.Aangekondigd()[^1].ShouldBeOfType<IngebrekestellingOntvangen>().Oordeel.ShouldBe(Ingebrekestellingsoordeel.Geldig);
    }

    [Fact]
    public void A_corrected_day_of_receipt_moves_the_term_and_the_promise()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Aanvraag.StelUit(1, "Druk.", loop.Nu);
        loop.Aanvraag.ToegezegdeDatum.ShouldBe(Dag("2026-05-22"));
        loop.Aangekondigd();

        loop.Aanvraag.CorrigeerOntvangst(Dag("2026-04-28"), "De brief lag in de brievenbus.", Beleid, loop.Nu);

        loop.Aanvraag.Uiterlijk.ShouldBe(Dag("2026-05-12"));
        loop.Aanvraag.ToegezegdeDatum.ShouldBe(Dag("2026-05-19"));
        var gecorrigeerd = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvraagontvangstGecorrigeerd>();
        (gecorrigeerd.Was, gecorrigeerd.OntvangenOp, gecorrigeerd.Termijn.Uiterlijk, gecorrigeerd.ToegezegdeDatum)
            .ShouldBe((Dag("2026-05-01"), Dag("2026-04-28"), Dag("2026-05-12"), (DateOnly?)Dag("2026-05-19")));
    }

    [Fact]
    public void An_aanvraag_is_not_received_after_what_was_done_with_it()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Vraag("2026-05-18", "Een offerte");

        Geweigerd(() => loop.Op("2026-05-06").Aanvraag.CorrigeerOntvangst(Dag("2026-05-05"), "Later.", Beleid, loop.Nu))
            .ShouldBe((422, "ontvangst-te-laat"));
        Geweigerd(() => loop.Aanvraag.CorrigeerOntvangst(Dag("2026-05-01"), "Zo was het al.", Beleid, loop.Nu))
            .ShouldBe((422, "niets-gewijzigd"));
    }

    [Fact]
    public void An_aanvraag_is_not_received_before_its_verslag()
    {
        var loop = new Loop().Op("2026-05-04");

        Geweigerd(() => loop.Aanvraag.CorrigeerOntvangst(Dag("2025-04-28"), "Een jaar eerder.", Beleid, loop.Nu))
            .ShouldBe((422, "ontvangst-voor-verslag"));
    }

    [Fact]
    public void A_part_that_is_withdrawn_is_not_decided_any_more()
    {
        var loop = new Loop(Voorbeelden.Zin(), Voorbeelden.Zin()).Op("2026-05-04");
        var weg = loop.Gevraagd[0].VoorzieningId;

        loop.Aanvraag.TrekIn([weg], Dag("2026-05-04"), Beleid, loop.Nu);

        var ingetrokken = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<AanvraagIngetrokken>();
        (ingetrokken.Geheel, ingetrokken.Voorzieningen.Single()).ShouldBe((false, weg));
        Geweigerd(() => loop.Aanvraag.TrekIn([weg], Dag("2026-05-04"), Beleid, loop.Nu)).ShouldBe((404, "niet-gevonden"));
        loop.Beslis(Uitkomst.Toekennen).MaakBekend().Aangekondigd().OfType<BeschikkingBekendgemaakt>().Single()
            .Voorzieningen.Single().VoorzieningId.ShouldBe(loop.Gevraagd[1].VoorzieningId);
    }

    [Fact]
    public void Who_withdraws_all_gets_no_decision_and_nothing_more_happens()
    {
        var loop = new Loop().Op("2026-05-04");
        loop.Vraag("2026-05-18", "Een offerte");

        loop.Aanvraag.TrekIn(null, Dag("2026-05-04"), Beleid, loop.Nu);

        loop.Aangekondigd()[^1].ShouldBeOfType<AanvraagIngetrokken>().Geheel.ShouldBeTrue();
        loop.Aanvraag.WachtTot.ShouldBeNull();
        Geweigerd(() => loop.Beslis(Uitkomst.Toekennen)).ShouldBe((409, "aanvraag-ingetrokken"));
        loop.Op("2026-06-01").HoudBij().Aangekondigd().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_decided_is_not_asked_to_be_completed()
    {
        var loop = new Loop().Op("2026-05-04").Beslis(Uitkomst.Toekennen);

        Geweigerd(() => loop.Vraag("2026-05-18", "Een offerte")).ShouldBe((409, "al-besloten"));
        Geweigerd(() => loop.SchortOp(Opschortingsgrond.Overmacht, "2026-05-04", null)).ShouldBe((409, "al-besloten"));
    }
}
