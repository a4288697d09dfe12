using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

public class AanZetTests
{
    [Fact]
    public void From_melding_to_signed_verslag_the_next_step_is_always_named()
    {
        var v = Verhaal.Gemeld();
        v.Stand.Wie.ShouldBe(Wie.Gemeente);
        Bij(v.InOnderzoek(), Dossierstatus.InOnderzoek, Wie.Consulent, "plant een gesprek");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 6, 15), "six weeks after 4 May");
        v.Dan(new GesprekGepland(v.GesprekId, new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero), Gespreksplaats.Thuis));
        Bij(v, Dossierstatus.InOnderzoek, Wie.Consulent, "gesprek op 12 mei 2026");
        Bij(v.Dan(new GesprekGevoerd(v.GesprekId, new(2026, 5, 12), false)), Dossierstatus.InOnderzoek, Wie.Consulent, "beoordeelt");
        Bij(v.Dan(new IndicatieGesteld(v.VoorzieningId, Verhaal.Product, Verhaal.Omvang, Verhaal.Periode)), Dossierstatus.InOnderzoek,
            Wie.Consulent, "keuze");
        Bij(v.Dan(new LeveringsvormGekozen(v.VoorzieningId, v.PersoonId, Verhaal.Wijkteam, Leveringsvorm.Zin, Verhaal.Agb)),
            Dossierstatus.InOnderzoek, Wie.Consulent, "stelt het verslag vast");
        Bij(v.Dan(new VerslagVastgesteld(v.Vandaag, 1)), Dossierstatus.VerslagBijInwoner, Wie.Inwoner, "ondertekent");
        Bij(v.Dan(new VerslagTeruggestuurd(v.Vandaag)), Dossierstatus.InOnderzoek, Wie.Consulent, "opmerkingen");
    }

    [Fact]
    public void From_aanvraag_to_stop_with_a_provider_the_next_step_is_always_named()
    {
        var v = Verhaal.Gemeld();
        Bij(v.Aangevraagd(Leveringsvorm.Zin), Dossierstatus.Aanvraag, Wie.Beslisser, "besluit");
        v.Stand.Uiterlijk.ShouldNotBeNull("the two weeks run");
        Bij(v.Beschikt(Leveringsvorm.Zin), Dossierstatus.Toegekend, Wie.Gemeente, "wijst de hulp toe");
        Bij(v.Toegewezen(), Dossierstatus.Toegekend, Wie.Aanbieder, "klopt");
        Bij(v.Dan(new ToewijzingGeaccepteerd(v.VoorzieningId, 1, Verhaal.Agb)), Dossierstatus.Toegekend, Wie.Aanbieder, "begint");
        Bij(v.Dan(new ZorgTijdelijkGestopt(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpTijdelijkGestopt, Wie.Aanbieder,
            "meldt");
        Bij(v.Dan(new ZorgGestopt(v.VoorzieningId, 1, v.Vandaag, "19", v.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpGestopt, Wie.Consulent, "wat er nodig is");
        Bij(Verhaal.Zin(), Dossierstatus.HulpGestopt, Wie.Niemand, "niets meer");
    }

    [Fact]
    public void An_urgent_case_is_decided_first_and_the_onderzoek_goes_on_beside_it()
    {
        var v = Verhaal.Gemeld(spoed: true).InOnderzoek();
        Bij(v, Dossierstatus.InOnderzoek, Wie.Consulent, "beslist met spoed");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 6), "one working day after Monday 4 May; 5 May is a holiday");
        Bij(v.MetSpoed(), Dossierstatus.InOnderzoek, Wie.Consulent, "plant een gesprek");
        v.Beeld.Termijnen.Single(t => t.Soort == "spoed").VoldaanOp.ShouldBe(v.Vandaag);
        v.Beeld.Termijnen.Count(t => t.Soort == "bezwaar").ShouldBe(1);
    }

    [Fact]
    public void A_bridge_is_a_task_until_it_is_taken_or_not_needed_any_more()
    {
        var v = Verhaal.Gemeld();
        v.Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen()
            .Dan(new ToewijzingGeaccepteerd(v.VoorzieningId, 1, Verhaal.Agb))
            .Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern))
            .Dan(new EindeVoorzieningNadert(v.VoorzieningId, Verhaal.Periode.Einddatum), door: "de voorziening");
        Bij(v, Dossierstatus.HulpLoopt, Wie.Consulent, "bespreekt met de inwoner of er daarna");
        v.Dan(new OverbruggingAangeboden(v.VoorzieningId, Verhaal.Periode.Einddatum, "M-2026-000002"), door: "de voorziening");
        Bij(v, Dossierstatus.HulpLoopt, Wie.Consulent, "laat de hulp tijdelijk doorlopen");
        v.Stand.Uiterlijk.ShouldBe(Verhaal.Periode.Einddatum);
        v.Dan(new OverbruggingVervallen(v.VoorzieningId, v.Vandaag), door: "de voorziening");
        v.Stand.Wie.ShouldNotBe(Wie.Consulent);
        v.Dan(new OverbruggingAangeboden(v.VoorzieningId, Verhaal.Periode.Einddatum, "M-2026-000002"), door: "de voorziening")
            .Gewijzigd(Leveringsvorm.Zin, Verhaal.Periode.Einddatum.AddDays(182), Besluitsoort.Overbrugging);
        v.Stand.Wie.ShouldNotBe(Wie.Consulent);
    }

    [Fact]
    public void A_later_decision_with_four_eyes_waits_for_a_second_beslisser()
    {
        var v = Verhaal.Gemeld();
        v.Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen()
            .Dan(new HerzieningBesloten("H-2026-000001", v.VoorzieningId, "B-2026-000009", v.Vandaag) { TweedeNodig = true },
                door: "de herziening");
        Bij(v, Dossierstatus.Toegekend, Wie.Beslisser, "tweede beslisser");
        v.Dan(new HerzieningGoedgekeurd("H-2026-000001", v.VoorzieningId, "B-2026-000009", v.Vandaag), door: "de herziening");
        Bij(v, Dossierstatus.Toegekend, Wie.Beslisser, "maakt het besluit over de hulp bekend");
    }

    [Fact]
    public void Temporary_help_keeps_a_zaak_open_until_somebody_decided_to_end_it()
    {
        var v = Verhaal.Gemeld(spoed: true).InOnderzoek().MetSpoed();
        v.Dan(new ZorgToegewezen(v.Tijdelijk, 1, Verhaal.Agb, "WMO301-1"), door: "de toewijzing")
            .Dan(new ZorgGestart(v.Tijdelijk, 1, v.Vandaag, v.Hulp, Verhaal.Kern), door: "de toewijzing")
            .Dan(new MeldingIngetrokken(v.Vandaag)).Dan(new OnderzoekGestopt(Stopreden.MeldingIngetrokken, v.Vandaag));
        v.Stand.Status.ShouldBe(Dossierstatus.HulpLoopt);
        v.Dan(new TijdelijkeHulpZonderAanvraag(v.Tijdelijk, ZonderAanvraagreden.MeldingIngetrokken, v.Vandaag), door: "de tijdelijke hulp");
        Bij(v, Dossierstatus.HulpLoopt, Wie.Consulent, "geen besluit op een aanvraag");
        v.Dan(new HerzieningVoorgenomen("H-2026-000001", v.Tijdelijk, Herzieningsgrond.NietMeerAangewezen, v.Vandaag, true,
            new("zienswijze", v.Vandaag, v.Vandaag.AddDays(14), "Awb art. 4:8"), new("Er komt geen aanvraag.")), door: "de herziening");
        Bij(v, Dossierstatus.HulpLoopt, Wie.Beslisser, "wacht de reactie");
        v.Dan(new HerzieningVervallen("H-2026-000001", v.Tijdelijk, v.Vandaag, DoorInwoner: false), door: "de herziening");
        Bij(v, Dossierstatus.HulpLoopt, Wie.Consulent, "geen besluit op een aanvraag");
    }

    [Theory]
    [InlineData(Brpsignaal.AndereGemeente, "andere gemeente")]
    [InlineData(Brpsignaal.NietIngezetene, "niet in Nederland")]
    [InlineData(Brpsignaal.VerblijftNietOpAdres, "niet op het adres")]
    [InlineData(Brpsignaal.BijhoudingOpgeschort, "niet meer bij")]
    [InlineData(Brpsignaal.OnderCuratele, "curator")]
    [InlineData(Brpsignaal.OnderGezag, "met gezag")]
    [InlineData(Brpsignaal.Overleden, "nabestaanden")]
    public void What_the_BRP_says_beside_the_personal_data_is_told_to_the_consulent(Brpsignaal signaal, string wat)
    {
        var v = Verhaal.Gemeld();
        v.Dan(new OnderzoekGeopend("M-2026-000001", new("onderzoek", v.Vandaag, v.Vandaag.AddDays(42), "Wmo 2015 art. 2.3.2 lid 1")));
        Bij(v.Dan(new PersoonsgegevensVastgesteld(v.PersoonId, false, Verhaal.Persoon) { Signalen = [signaal] }),
            Dossierstatus.InOnderzoek, Wie.Consulent, wat);
    }

    [Theory]
    [InlineData(Brpsignaal.AndereGemeente, "Tot dan loopt de hulp door")]
    [InlineData(Brpsignaal.NietIngezetene, "Tot dan loopt de hulp door")]
    [InlineData(Brpsignaal.VerblijftNietOpAdres, "waar de inwoner verblijft")]
    [InlineData(Brpsignaal.NummerVervallen, "welk BSN")]
    [InlineData(Brpsignaal.Onleesbaar, "Burgerzaken")]
    public void What_changes_at_the_BRP_while_help_runs_is_a_task_until_it_is_answered(Brpsignaal signaal, string wat)
    {
        var v = Lopend();
        Bij(v.Dan(Gewijzigd(v, signaal)), Dossierstatus.HulpLoopt, Wie.Consulent, wat);
        Bij(v.Dan(Gewijzigd(v)), Dossierstatus.HulpLoopt, Wie.Niemand, "niets te gebeuren");
    }

    [Theory]
    [InlineData(Brpsignaal.OnderCuratele, "curator")]
    [InlineData(Brpsignaal.OnderGezag, "met gezag")]
    [InlineData(Brpsignaal.BijhoudingOpgeschort, "niet meer bij")]
    public void A_fact_about_the_person_that_asks_for_no_step_stands_beside_it_while_help_runs(Brpsignaal signaal, string wat)
    {
        var v = Lopend();
        Bij(v.Dan(Gewijzigd(v, signaal)), Dossierstatus.HulpLoopt, Wie.Niemand, wat);
        v.Stand.Wat.ShouldContain("niets te gebeuren");
    }

    [Fact]
    public void A_death_while_help_runs_is_no_task_of_its_own()
    {
        var v = Lopend();
        Bij(v.Dan(Gewijzigd(v, Brpsignaal.Overleden)), Dossierstatus.HulpLoopt, Wie.Niemand, "");
    }

    [Fact]
    public void A_death_that_was_a_mistake_is_a_task_until_help_is_arranged_again()
    {
        var v = Lopend();
        v.Dan(Gewijzigd(v, Brpsignaal.Overleden)).Dan(new ZorgAfgelopen(v.VoorzieningId, 1, v.Vandaag, v.Hulp with { Afgelopen = true },
            Verhaal.Kern));
        Bij(v.Dan(Gewijzigd(v)), Dossierstatus.HulpGestopt, Wie.Consulent, "regelt de hulp opnieuw");
        v.Dan(new ZorgAfgesproken(v.VoorzieningId, 2, v.Hulp, Verhaal.Kern));
        v.Stand.Wat.ShouldNotContain("regelt de hulp opnieuw");
    }

    [Fact]
    public void The_end_of_help_by_hand_is_told_by_the_backoffice()
    {
        var v = Lopend();
        v.Dan(Gewijzigd(v, Brpsignaal.Overleden));
        Bij(v.Dan(new ToewijzingGewijzigd(v.VoorzieningId, 1, Verhaal.Agb, Verhaal.Periode, Verhaal.Omvang, "02") { MetDeHand = true }),
            Dossierstatus.HulpLoopt, Wie.Backoffice, "met de hand door");
    }

    [Theory]
    [InlineData("21", "vraagt de inwoner of dat zo is")]
    [InlineData("22", "zelf gestopt, en de hulp is nog wel toegekend")]
    public void The_report_of_a_provider_that_stops_early_ends_no_right(string reden, string wat)
    {
        var v = Lopend();
        Bij(v.Dan(new ZorgGestopt(v.VoorzieningId, 1, v.Vandaag, reden, v.Hulp, Verhaal.Kern)), Dossierstatus.HulpGestopt,
            Wie.Consulent, wat);
    }

    [Theory]
    [InlineData("21", Stopvraag.InwonerVragen, "navraag-stop")]
    [InlineData("22", Stopvraag.AndereAanbieder, "andere-aanbieder")]
    public void An_early_stop_is_a_task_with_a_term_until_it_is_answered(string reden, Stopvraag vraag, string soort)
    {
        var v = Gestopt(reden, vraag, soort);
        v.Stand.Uiterlijk.ShouldBe(new(2026, 6, 15));
        var termijn = v.Beeld.Termijnen.Single(t => t.Soort == soort);
        (termijn.Uiterlijk, termijn.Loopt, termijn.Grondslag).ShouldBe((new(2026, 6, 15), true, "Servicenorm van de gemeente"));

        v.Dan(new ZorgToegewezen(v.VoorzieningId, 2, "87654321", "WMO301-2"));

        v.Beeld.Termijnen.Single(t => t.Soort == soort).VoldaanOp.ShouldNotBeNull("een andere zorgaanbieder heeft de hulp");
    }

    [Fact]
    public void Who_gives_notice_after_the_stop_waits_for_the_decision_and_no_provider_is_sought()
    {
        var v = Gestopt("21", Stopvraag.InwonerVragen, "navraag-stop");

        Bij(v.Dan(new WijzigingGevraagd("H-2026-000001", v.VoorzieningId, v.Vandaag, v.Vandaag.AddDays(1), Einde: true), "de herziening"),
            Dossierstatus.HulpGestopt, Wie.Consulent, "bevestigt de opzegging");
        v.Beeld.Termijnen.Single(t => t.Soort == "navraag-stop").VoldaanOp.ShouldNotBeNull("de inwoner heeft geantwoord");
        v.Dan(new HerzieningVervallen("H-2026-000001", v.VoorzieningId, v.Vandaag, DoorInwoner: true), "de herziening");
        v.Stand.Wat.ShouldContain("vraagt de inwoner of dat zo is");
        v.Beeld.Termijnen.Single(t => t.Soort == "navraag-stop").Loopt.ShouldBeTrue("het antwoord is teruggenomen");
    }

    [Fact]
    public void An_end_that_was_confirmed_and_then_revoked_answers_no_stop()
    {
        var v = Gestopt("21", Stopvraag.InwonerVragen, "navraag-stop");
        v.Dan(new WijzigingGevraagd("H-2026-000001", v.VoorzieningId, v.Vandaag, v.Vandaag.AddDays(1), Einde: true), "de herziening");
        v.Gewijzigd(Leveringsvorm.Zin, v.Vandaag);
        v.Beeld.Termijnen.Single(t => t.Soort == "navraag-stop").VoldaanOp.ShouldNotBeNull();

        v.Gewijzigd(Leveringsvorm.Zin, Verhaal.Periode.Einddatum, stand: 3);

        v.Beeld.Termijnen.Single(t => t.Soort == "navraag-stop").Loopt.ShouldBeTrue("de hulp loopt toch door");
    }

    [Fact]
    public void A_decision_that_leaves_nothing_after_the_stop_ends_the_task()
    {
        var v = Gestopt("22", Stopvraag.AndereAanbieder, "andere-aanbieder");

        Bij(v.Gewijzigd(Leveringsvorm.Zin, v.Vandaag.AddDays(-900)), Dossierstatus.HulpGestopt, Wie.Niemand, "niets meer");
        v.Beeld.Termijnen.Single(t => t.Soort == "andere-aanbieder").Loopt.ShouldBeFalse();
    }

    [Fact]
    public void A_stop_that_the_provider_takes_back_needs_nothing_any_more()
    {
        var v = Gestopt("22", Stopvraag.AndereAanbieder, "andere-aanbieder");

        Bij(v.Dan(new ZorgstopVerwijderd(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern)), Dossierstatus.HulpLoopt, Wie.Niemand,
            "loopt");
        v.Beeld.Termijnen.Single(t => t.Soort == "andere-aanbieder").Vervallen.ShouldBeTrue();
    }

    private static Verhaal Gestopt(string reden, Stopvraag vraag, string soort)
    {
        var v = Lopend();
        var dag = v.Vandaag;
        return v.Dan(new ZorgGestopt(v.VoorzieningId, 1, dag, reden, v.Hulp, Verhaal.Kern)).Dan(new EerderEindeGemeld(
            v.VoorzieningId, 1, dag, vraag, new(soort, new(2026, 6, 1), new(2026, 6, 15), "Servicenorm van de gemeente")));
    }

    [Theory]
    [InlineData(Uitvoeringsreden.AlGedeclareerd, Wie.Backoffice, "te crediteren")]
    [InlineData(Uitvoeringsreden.HulpAlGegeven, Wie.Backoffice, "wat die terugneemt")]
    [InlineData(Uitvoeringsreden.AanbiederGestopt, Wie.Consulent, "een andere zorgaanbieder")]
    [InlineData(Uitvoeringsreden.PeriodeVoorbij, Wie.Consulent, "een tijd die voorbij is")]
    public void What_no_message_can_carry_out_is_a_task_until_it_is_done(Uitvoeringsreden reden, Wie wie, string wat)
    {
        var v = Lopend();
        v.Dan(new UitvoeringMetDeHand(v.VoorzieningId, 2, reden, v.Vandaag), door: "de uitvoering");
        v.Stand.Wie.ShouldBe(wie);
        v.Stand.Wat.ShouldContain(wat);
        v.Dan(new UitvoeringAfgerond(v.VoorzieningId, 2), door: "de uitvoering");
        v.Stand.Wat.ShouldNotContain(wat);
    }

    [Fact]
    public void Help_that_a_decision_took_away_before_its_start_asks_nothing_more()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Gewijzigd(Leveringsvorm.Zin, Verhaal.Periode.Ingangsdatum.AddDays(-1), Besluitsoort.Intrekking);
        v.Dan(new ToewijzingGewijzigd(v.VoorzieningId, 1, Verhaal.Agb, Verhaal.Periode, Verhaal.Omvang, "13"));
        Bij(v, Dossierstatus.HulpGestopt, Wie.Niemand, "geen hulp meer toegekend");
    }

    [Fact]
    public void A_death_before_the_decision_is_a_task()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        Bij(v.Dan(Gewijzigd(v, Brpsignaal.Overleden)), Dossierstatus.Aanvraag, Wie.Consulent, "nabestaanden");
    }

    [Fact]
    public void Who_moves_before_the_decision_is_passed_on_by_a_person()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        Bij(v.Dan(Gewijzigd(v, Brpsignaal.AndereGemeente)), Dossierstatus.Aanvraag, Wie.Consulent, "stuurt de consulent de aanvraag door");
        Bij(v.Dan(new AanvraagDoorgezonden("Lelystad", v.Vandaag)), Dossierstatus.Doorgezonden, Wie.Niemand, "neemt contact op");
    }

    [Fact]
    public void Who_is_asked_to_complete_the_aanvraag_must_act_until_it_is_complete()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        Bij(v.Dan(Gevraagd(v)), Dossierstatus.AanvullingGevraagd, Wie.Inwoner, "vult de aanvraag aan");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 18));
        Bij(v.Dan(new AanvullingOntvangen(v.GesprekId, v.Vandaag, true, Tot(22), null)), Dossierstatus.Aanvraag, Wie.Beslisser,
            "neemt een besluit");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 22));
    }

    [Fact]
    public void A_term_to_complete_that_passed_leaves_a_choice_to_the_beslisser()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        v.Dan(Gevraagd(v)).Dan(new AanvultermijnVerstreken(v.GesprekId, new(2026, 5, 18), Tot(29), null,
            new("buiten-behandeling", new(2026, 5, 18), new(2026, 6, 15), "Awb art. 4:5 lid 4")));
        Bij(v, Dossierstatus.Aanvraag, Wie.Beslisser, "dat kan tot en met 15 juni 2026");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 29));
    }

    [Fact]
    public void Who_may_give_a_view_is_waited_for_until_they_did_or_the_term_passed()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Dan(Voornemen(Plan));
        Bij(v, Dossierstatus.Aanvraag, Wie.Inwoner, "kan reageren");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 18));
        v.Beeld.Termijnen.ShouldContain(t => t.Soort == "zienswijze" && t.Loopt && t.Grondslag == "Awb art. 4:7 lid 1");
        Bij(v.Dan(new ZienswijzeOntvangen(Plan, new(2026, 5, 12))), Dossierstatus.Aanvraag, Wie.Beslisser, "neemt een besluit");
        v.Beeld.Termijnen.Single(t => t.Soort == "zienswijze").VoldaanOp.ShouldBe(new DateOnly(2026, 5, 12));

        var stil = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Dan(Voornemen(Plan))
            .Dan(new ZienswijzetermijnVerstreken(Plan, new(2026, 5, 18)));
        Bij(stil, Dossierstatus.Aanvraag, Wie.Beslisser, "neemt een besluit");
        stil.Beeld.Termijnen.Single(t => t.Soort == "zienswijze").Vervallen.ShouldBeTrue();
    }

    [Fact]
    public void A_draft_is_read_by_a_beslisser_and_made_anew_by_a_consulent()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Dan(new ConceptOpgesteld(1, new(2026, 5, 5)));
        Bij(v, Dossierstatus.Aanvraag, Wie.Beslisser, "leest het concept");
        Bij(v.Dan(new ConceptTeruggegeven(1, new(2026, 5, 6))), Dossierstatus.Aanvraag, Wie.Consulent, "verbetert het concept");
        Bij(v.Dan(new ConceptOpgesteld(2, new(2026, 5, 6))), Dossierstatus.Aanvraag, Wie.Beslisser, "leest het concept");
    }

    [Fact]
    public void A_decision_that_needs_a_second_person_waits_for_them_before_it_is_made_known()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Dan(new BesluitGenomen("B-2026-000001", new(2026, 5, 5),
            new Dictionary<Guid, Uitkomst>())
        { TweedeNodig = true });
        Bij(v, Dossierstatus.Besloten, Wie.Beslisser, "tweede beslisser");
        Bij(v.Dan(new BesluitGoedgekeurd("B-2026-000001", new(2026, 5, 6))), Dossierstatus.Besloten, Wie.Backoffice, "maakt de");
    }

    [Fact]
    public void A_notice_that_counts_puts_its_two_weeks_first()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        v.Dan(new IngebrekestellingOntvangen(v.GesprekId, new(2026, 5, 19), Ingebrekestellingsoordeel.Geldig,
            new("ingebrekestelling", new(2026, 5, 19), new(2026, 6, 2), "Awb art. 4:17 lid 3")));
        Bij(v, Dossierstatus.Aanvraag, Wie.Beslisser, "neemt een besluit");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 6, 2));
        v.Dan(new IngebrekestellingOntvangen(v.GesprekId, new(2026, 5, 19), Ingebrekestellingsoordeel.TeVroeg, null));
        v.Stand.Uiterlijk.ShouldNotBe(new DateOnly(2026, 6, 2));
    }

    [Fact]
    public void A_dwangsom_is_set_and_paid_beside_the_help()
    {
        var v = Lopend();
        v.Dan(new DwangsomVerschuldigd(new(2026, 6, 3), new(2026, 6, 15), 13, 299m,
            new("dwangsombesluit", new(2026, 6, 15), new(2026, 6, 29), "Awb art. 4:18")));
        Bij(v, Dossierstatus.HulpLoopt, Wie.Beslisser, "stelt de dwangsom vast");
        v.Dan(new DwangsomVastgesteld(299m, 13, new(2026, 6, 16), null,
            new("betaling", new(2026, 6, 16), new(2026, 7, 28), "Awb art. 4:87"),
            new("bezwaar", new(2026, 6, 16), new(2026, 7, 28), "Awb art. 6:7"), new("Wij waren te laat.")));
        Bij(v, Dossierstatus.HulpLoopt, Wie.Backoffice, "betaalt de dwangsom");
        v.Dan(new DwangsomBetaald(new(2026, 6, 20)));
        v.Stand.Wat.ShouldNotContain("dwangsom");
    }

    [Fact]
    public void An_aanvraag_without_verslag_waits_for_the_outcome_and_then_for_the_beslisser()
    {
        var v = Verhaal.Gemeld().InOnderzoek();
        v.Dan(new AanvraagOntvangen(new(2026, 6, 16), new("beschikking", new(2026, 6, 16), new(2026, 6, 30), "Wmo 2015 art. 2.3.5 lid 2"))
        { Vorm = Aanvraagvorm.ZonderVerslag, Aanvraagnummer = "A-2026-000001" });
        (v.Stand.Status, v.Stand.Wie, v.Stand.Uiterlijk).ShouldBe((Dossierstatus.Aanvraag, Wie.Consulent, new(2026, 6, 30)));
        v.Stand.Wat.ShouldContain("beslist ook zonder verslag");

        v.Dan(new OnderzoeksuitkomstOvergenomen([], null));
        v.Stand.Wie.ShouldBe(Wie.Beslisser);
        // The onderzoek still has its own term.
        v.Beeld.Termijnen.Where(t => t.Loopt).Select(t => t.Soort).ShouldBe(["onderzoek", "beschikking"], ignoreOrder: true);
    }

    [Fact]
    public void Who_applied_without_signing_is_not_asked_to_sign_any_more()
    {
        var v = Verhaal.Gemeld().Gekozen(Leveringsvorm.Zin);
        v.Dan(new VerslagVastgesteld(v.Vandaag, 1));
        v.Stand.Wie.ShouldBe(Wie.Inwoner);

        v.Dan(new AanvraagOntvangen(v.Vandaag, new("beschikking", v.Vandaag, v.Vandaag.AddDays(14), "Wmo 2015 art. 2.3.5 lid 2"))
        { Vorm = Aanvraagvorm.NaOnderzoek });

        v.Stand.Wie.ShouldBe(Wie.Beslisser);
    }

    [Fact]
    public void An_aanvraag_after_the_zaak_was_closed_is_decided()
    {
        var v = Verhaal.Gemeld().InOnderzoek();
        v.Dan(new OnderzoekGestopt(Stopreden.Wlz, v.Vandaag));
        v.Stand.Status.ShouldBe(Dossierstatus.DoorverwezenWlz);

        v.Dan(new AanvraagOntvangen(v.Vandaag, new("beschikking", v.Vandaag, v.Vandaag.AddDays(14), "Wmo 2015 art. 2.3.5 lid 2"))
        { Vorm = Aanvraagvorm.NaOnderzoek });

        (v.Stand.Status, v.Stand.Wie).ShouldBe((Dossierstatus.Aanvraag, Wie.Beslisser));
    }

    [Fact]
    public void A_second_aanvraag_in_a_zaak_has_its_own_term_and_comes_first()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin, Uitkomst.Afwijzen);
        v.Stand.Wie.ShouldBe(Wie.Inwoner);

        v.Dan(new AanvraagOntvangen(new(2026, 6, 1), new("beschikking", new(2026, 6, 1), new(2026, 6, 15), "Wmo 2015 art. 2.3.5 lid 2"))
        { Vorm = Aanvraagvorm.NaOnderzoek, Aanvraagnummer = "A-2026-000002" }, door: "de tweede aanvraag");

        (v.Stand.Status, v.Stand.Wie, v.Stand.Uiterlijk).ShouldBe((Dossierstatus.Aanvraag, Wie.Beslisser, new(2026, 6, 15)));
        v.Beeld.Termijnen.Single(t => t is { Soort: "beschikking", Kenmerk: "A-2026-000002" }).Loopt.ShouldBeTrue();
        v.Beeld.Termijnen.Single(t => t is { Soort: "beschikking", Kenmerk: "" }).Loopt.ShouldBeFalse();

        v.Dan(new AanvraagIngetrokken(new(2026, 6, 2), [], Geheel: true), door: "de tweede aanvraag");
        v.Stand.Wie.ShouldBe(Wie.Inwoner);
    }

    [Fact]
    public void A_withdrawn_aanvraag_is_done()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        v.Dan(new AanvraagIngetrokken(v.Vandaag, [v.VoorzieningId], Geheel: true));
        Bij(v, Dossierstatus.Ingetrokken, Wie.Niemand, "aanvraag ingetrokken");
        v.Beeld.Termijnen.Single(t => t.Soort == "beschikking").Vervallen.ShouldBeTrue();
    }

    [Fact]
    public void A_pgb_that_is_not_asked_for_any_more_needs_no_toets()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb);
        Bij(v, Dossierstatus.Aanvraag, Wie.Consulent, "rondt de pgb-toets af");
        v.Dan(new AanvraagIngetrokken(v.Vandaag, [v.VoorzieningId], Geheel: false));
        Bij(v, Dossierstatus.Aanvraag, Wie.Beslisser, "neemt een besluit");
    }

    private static Termijn Tot(int mei) => new("beschikking", new(2026, 5, 1), new(2026, 5, mei), "Wmo 2015 art. 2.3.5 lid 2");

    private static AanvullingGevraagd Gevraagd(Verhaal v) => new(v.GesprekId, new(2026, 5, 4), new(2026, 5, 18), Tot(29), null,
        new(new Aanvulvraag(["Een offerte"], null)));

    [Fact]
    public void A_letter_without_an_address_is_a_task_until_it_was_handed_over()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin);
        v.Dan(new AanvraagDoorgezonden("Lelystad", v.Vandaag)).Dan(new BriefZonderAdres(Brief.Doorzending));
        Bij(v, Dossierstatus.Doorgezonden, Wie.Consulent, "De brief over het doorsturen heeft geen adres");
        Bij(v.Dan(new BriefVerzonden(Brief.Doorzending, Verzendwijze.Brief, v.Vandaag)), Dossierstatus.Doorgezonden, Wie.Niemand,
            "neemt contact op");
    }

    private static Verhaal Lopend()
    {
        var v = Verhaal.Gemeld();
        return v.Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen()
            .Dan(new ToewijzingGeaccepteerd(v.VoorzieningId, 1, Verhaal.Agb))
            .Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern));
    }

    private static PersoonsgegevensGewijzigd Gewijzigd(Verhaal v, params Brpsignaal[] signalen) =>
        new(v.PersoonId, false, Verhaal.Persoon, [Persoonswijziging.Signaal]) { Signalen = signalen };

    [Fact]
    public void Help_that_runs_out_needs_nobody_unless_it_never_began()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        Bij(v.Dan(new ZorgAfgelopen(v.VoorzieningId, 1, v.Vandaag, v.Hulp with { Begindatum = null, Afgelopen = true }, Verhaal.Kern)),
            Dossierstatus.HulpGestopt, Wie.Consulent, "nooit begonnen");
        Bij(v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp with { Afgelopen = true }, Verhaal.Kern)),
            Dossierstatus.HulpGestopt, Wie.Niemand, "niets meer");
    }

    [Fact]
    public void A_pgb_waits_for_its_check_before_anyone_decides()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb);
        Bij(v, Dossierstatus.Aanvraag, Wie.Consulent, "pgb-toets");
        Bij(v.PgbGetoetst(), Dossierstatus.Aanvraag, Wie.Beslisser, "besluit");
        v.Dan(new BesluitGenomen("B-2026-000001", v.Vandaag, new Dictionary<Guid, Uitkomst>()));
        Bij(v, Dossierstatus.Besloten, Wie.Backoffice, "maakt de beschikking bekend");
    }

    [Fact]
    public void Every_refusal_names_the_next_action()
    {
        var wlz = Verhaal.Gemeld().NaGesprek();
        Bij(wlz.Dan(new OnderzoekGestopt(Stopreden.Wlz, wlz.Vandaag)), Dossierstatus.DoorverwezenWlz, Wie.Inwoner, "CIZ");

        var anders = Verhaal.Gemeld().NaGesprek();
        Bij(anders.Dan(new OnderzoekGestopt(Stopreden.AnderDomein, anders.Vandaag)), Dossierstatus.DoorverwezenAnderDomein, Wie.Inwoner,
            "organisatie");

        var geen = Verhaal.Gemeld().NaGesprek();
        Bij(geen.Dan(new GeenIndicatieGesteld(geen.Vandaag)), Dossierstatus.InOnderzoek, Wie.Consulent, "waarom er geen hulp nodig is");
        Bij(geen.Dan(new VerslagVastgesteld(geen.Vandaag, 0)), Dossierstatus.GeenIndicatie, Wie.Inwoner, "toch een besluit");

        Bij(Verhaal.Gemeld().Gekozen(Leveringsvorm.Pgb).PgbGetoetst(akkoord: false), Dossierstatus.PgbPastNiet, Wie.Consulent,
            "zorg in natura");
        var bijInwoner = Verhaal.Gemeld().Gekozen(Leveringsvorm.Pgb);
        bijInwoner.Dan(new VerslagVastgesteld(bijInwoner.Vandaag, 1)).PgbGetoetst(akkoord: false);
        Bij(bijInwoner, Dossierstatus.PgbPastNiet, Wie.Consulent, "legt eerst de opmerkingen daarop vast, en dan de nieuwe keuze");
        Bij(bijInwoner.Dan(new VerslagTeruggestuurd(bijInwoner.Vandaag)), Dossierstatus.PgbPastNiet, Wie.Consulent,
            "en legt de nieuwe keuze vast");
        Bij(Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst(akkoord: false), Dossierstatus.PgbPastNiet, Wie.Beslisser,
            "kan niet worden toegekend");

        var afgewezen = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin, Uitkomst.Afwijzen);
        Bij(afgewezen, Dossierstatus.Afgewezen, Wie.Inwoner, "bezwaar");
        afgewezen.Stand.Uiterlijk.ShouldNotBeNull("bezwaar has a last day");
        Bij(Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin, Uitkomst.BuitenBehandeling),
            Dossierstatus.BuitenBehandeling, Wie.Inwoner, "nieuwe aanvraag");

        var svb = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst().Beschikt(Leveringsvorm.Pgb);
        svb.Dan(new BudgetAangemeld(svb.VoorzieningId, "BI-1", "WMO501-1", 9000m, Verhaal.Periode));
        Bij(svb, Dossierstatus.Toegekend, Wie.Svb, "gereserveerd");
        Bij(svb.Dan(new BudgetAfgekeurd(svb.VoorzieningId, ["0200"])), Dossierstatus.SvbAfgekeurd, Wie.Backoffice, "opnieuw aan");

        var aanbieder = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        Bij(aanbieder.Dan(new ToewijzingAfgekeurd(aanbieder.VoorzieningId, 1, Verhaal.Agb, ["9001"])), Dossierstatus.AanbiederAfgekeurd,
            Wie.Consulent, "andere zorgaanbieder");

        var onbekend = Verhaal.Gemeld();
        Bij(onbekend.Dan(new PersoonNietGevonden(onbekend.PersoonId)), Dossierstatus.IdentiteitOnbekend, Wie.Consulent,
            "wie de inwoner is");

        var onbruikbaar = Verhaal.Gemeld();
        Bij(onbruikbaar.Dan(new PersoonNietGevonden(onbruikbaar.PersoonId, Brpreden.Onbruikbaar)), Dossierstatus.IdentiteitOnbekend,
            Wie.Consulent, "Burgerzaken");

        var cak = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        cak.Dan(new ZorgGestart(cak.VoorzieningId, 1, cak.Vandaag, cak.Hulp, Verhaal.Kern));
        cak.Dan(new EigenBijdrageAfgekeurd(cak.PersoonId, 1, EbBericht.Start, ["0200"]));
        Bij(cak, Dossierstatus.HulpLoopt, Wie.Backoffice, "CAK");

        var ingetrokken = Verhaal.Gemeld().InOnderzoek();
        Bij(ingetrokken.Dan(new MeldingIngetrokken(ingetrokken.Vandaag)), Dossierstatus.Ingetrokken, Wie.Niemand, "nieuwe melding");
    }

    [Fact]
    public void A_melding_withdrawn_after_the_signature_leaves_a_question_until_the_decision()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb);
        Bij(v.Dan(new MeldingIngetrokken(v.Vandaag)), Dossierstatus.Aanvraag, Wie.Consulent,
            "vraagt of de inwoner ook de aanvraag intrekt");
        v.Stand.Uiterlijk.ShouldNotBeNull("the two weeks still run");
        Bij(v.Dan(new BesluitGenomen("B-2026-000001", v.Vandaag, new Dictionary<Guid, Uitkomst>())), Dossierstatus.Besloten,
            Wie.Backoffice, "maakt de beschikking bekend");
    }

    [Fact]
    public void A_confirmation_without_an_address_is_handed_over_before_anything_else()
    {
        var v = Verhaal.Gemeld();
        v.Dan(new OnderzoekGeopend("M-2026-000001", new("onderzoek", v.Vandaag, v.Vandaag.AddDays(42), "Wmo 2015 art. 2.3.2 lid 1")));
        Bij(v.Dan(new AdresNietGevonden()), Dossierstatus.InOnderzoek, Wie.Consulent, "geeft de bevestiging zelf");
        v.Stand.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 12), "five working days");
        Bij(v.Dan(new OntvangstBevestigd(Verzendwijze.Brief, v.Vandaag)), Dossierstatus.InOnderzoek, Wie.Consulent, "plant een gesprek");
    }

    [Fact]
    public void A_confirmation_whose_e_mail_came_back_is_due_again_until_the_letter_went()
    {
        var v = Verhaal.Gemeld();
        v.Dan(new OntvangstBevestigd(Verzendwijze.Email, v.Vandaag));
        Bevestiging().ShouldBe(v.Vandaag);
        v.Dan(new OntvangstbevestigingTeruggekomen(v.Vandaag));
        Bevestiging().ShouldBeNull();

        Bij(v.Dan(new AdresNietGevonden()), Dossierstatus.Gemeld, Wie.Consulent, "geeft de bevestiging zelf");
        v.Dan(new OntvangstBevestigd(Verzendwijze.Brief, v.Vandaag.AddDays(3)));
        Bevestiging().ShouldBe(v.Vandaag.AddDays(3));

        DateOnly? Bevestiging() => v.Beeld.Termijnen.Single(t => t.Soort == Termijnen.Bevestiging).VoldaanOp;
    }

    [Fact]
    public void A_withdrawn_indicatie_takes_its_choice_and_its_check_along()
    {
        var v = Verhaal.Gemeld().Gekozen(Leveringsvorm.Pgb).PgbGetoetst(akkoord: false);
        Bij(v.Dan(new IndicatieIngetrokken(v.VoorzieningId, Verhaal.Product)), Dossierstatus.InOnderzoek, Wie.Consulent, "beoordeelt");

        var toch = Verhaal.Gemeld().NaGesprek();
        toch.Dan(new GeenIndicatieGesteld(toch.Vandaag))
            .Dan(new IndicatieGesteld(toch.VoorzieningId, Verhaal.Product, Verhaal.Omvang, Verhaal.Periode));
        Bij(toch.Dan(new IndicatieIngetrokken(toch.VoorzieningId, Verhaal.Product)), Dossierstatus.InOnderzoek, Wie.Consulent,
            "beoordeelt");
        Bij(toch.Dan(new GeenIndicatieGesteld(toch.Vandaag)), Dossierstatus.InOnderzoek, Wie.Consulent, "waarom er geen hulp nodig is");
    }

    [Fact]
    public void Where_the_persons_safety_forbids_messages_the_backoffice_tells_by_hand()
    {
        var zin = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin);
        Bij(zin.Dan(new ZorgToegewezen(zin.VoorzieningId, 1, Verhaal.Agb, null)), Dossierstatus.Toegekend, Wie.Backoffice, "met de hand");

        var pgb = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst().Beschikt(Leveringsvorm.Pgb);
        Bij(pgb.Dan(new BudgetAangemeld(pgb.VoorzieningId, "BI-1", null, 9000m, Verhaal.Periode)), Dossierstatus.Toegekend, Wie.Backoffice,
            "met de hand");
        Bij(pgb.Dan(new BudgetGereserveerd(pgb.VoorzieningId, Verhaal.Periode, pgb.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpLoopt, Wie.Niemand, "staat klaar");
        Bij(pgb.Dan(new BudgetBeeindigd(pgb.VoorzieningId, Verhaal.Periode, pgb.Vandaag, false, pgb.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpGestopt, Wie.Backoffice,
            "einde van het budget met de hand");
        Bij(pgb.Dan(new BudgeteindeBevestigd(pgb.VoorzieningId)), Dossierstatus.HulpGestopt, Wie.Niemand, "niets meer");

        Bij(zin.Dan(new ToewijzingGeaccepteerd(zin.VoorzieningId, 1, Verhaal.Agb)), Dossierstatus.Toegekend, Wie.Backoffice,
            "vraagt de zorgaanbieder wanneer de hulp begint");
        Bij(zin.Dan(new ZorgTijdelijkGestopt(zin.VoorzieningId, 1, zin.Vandaag, zin.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpTijdelijkGestopt,
            Wie.Backoffice, "legt dat vast");
    }

    [Fact]
    public void What_the_CAK_must_be_told_by_hand_is_the_backoffices_until_it_is_recorded()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern));
        var termijn = new Termijn("cak", v.Vandaag, v.Vandaag.AddDays(30), "Uitvoeringsregeling Wmo 2015 art. 2f");
        Bij(v.Dan(new EigenBijdrageMetDeHand(v.PersoonId, 1, EbBericht.Start, v.Vandaag,
            RedenMetDeHand.AfgeschermdePersoon)
        { Termijn = termijn }), Dossierstatus.HulpLoopt, Wie.Backoffice,
            "dat de eigen bijdrage begint op");
        v.Stand.Uiterlijk.ShouldBe(termijn.Uiterlijk);
        Bij(v.Dan(new EigenBijdrageBevestigd(v.PersoonId, 1, EbBericht.Start)), Dossierstatus.HulpLoopt, Wie.Niemand, "loopt");
        v.Beeld.Termijnen.Single(t => t.Soort == "cak").VoldaanOp.ShouldNotBeNull();

        v.Dan(new ZorgeindeVastgesteld(v.VoorzieningId, 1, v.Vandaag, Eindereden.NietMeerNodig, v.Hulp, Verhaal.Kern));
        Bij(v.Dan(new EigenBijdrageMetDeHand(v.PersoonId, 1, EbBericht.Stop, v.Vandaag, RedenMetDeHand.AfgeschermdePersoon)),
            Dossierstatus.HulpGestopt, Wie.Backoffice, "dat de eigen bijdrage stopt op");
        Bij(v.Dan(new EigenBijdrageBevestigd(v.PersoonId, 1, EbBericht.Stop)), Dossierstatus.HulpGestopt, Wie.Niemand, "niets meer");
    }

    [Fact]
    public void A_rejected_end_of_a_budget_is_told_apart_from_a_rejected_budget()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst().Beschikt(Leveringsvorm.Pgb);
        v.Dan(new BudgetAangemeld(v.VoorzieningId, "BI-1", "WMO501-1", 9000m, Verhaal.Periode))
            .Dan(new BudgetGereserveerd(v.VoorzieningId, Verhaal.Periode, v.Hulp, Verhaal.Kern));
        v.Dan(new BudgetBeeindigd(v.VoorzieningId, Verhaal.Periode, v.Vandaag, false, v.Hulp, Verhaal.Kern));
        var afgekeurd = new BudgetAfgekeurd(v.VoorzieningId, ["9562"]) { Einde = true };
        Bij(v.Dan(afgekeurd), Dossierstatus.BudgeteindeAfgekeurd, Wie.Backoffice, "meldt het einde opnieuw");
        Tijdlijn.Zin(afgekeurd).ShouldStartWith("De SVB heeft het einde van het budget afgekeurd");
    }

    [Fact]
    public void A_change_of_a_budget_that_runs_leaves_the_help_running()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst().Beschikt(Leveringsvorm.Pgb);
        v.Dan(new BudgetAangemeld(v.VoorzieningId, "BI-1", "WMO501-1", 9000m, Verhaal.Periode))
            .Dan(new BudgetGereserveerd(v.VoorzieningId, Verhaal.Periode, v.Hulp, Verhaal.Kern));
        Bij(v.Dan(new BudgetGewijzigd(v.VoorzieningId, v.PersoonId, 8000m, Verhaal.Periode)), Dossierstatus.HulpLoopt, Wie.Svb,
            "verwerkt de wijziging");
        Bij(v.Dan(new BudgetAfgekeurd(v.VoorzieningId, ["9562"]) { Wijziging = true }), Dossierstatus.HulpLoopt, Wie.Backoffice,
            "wijziging van het budget niet is verwerkt");
        Bij(v.Dan(new BudgetAangemeld(v.VoorzieningId, "BI-3", "WMO501-3", 8000m, Verhaal.Periode)), Dossierstatus.HulpLoopt, Wie.Svb,
            "verwerkt de wijziging");
        Bij(v.Dan(new BudgetwijzigingBevestigd(v.VoorzieningId, Verhaal.Periode, v.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpLoopt, Wie.Niemand,
            "staat klaar");
        v.Dan(new BudgetBeeindigd(v.VoorzieningId, Verhaal.Periode, v.Vandaag, false, v.Hulp, Verhaal.Kern))
            .Dan(new BudgeteindeBevestigd(v.VoorzieningId));
        Bij(v.Dan(new BudgetAfgesloten(v.VoorzieningId, "02", Verhaal.Periode, 10m, Afsluitreden.EindeBudget)), Dossierstatus.HulpGestopt,
            Wie.Niemand, "niets meer");
    }

    [Fact]
    public void A_budget_that_the_municipality_keeps_or_holds_back_names_who_acts()
    {
        var zelf = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst().Beschikt(Leveringsvorm.Pgb);
        Bij(zelf.Dan(new BudgetInEigenBeheer(zelf.VoorzieningId, 700m, Verhaal.Periode)), Dossierstatus.Toegekend, Wie.Backoffice,
            "reserveert het bedrag");
        Bij(zelf.Dan(new BudgetGereserveerd(zelf.VoorzieningId, Verhaal.Periode, zelf.Hulp, Verhaal.Kern)
        { InEigenBeheer = true }), Dossierstatus.HulpLoopt, Wie.Niemand, "betaalt de leverancier");
        Bij(zelf.Dan(new BudgetBeeindigd(zelf.VoorzieningId, Verhaal.Periode, zelf.Vandaag, false, zelf.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpGestopt, Wie.Niemand,
            "niets meer");

        var dubbel = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst().Beschikt(Leveringsvorm.Pgb);
        Bij(dubbel.Dan(new BudgetTegengehouden(dubbel.VoorzieningId)), Dossierstatus.Toegekend, Wie.Backoffice, "trekt dit in");
    }

    [Fact]
    public void A_correction_at_the_CAK_is_told_in_words_and_waits_for_the_CAK()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern)).EigenBijdrageGestart();
        var correctie = new EigenBijdrageGecorrigeerd(v.PersoonId, 1, EbBericht.Start, EbAanlevering.Wijziging, v.Vandaag, "WMO401-2");
        v.Dan(correctie);
        v.Stand.Wie.ShouldNotBe(Wie.Backoffice);
        Tijdlijn.Zin(correctie).ShouldContain("en niet op de dag die eerder is gemeld");
        var afgekeurd = new EigenBijdrageAfgekeurd(v.PersoonId, 1, EbBericht.Start, ["9103"]) { Aanlevering = EbAanlevering.Wijziging };
        Tijdlijn.Zin(afgekeurd).ShouldStartWith("Het CAK heeft de wijziging van het begin van de eigen bijdrage afgekeurd");
        Bij(v.Dan(afgekeurd), Dossierstatus.HulpLoopt, Wie.Backoffice, "meldt die opnieuw");
        Bij(v.Dan(new EigenBijdrageMetDeHand(v.PersoonId, 1, EbBericht.Start, v.Vandaag,
            RedenMetDeHand.TeLangGeleden)
        { Aanlevering = EbAanlevering.Verwijdering }), Dossierstatus.HulpLoopt, Wie.Backoffice,
            "niet gemeld had moeten worden");
    }

    [Fact]
    public void A_message_a_partner_did_not_process_goes_to_the_backoffice_as_no_refusal()
    {
        var zin = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        var toewijzing = new ToewijzingAfgekeurd(zin.VoorzieningId, 1, Verhaal.Agb, ["0001"]) { NietVerwerkt = true };
        Bij(zin.Dan(toewijzing), Dossierstatus.AanbiederAfgekeurd, Wie.Backoffice, "opnieuw toe");
        var budget = new BudgetAfgekeurd(zin.VoorzieningId, ["0001"]) { NietVerwerkt = true };
        var bijdrage = new EigenBijdrageAfgekeurd(zin.PersoonId, 1, EbBericht.Stop, ["0001"]) { NietVerwerkt = true };
        foreach (var zin1 in new[] { Tijdlijn.Zin(toewijzing), Tijdlijn.Zin(budget), Tijdlijn.Zin(bijdrage) })
            zin1.ShouldSatisfyAllConditions(z => z.ShouldContain("niet verwerkt"), z => z.ShouldNotContain("0001"));

        zin.Dan(new ZorgToegewezen(zin.VoorzieningId, 2, Verhaal.Agb, "WMO301-2"), door: "de tweede")
            .Dan(new ZorgGestart(zin.VoorzieningId, 2, zin.Vandaag, zin.Hulp, Verhaal.Kern), door: "de tweede");
        Bij(zin.Dan(bijdrage), Dossierstatus.HulpLoopt, Wie.Backoffice, "meldt die opnieuw");
    }

    [Fact]
    public void A_check_that_begins_again_has_no_outcome_any_more()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Pgb).PgbGetoetst();
        Bij(v.Dan(new PgbToetsGestart(v.VoorzieningId)), Dossierstatus.Aanvraag, Wie.Consulent, "pgb-toets");
    }

    [Fact]
    public void Another_provider_takes_the_place_of_the_one_that_refused()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ToewijzingAfgekeurd(v.VoorzieningId, 1, Verhaal.Agb, ["9001"]));
        Bij(v.Dan(new ZorgToegewezen(v.VoorzieningId, 2, "87654321", "WMO301-2"), door: "de tweede toewijzing"), Dossierstatus.Toegekend,
            Wie.Aanbieder, "klopt");
    }

    [Fact]
    public void What_is_held_says_who_mends_it_and_what_waits_for_the_provider_is_the_providers()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin);
        Bij(v.Dan(new ToewijzingAangehouden(v.VoorzieningId, 1, Verhaal.Agb, Beletselreden.GeenCapaciteit)),
            Dossierstatus.ToewijzingAangehouden, Wie.Consulent, "andere zorgaanbieder");
        Bij(v.Dan(new ToewijzingAangehouden(v.VoorzieningId, 1, Verhaal.Agb, Beletselreden.Stapeling)),
            Dossierstatus.ToewijzingAangehouden, Wie.Consulent, "beëindigt die eerst");
        Bij(v.Dan(new ToewijzingAangehouden(v.VoorzieningId, 1, Verhaal.Agb, Beletselreden.GeenTarief)),
            Dossierstatus.ToewijzingAangehouden, Wie.Backoffice, "herstelt het contract");
        Bij(v.Dan(new ToewijzingWachtOpVerzoek(v.VoorzieningId, 1, Verhaal.Agb)), Dossierstatus.Toegekend, Wie.Aanbieder,
            "vraagt de toewijzing aan");
        Bij(v.Toegewezen(), Dossierstatus.Toegekend, Wie.Aanbieder, "klopt");
    }

    [Fact]
    public void A_request_of_the_provider_is_the_consulents_until_it_is_answered_for_good()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern));
        var (eerste, eind) = (new Termijn("iwmo-verzoek", v.Vandaag, v.Vandaag.AddDays(7), "OP346"),
            new Termijn("iwmo-verzoek-eind", v.Vandaag, v.Vandaag.AddDays(56), "OP346"));
        Bij(v.Dan(new VerzoekOntvangen(Verhaal.Agb, true, eerste), door: "verzoek"), Dossierstatus.HulpLoopt, Wie.Consulent,
            "de hulp te wijzigen");
        v.Stand.Uiterlijk.ShouldBe(eerste.Uiterlijk);
        v.Dan(new VerzoekBeantwoord(Verhaal.Agb, Verzoekuitkomst.InOnderzoek) { Termijn = eind }, door: "verzoek");
        (v.Stand.Wie, v.Stand.Uiterlijk).ShouldBe((Wie.Consulent, eind.Uiterlijk));
        Bij(v.Dan(new VerzoekBeantwoord(Verhaal.Agb, Verzoekuitkomst.Toegekend), door: "verzoek"), Dossierstatus.HulpLoopt, Wie.Niemand,
            "loopt");
        v.Beeld.Termijnen.Where(t => t.Soort.StartsWith("iwmo", StringComparison.Ordinal)).ShouldAllBe(t => t.VoldaanOp != null);
    }

    [Fact]
    public void A_change_that_was_rejected_is_the_backoffices_until_it_is_told_anew()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern)).Dan(Gewijzigd("05"));
        Bij(v, Dossierstatus.HulpLoopt, Wie.Niemand, "loopt");
        Bij(v.Dan(new WijzigingAfgekeurd(v.VoorzieningId, 1, Verhaal.Agb, ["9332"])), Dossierstatus.AanbiederAfgekeurd, Wie.Backoffice,
            "biedt de backoffice die opnieuw aan");
        Bij(v.Dan(Gewijzigd("05")), Dossierstatus.HulpLoopt, Wie.Niemand, "loopt");

        var verwijderd = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        Bij(verwijderd.Dan(new ToewijzingGewijzigd(verwijderd.VoorzieningId, 1, Verhaal.Agb, Verhaal.Periode, Verhaal.Omvang, "13")),
            Dossierstatus.ToewijzingAangehouden, Wie.Consulent, "bespreekt met de inwoner");

        ToewijzingGewijzigd Gewijzigd(string reden) => new(v.VoorzieningId, 1, Verhaal.Agb, Verhaal.Periode, Verhaal.Omvang, reden);
    }

    [Fact]
    public void What_the_first_provider_still_reports_says_nothing_about_the_second()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern));
        v.Dan(new ZorgToegewezen(v.VoorzieningId, 2, "87654321", "WMO301-2"), door: "de tweede")
            .Dan(new ZorgGestart(v.VoorzieningId, 2, v.Vandaag, v.Hulp, Verhaal.Kern), door: "de tweede");
        Bij(v.Dan(new ZorgGestopt(v.VoorzieningId, 1, v.Vandaag, "38", v.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpLoopt, Wie.Niemand, "loopt");
    }

    [Fact]
    public void A_report_that_is_taken_back_leaves_what_was_before_it()
    {
        var v = Verhaal.Gemeld().Aangevraagd(Leveringsvorm.Zin).Beschikt(Leveringsvorm.Zin).Toegewezen();
        v.Dan(new ZorgGestart(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern))
            .Dan(new ZorgGestopt(v.VoorzieningId, 1, v.Vandaag, "19", v.Hulp, Verhaal.Kern));
        Bij(v.Dan(new ZorgstopVerwijderd(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern)),
            Dossierstatus.HulpLoopt, Wie.Niemand, "loopt");
        Bij(v.Dan(new ZorgstartVerwijderd(v.VoorzieningId, 1, v.Vandaag, v.Hulp, Verhaal.Kern)),
            Dossierstatus.Toegekend, Wie.Aanbieder, "begint");
    }

    private static void Bij(Verhaal v, Dossierstatus status, Wie wie, string wat)
    {
        (v.Stand.Status, v.Stand.Wie).ShouldBe((status, wie));
        v.Stand.Wat.ShouldContain(wat);
    }

    private static readonly Guid Plan = new("0193a000-0000-7000-8000-0000000000aa");

    private static VoornemenAangekondigd Voornemen(Guid id) => new(id, new("zienswijze", new(2026, 5, 4), new(2026, 5, 18),
        "Awb art. 4:7 lid 1"), new(new Voornementekst("Minder uren.", "De huisgenoot helpt al.")));
}
