using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A decision after the first one (Wmo 2015 art. 2.3.10). The days are literals: the first decision is of Monday 11 May 2026, and the
/// help is granted from 1 June 2026 to 31 May 2027.
/// </summary>
public sealed class HerzieningTests
{
    private static readonly Verandering Minder = new(new(2026, 10, 1), Omvang: new(60, "01", "2"));
    private static readonly NietGehoord EerderGehoord = new(Zonderhorengrond.EerderGehoord, "Er is niets nieuws.");
    private static readonly Verandering Stop = new(new(2026, 10, 1), Einde: true);

    // ------------------------------------------------------------------------------------------ one thing through all decisions

    [Fact]
    public void A_decision_adds_a_stand_and_announces_all_parts_past_ones_too()
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);
        loop.Beslis(herziening).MaakBekend(herziening);

        loop.Delen.ShouldBe([("2026-06-01", "2026-09-30", 120m), ("2026-10-01", "2027-05-31", 60m)]);
        var besluit = Herzieningsloop.Aangekondigd(loop.Voorziening).OfType<VoorzieningGewijzigd>().ShouldHaveSingleItem();
        (besluit.Stand, besluit.Soort, besluit.BekendgemaaktOp).ShouldBe((2, Besluitsoort.Herziening, Dag("2026-08-03")));
        besluit.Bezwaartermijn!.Uiterlijk.ShouldBe(Dag("2026-09-14")); // six weeks after Monday 3 August
        besluit.Delen.ShouldBe(loop.Voorziening.Delen);
        loop.Voorziening.Standen.Select(s => s.Stand).ShouldBe([1, 2]);
        loop.Voorziening.Standen[0].Delen.Count.ShouldBe(1);
    }

    [Fact]
    public void An_extension_of_the_same_help_stays_one_part()
    {
        var loop = new Herzieningsloop().Op("2027-03-01");
        var herziening = loop.Begin(Herzieningsgrond.InOvereenstemming, new(new(2027, 6, 1), Einddatum: new(2027, 8, 31)), "2027-03-01");
        loop.Beslis(herziening).MaakBekend(herziening);

        loop.Delen.ShouldBe([("2026-06-01", "2027-08-31", 120m)]);
    }

    [Fact]
    public void A_refused_voorziening_can_be_granted_later()
    {
        var loop = new Herzieningsloop(uitkomst: Uitkomst.Afwijzen).Op("2026-08-03");
        loop.Delen.ShouldBeEmpty();
        var herziening = loop.Begin(Herzieningsgrond.NietMeerToereikend, new(new(2026, 8, 10)));
        loop.Beslis(herziening).MaakBekend(herziening);

        loop.Delen.ShouldBe([("2026-08-10", "2027-05-31", 120m)]);
    }

    [Fact]
    public void Help_in_kind_becomes_a_pgb_the_next_day_without_gap_or_overlap()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.OpVerzoek,
            new(new(2026, 10, 1), Leveringsvorm: Leveringsvorm.Pgb, Budget: 4000m), "2026-08-03");

        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((422, "pgb-toets-ontbreekt"));
        Geweigerd(() => loop.Beslis(herziening, pgbAkkoord: false)).ShouldBe((422, "niet-pgb-vaardig"));
        loop.Beslis(herziening, pgbAkkoord: true).MaakBekend(herziening, pgbAkkoord: true);

        loop.Delen.ShouldBe([("2026-06-01", "2026-09-30", 120m), ("2026-10-01", "2027-05-31", 4000m)]);
        loop.Voorziening.Delen[1].Agb.ShouldBeNull();
    }

    [Fact]
    public void A_pgb_part_that_gets_shorter_may_get_another_amount()
    {
        var loop = new Herzieningsloop(Pgb(), budget: 9000m).Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.OpVerzoek,
            new(new(2026, 10, 1), Budget: 8000m, BudgetTotDan: 3000m), "2026-08-03");
        loop.Beslis(herziening).MaakBekend(herziening);

        loop.Delen.ShouldBe([("2026-06-01", "2026-09-30", 3000m), ("2026-10-01", "2027-05-31", 8000m)]);
    }

    // ------------------------------------------------------------------------------------------ heard first (Awb 4:8)

    [Fact]
    public void Who_gets_less_is_heard_first()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);

        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((409, "eerst-horen"));
        Geweigerd(() => loop.NeemVoor(herziening, "2026-08-16")).ShouldBe((422, "termijn-te-kort"));
        loop.NeemVoor(herziening, "2026-08-17"); // fourteen days after Monday 3 August
        Geweigerd(() => loop.Op("2026-08-17").Beslis(herziening)).ShouldBe((409, "zienswijze-loopt-nog"));
        loop.Op("2026-08-18").Beslis(herziening);
        herziening.Status.ShouldBe(Herzieningstatus.Besloten);
    }

    [Fact]
    public void An_answer_need_not_be_waited_for_until_the_last_day()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);
        Geweigerd(() => loop.NeemZienswijze(herziening, "2026-08-03")).ShouldBe((409, "geen-voornemen"));
        loop.NeemVoor(herziening, "2026-08-17").Op("2026-08-05").NeemZienswijze(herziening, "2026-08-04");

        loop.Beslis(herziening);
        herziening.Status.ShouldBe(Herzieningstatus.Besloten);
    }

    [Fact]
    public void An_exception_to_hearing_is_one_of_the_law_with_a_reason()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Minder);

        loop.Beslis(herziening, nietGehoord: EerderGehoord);
        herziening.Status.ShouldBe(Herzieningstatus.Besloten);
        herziening.NietGehoord.ShouldBe(EerderGehoord);
    }

    [Fact]
    public void Who_gets_more_need_not_be_heard_and_gets_it_at_once()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerToereikend, new(new(2026, 8, 3), Omvang: new(180, "01", "2")));
        loop.Beslis(herziening).MaakBekend(herziening);

        loop.Delen.ShouldBe([("2026-06-01", "2026-08-02", 120m), ("2026-08-03", "2027-05-31", 180m)]);
    }

    // ------------------------------------------------------------------------------------------ back in time (2.3.8, 2.3.10)

    [Theory]
    [InlineData(Herzieningsgrond.NietMeerAangewezen)]
    [InlineData(Herzieningsgrond.NietMeerToereikend)]
    [InlineData(Herzieningsgrond.VoorwaardenNietNageleefd)]
    [InlineData(Herzieningsgrond.NietOfAndersGebruikt)]
    public void Less_help_never_goes_back_in_time_without_fault_of_the_person(Herzieningsgrond grond)
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, grond, new(new(2026, 7, 1), Einde: true));

        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((422, "niet-terug"));
    }

    [Fact]
    public void Less_help_begins_after_a_fair_transition_of_six_weeks()
    {
        var loop = new Herzieningsloop();
        var teVroeg = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, new(new(2026, 9, 13), Einde: true));
        Geweigerd(() => loop.Beslis(teVroeg)).ShouldBe((422, "overgang-te-kort"));
        loop.Vervalt(teVroeg, doorInwoner: false);

        loop = new Herzieningsloop();
        var goed = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, new(new(2026, 9, 14), Einde: true)); // 42 days after 3 August
        loop.Beslis(goed).MaakBekend(goed);
        loop.Delen.ShouldBe([("2026-06-01", "2026-09-13", 120m)]);
    }

    [Fact]
    public void Incorrect_data_take_help_back_from_the_first_day_with_a_reason()
    {
        var loop = new Herzieningsloop();
        var zonderReden = Gehoord(loop, Herzieningsgrond.OnjuisteGegevens, new(new(2026, 6, 1), Einde: true));
        Geweigerd(() => loop.Beslis(zonderReden)).ShouldBe((422, "reden-terug-ontbreekt"));

        loop = new Herzieningsloop();
        var herziening = Gehoord(loop, Herzieningsgrond.OnjuisteGegevens, new(new(2026, 6, 1), Einde: true), "De inwoner was verhuisd.");
        loop.Beslis(herziening).MaakBekend(herziening);
        loop.Delen.ShouldBeEmpty();
        Herzieningsloop.Aangekondigd(loop.Voorziening).OfType<VoorzieningGewijzigd>().Single().Soort.ShouldBe(Besluitsoort.Intrekking);
    }

    [Fact]
    public void Who_knew_what_had_to_be_reported_loses_help_from_that_day()
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(
            loop, Herzieningsgrond.NietMeerAangewezen, new(new(2026, 7, 1), Einde: true), "De inwoner woont al in een instelling.");
        loop.Beslis(herziening).MaakBekend(herziening);

        loop.Delen.ShouldBe([("2026-06-01", "2026-06-30", 120m)]);
    }

    // ------------------------------------------------------------------------------------------ opzeggen

    [Fact]
    public void An_opzegging_is_confirmed_by_a_consulent_and_ends_the_help_after_its_last_day()
    {
        var loop = new Herzieningsloop();
        var opzegging = loop.Opgezegd("2026-09-01", "2026-08-03");
        Herzieningsloop.Aangekondigd(opzegging).OfType<WijzigingGevraagd>().ShouldHaveSingleItem().Einde.ShouldBeTrue();
        loop.Beslis(opzegging, consulent: true).MaakBekend(opzegging);

        loop.Delen.ShouldBe([("2026-06-01", "2026-08-31", 120m)]);
        loop.Voorziening.Standen[^1].Soort.ShouldBe(Besluitsoort.OpVerzoek);
    }

    [Fact]
    public void An_opzegging_does_not_end_help_before_it_was_said()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");

        Geweigerd(() => loop.Begin(Herzieningsgrond.OpVerzoek, new(Dag("2026-07-01"), Einde: true), "2026-08-03"))
            .ShouldBe((422, "niet-terug"));
    }

    [Fact]
    public void The_person_takes_an_opzegging_back_before_it_is_confirmed()
    {
        var loop = new Herzieningsloop();
        var opzegging = loop.Opgezegd("2026-09-01", "2026-08-03");
        loop.Vervalt(opzegging, doorInwoner: true);

        opzegging.Status.ShouldBe(Herzieningstatus.Vervallen);
        Geweigerd(() => loop.Beslis(opzegging)).ShouldBe((409, "herziening-vervallen"));
    }

    [Fact]
    public void The_person_takes_a_confirmed_opzegging_back_until_its_last_day()
    {
        var loop = new Herzieningsloop();
        var opzegging = loop.Opgezegd("2026-09-01", "2026-08-03");
        loop.Beslis(opzegging, consulent: true).MaakBekend(opzegging).Op("2026-08-31").Herroep(opzegging);

        loop.Delen.ShouldBe([("2026-06-01", "2027-05-31", 120m)]);
        loop.Voorziening.Standen.Select(s => s.Stand).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Help_that_has_stopped_does_not_come_back_by_taking_the_opzegging_back()
    {
        var loop = new Herzieningsloop();
        var opzegging = loop.Opgezegd("2026-09-01", "2026-08-03");
        loop.Beslis(opzegging, consulent: true).MaakBekend(opzegging).Op("2026-09-01");

        Geweigerd(() => loop.Herroep(opzegging)).ShouldBe((422, "hulp-is-gestopt"));
    }

    [Fact]
    public void The_person_takes_back_only_what_the_person_asked()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");
        var herziening = loop.Begin(Herzieningsgrond.NietMeerAangewezen, Stop);

        Geweigerd(() => loop.Vervalt(herziening, doorInwoner: true)).ShouldBe((409, "niet-van-de-inwoner"));
    }

    // ------------------------------------------------------------------------------------------ mandate

    [Fact]
    public void Less_help_needs_a_mandate_for_its_kind_and_its_amount()
    {
        // 60 minutes a week from 1 October to 31 May are 35 weeks at most, at 68.29 euros an hour: 2390.15 euros.
        var loop = MetBeleid(new("de teamleider", ["beslisser-2"], new([Besluituitkomst.Verminderen], [])),
            new("elke beslisser", [], new([Besluituitkomst.Toekennen], [])));
        var herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);
        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((422, "buiten-mandaat"));

        loop = MetBeleid(new Mandaat("elke beslisser", [], new([], [], TotEnMet: 2300m)));
        herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);
        Geweigerd(() => loop.Beslis(herziening)).ShouldBe((422, "buiten-mandaat"));

        loop = MetBeleid(new Mandaat("elke beslisser", [], new([Besluituitkomst.Verminderen], ["02"], TotEnMet: 2500m)));
        herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);
        loop.Beslis(herziening).MaakBekend(herziening);
    }

    [Fact]
    public void An_end_of_help_is_a_kind_of_its_own_and_more_help_a_grant()
    {
        var loop = MetBeleid(new Mandaat("elke beslisser", [], new([Besluituitkomst.Toekennen], [])));
        Geweigerd(() => loop.Beslis(Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Stop))).ShouldBe((422, "buiten-mandaat"));

        loop = MetBeleid(new Mandaat("elke beslisser", [], new([Besluituitkomst.Toekennen], []))).Op("2026-08-03");
        loop.Beslis(loop.Begin(Herzieningsgrond.NietMeerToereikend, new(new(2026, 8, 3), Omvang: new(180, "01", "2"))));
    }

    [Fact]
    public void A_claim_needs_a_mandate_for_its_amount()
    {
        var loop = MetBeleid(new("elke beslisser", [], new([Besluituitkomst.Intrekken], [])),
            new("elke beslisser", [], new([Besluituitkomst.Terugvorderen], [], TotEnMet: 500m)));
        var herziening = Gehoord(loop, Herzieningsgrond.OnjuisteGegevens, new(new(2026, 6, 1), Einde: true), "De inwoner was verhuisd.");
        loop.Beslis(herziening).MaakBekend(herziening);

        Geweigerd(() => loop.VorderTerug(herziening, 500.01m)).ShouldBe((422, "buiten-mandaat"));
        loop.VorderTerug(herziening, 500m);
    }

    [Fact]
    public void What_needs_four_eyes_waits_for_another_person_and_again_after_a_change()
    {
        var loop = MetVierogen(new Besluitgroep([Besluituitkomst.Verminderen], []));
        var herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);
        Geweigerd(() => loop.KeurGoed(herziening, "beslisser-2")).ShouldBe((409, "nog-geen-besluit"));
        loop.Beslis(herziening);
        Herzieningsloop.Aangekondigd(herziening).OfType<HerzieningBesloten>().Single().TweedeNodig.ShouldBeTrue();

        Geweigerd(() => loop.MaakBekend(herziening)).ShouldBe((409, "tweede-beoordeling-nodig"));
        Geweigerd(() => loop.KeurGoed(herziening, "beslisser-1")).ShouldBe((422, "eigen-werk"));
        loop.KeurGoed(herziening, "beslisser-2");
        Geweigerd(() => loop.KeurGoed(herziening, "beslisser-2")).ShouldBe((409, "al-goedgekeurd"));
        loop.Beslis(herziening);
        Geweigerd(() => loop.MaakBekend(herziening)).ShouldBe((409, "tweede-beoordeling-nodig"));
        loop.KeurGoed(herziening, "beslisser-2");
        loop.MaakBekend(herziening);
        Herzieningsloop.Aangekondigd(herziening).OfType<HerzieningGoedgekeurd>().Count().ShouldBe(2);
    }

    [Fact]
    public void What_the_person_asked_needs_no_four_eyes_for_taking_away()
    {
        var loop = MetVierogen(new Besluitgroep([Besluituitkomst.Verminderen, Besluituitkomst.Intrekken], []));
        var opzegging = loop.Opgezegd("2026-09-01", "2026-08-03");
        loop.Beslis(opzegging, consulent: true).MaakBekend(opzegging);

        opzegging.Status.ShouldBe(Herzieningstatus.Bekendgemaakt);
    }

    private static Herzieningsloop MetBeleid(params Mandaat[] mandaten) => new() { Regels = Met(new(mandaten, [])) };

    private static Herzieningsloop MetVierogen(params Besluitgroep[] groepen) => new() { Regels = Met(new([], groepen)) };

    private static Tabel<Gemeentebeleid> Met(Besluitbeleid besluiten) => new(Gemeentebeleid.Tabelnaam, new Rij<Gemeentebeleid>(
        new(2026, 1, 1), null, Beleid.Op(Dag("2026-05-01")).Waarde with
        {
            Besluiten = besluiten,
            Zintarieven = new Dictionary<string, decimal> { ["02T21"] = 68.29m },
        }, "test"));

    [Fact]
    public void A_consulent_does_not_decide_on_less_help()
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);

        Geweigerd(() => loop.Beslis(herziening, consulent: true)).ShouldBe((422, "buiten-mandaat"));
    }

    [Fact]
    public void Nobody_decides_on_their_own_help()
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);

        Geweigerd(() => loop.Beslis(herziening, bsn: Inwoner)).ShouldBe((422, "eigen-aanvraag"));
    }

    // ------------------------------------------------------------------------------------------ what a change is

    [Fact]
    public void A_change_that_changes_nothing_is_refused()
    {
        var loop = new Herzieningsloop().Op("2026-08-03");

        Geweigerd(() => loop.Begin(Herzieningsgrond.InOvereenstemming, new(new(2026, 10, 1), Omvang: new(120, "01", "2")), "2026-08-03"))
            .ShouldBe((422, "niets-gewijzigd"));
        Geweigerd(() => loop.Begin(Herzieningsgrond.NietMeerAangewezen, Stop with { Einddatum = new(2026, 12, 31) }))
            .ShouldBe((422, "einde-of-wijziging"));
        Geweigerd(() => loop.Begin(Herzieningsgrond.NietMeerToereikend, new(new(2026, 10, 1), Einddatum: new(2026, 9, 1))))
            .ShouldBe((422, "einde-voor-begin"));
        Geweigerd(() => loop.Begin(Herzieningsgrond.OpVerzoek, new(new(2026, 10, 1), Leveringsvorm: Leveringsvorm.Pgb), "2026-08-03"))
            .ShouldBe((422, "budget-ontbreekt"));
        Geweigerd(() => loop.Begin(Herzieningsgrond.InOvereenstemming, Minder)).ShouldBe((422, "dag-van-de-wens-ontbreekt"));
    }

    [Fact]
    public void A_decision_is_made_known_once_and_after_it_was_taken()
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, Herzieningsgrond.NietMeerAangewezen, Minder);
        Geweigerd(() => loop.MaakBekend(herziening)).ShouldBe((409, "nog-geen-besluit"));
        loop.Beslis(herziening).MaakBekend(herziening);

        Geweigerd(() => loop.MaakBekend(herziening)).ShouldBe((409, "al-bekendgemaakt"));
        loop.Voorziening.Standen.Count.ShouldBe(2);
    }

    // ------------------------------------------------------------------------------------------ terugvordering (2.4.1)

    [Fact]
    public void Money_is_claimed_back_after_a_decision_on_incorrect_data_and_paid_in_parts()
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, Herzieningsgrond.OnjuisteGegevens, new(new(2026, 6, 1), Einde: true), "De inwoner was verhuisd.");
        loop.Beslis(herziening);
        Geweigerd(() => loop.VorderTerug(herziening)).ShouldBe((409, "eerst-herzien"));
        loop.MaakBekend(herziening);
        var vordering = loop.VorderTerug(herziening);

        var besloten = Herzieningsloop.Aangekondigd(herziening).OfType<TerugvorderingBesloten>().ShouldHaveSingleItem();
        besloten.Betaaltermijn.Uiterlijk.ShouldBe(Dag("2026-09-14")); // six weeks after Monday 3 August
        loop.Op("2026-09-01").Ontvang(herziening, vordering.Id, 200m, "2026-09-01");
        Geweigerd(() => loop.Ontvang(herziening, vordering.Id, 301m, "2026-09-01")).ShouldBe((422, "meer-dan-open"));
        loop.Ontvang(herziening, vordering.Id, 300m, "2026-09-01");
        Herzieningsloop.Aangekondigd(herziening).OfType<TerugvorderingVoldaan>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Herzieningsgrond.NietMeerAangewezen)]
    [InlineData(Herzieningsgrond.NietMeerToereikend)]
    [InlineData(Herzieningsgrond.VoorwaardenNietNageleefd)]
    [InlineData(Herzieningsgrond.NietOfAndersGebruikt)]
    public void Nothing_is_claimed_back_on_another_ground(Herzieningsgrond grond)
    {
        var loop = new Herzieningsloop();
        var herziening = Gehoord(loop, grond, Stop);
        loop.Beslis(herziening).MaakBekend(herziening);

        Geweigerd(() => loop.VorderTerug(herziening)).ShouldBe((409, "geen-grond-voor-terugvordering"));
    }

    /// <summary>Intended on Friday 17 July 2026, answerable until Friday 31 July. The decision is taken on Monday 3 August 2026.</summary>
    private static Herziening Gehoord(Herzieningsloop loop, Herzieningsgrond grond, Verandering verandering, string? redenTerug = null)
    {
        var herziening = loop.Op("2026-07-17").Begin(grond, verandering, redenTerug: redenTerug);
        loop.NeemVoor(herziening, "2026-07-31").Op("2026-08-03");
        return herziening;
    }
}
