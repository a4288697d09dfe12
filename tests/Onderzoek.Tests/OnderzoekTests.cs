using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using static WmoPlatform.Onderzoeken.Tests.Voorbeeld;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>The rules of the aggregate Onderzoek, in memory.</summary>
public sealed class OnderzoekTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-04-13")]
    [InlineData("2026-02-23", "2026-04-07")] // Six weeks end on Tweede Paasdag: Atw art. 1.
    public void An_onderzoek_has_six_weeks_from_the_day_of_receipt(string ontvangen, string uiterlijk)
    {
        var onderzoek = Onderzoek.Open(Melding(ontvangenOp: DateOnly.Parse(ontvangen)), Nu);

        onderzoek.Uiterlijk.ShouldBe(DateOnly.Parse(uiterlijk));
        var termijn = Aankondigingen.Van(onderzoek).ShouldHaveSingleItem().ShouldBeOfType<OnderzoekGeopend>().Termijn;
        termijn.Uiterlijk.ShouldBe(DateOnly.Parse(uiterlijk));
        termijn.Grondslag.ShouldBe("Wmo 2015 art. 2.3.2 lid 1");
    }

    [Fact]
    public void A_corrected_day_of_receipt_moves_the_six_weeks_and_the_last_correction_counts()
    {
        var onderzoek = Onderzoek.Open(Melding(ontvangenOp: new(2026, 3, 2)), Nu);

        onderzoek.NeemOntvangst(Gecorrigeerd(new(2026, 2, 26), new(2026, 4, 9), 5));
        onderzoek.NeemOntvangst(Gecorrigeerd(new(2026, 2, 20), new(2026, 4, 3), 4));

        (onderzoek.OntvangenOp, onderzoek.Uiterlijk).ShouldBe((new(2026, 2, 26), new(2026, 4, 9)));

        static MeldingontvangstGecorrigeerd Gecorrigeerd(DateOnly dag, DateOnly uiterlijk, int versie) => new(new(2026, 3, 2), dag,
            new("bevestiging", dag, dag, "norm"), new("onderzoek", dag, uiterlijk, "Wmo 2015 art. 2.3.2 lid 1"), uiterlijk.AddDays(1),
            new("De brief lag er al."))
        { Versie = versie };
    }

    [Fact]
    public void From_melding_to_aanvraag_every_step_is_announced_with_the_next_version()
    {
        var aankondigingen = Aankondigingen.Van(Ondertekend());

        aankondigingen.Select(g => g.GetType().Name).ShouldBe(
        [
            "OnderzoekGeopend", "GesprekGepland", "GesprekGevoerd", "IndicatieGesteld",
            "LeveringsvormGekozen", "VerslagVastgesteld", "VerslagOndertekend"
        ]);
        aankondigingen.Select(g => g.Versie).ShouldBe(Enumerable.Range(1, 7));
        aankondigingen.ShouldAllBe(g => g.Dossiernummer == "D-2026-000001");
    }

    [Fact]
    public void The_signed_verslag_carries_everything_the_decision_needs()
    {
        var onderzoek = Ondertekend();

        var aanvraag = Aankondigingen.Van(onderzoek).OfType<VerslagOndertekend>().Single();
        aanvraag.OntvangenOp.ShouldBe(Vandaag.AddDays(12));
        aanvraag.Wijze.ShouldBe(Ondertekenwijze.Digitaal);
        aanvraag.Persoon.Waarde.ShouldBe(Persoon);
        aanvraag.Voorzieningen.ShouldBe([new(onderzoek.Indicaties[0].Id, Begeleiding, VierUurPerWeek, EenJaar, Leveringsvorm.Zin, Agb)]);
    }

    [Fact]
    public void The_next_step_is_always_named()
    {
        VolgendeStap[] stappen =
        [
            Geopend().VolgendeStap, MetGesprek().VolgendeStap, MetIndicatie().VolgendeStap, MetKeuze().VolgendeStap,
                MetVerslag().VolgendeStap, Ondertekend().VolgendeStap, Gestopt().VolgendeStap,
        ];

        stappen.ShouldBe([VolgendeStap.GesprekPlannen, VolgendeStap.Indiceren, VolgendeStap.LeveringsvormKiezen,
            VolgendeStap.VerslagVaststellen, VolgendeStap.Ondertekenen, VolgendeStap.Geen, VolgendeStap.Geen]);
    }

    public static TheoryData<string, string> Verboden => new()
    {
        { "vastgesteld", "verslag-ligt-vast" }, { "ondertekend", "aanvraag-al-gedaan" }, { "gestopt", "onderzoek-gestopt" },
    };

    [Theory]
    [MemberData(nameof(Verboden))]
    public void A_verslag_that_is_fixed_signed_or_stopped_admits_no_further_investigation(string toestand, string code)
    {
        Onderzoek onderzoek = toestand switch { "vastgesteld" => MetVerslag(), "ondertekend" => Ondertekend(), _ => Gestopt() };
        Aankondigingen.Van(onderzoek);
        var nu = Nu.AddDays(20);

        Action[] stappen =
        [
            () => onderzoek.PlanGesprek(nu, Gespreksplaats.Thuis, [], nu),
            () => onderzoek.VerwijsDoor(Stopreden.AnderDomein, "…", nu),
            () => onderzoek.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["…"], nu),
            () => onderzoek.StelGeenIndicatie("…", nu),
            () => onderzoek.StelVerslagVast("…", nu),
        ];
        foreach (var stap in stappen) Geweigerd(stap).ShouldBe((409, code));
        if (onderzoek.Indicaties is [var indicatie])
        {
            Geweigerd(() => onderzoek.Kies(indicatie.Id, Leveringsvorm.Pgb, null, "…", nu)).ShouldBe((409, code));
            Geweigerd(() => onderzoek.TrekIndicatieIn(indicatie.Id, nu)).ShouldBe((409, code));
        }
        Aankondigingen.Van(onderzoek).ShouldBeEmpty();
    }

    [Fact]
    public void Only_a_fixed_verslag_can_be_signed_or_returned()
    {
        var onderzoek = MetKeuze();

        Geweigerd(() => onderzoek.Onderteken(Ondertekenwijze.Digitaal, Vandaag, Nu)).ShouldBe((409, "verslag-niet-vastgesteld"));
        Geweigerd(() => onderzoek.StuurTerug("…", Nu)).ShouldBe((409, "verslag-niet-vastgesteld"));
    }

    [Fact]
    public void A_verslag_is_signed_once()
    {
        Geweigerd(() => Ondertekend().Onderteken(Ondertekenwijze.Papier, Vandaag.AddDays(12), Nu.AddDays(13)))
            .ShouldBe((409, "aanvraag-al-gedaan"));
    }

    [Fact]
    public void A_returned_verslag_is_open_again_and_keeps_the_remarks()
    {
        var onderzoek = MetVerslag();

        onderzoek.StuurTerug("Mijn zus helpt niet meer.", Nu.AddDays(11));

        onderzoek.Status.ShouldBe(Onderzoekstatus.Lopend);
        onderzoek.Opmerkingen.ShouldBe([new(Vandaag.AddDays(11), "Mijn zus helpt niet meer.")]);
        onderzoek.StelVerslagVast("Aangepast.", Nu.AddDays(12));
        onderzoek.VastgesteldOp.ShouldBe(Vandaag.AddDays(12));
    }

    [Fact]
    public void Without_a_gesprek_there_is_no_indicatie_no_refusal_and_no_verslag()
    {
        var onderzoek = Geopend();

        Geweigerd(() => onderzoek.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["…"], Nu)).ShouldBe((409, "gesprek-ontbreekt"));
        Geweigerd(() => onderzoek.StelGeenIndicatie("…", Nu)).ShouldBe((409, "gesprek-ontbreekt"));
        Geweigerd(() => onderzoek.StelVerslagVast("…", Nu)).ShouldBe((409, "gesprek-ontbreekt"));
    }

    [Theory]
    [InlineData(Brpsignaal.AndereGemeente)]
    [InlineData(Brpsignaal.NietIngezetene)]
    public void Who_is_registered_elsewhere_gets_a_verslag_once_established_to_live_here(Brpsignaal signaal)
    {
        var onderzoek = MetKeuze();
        onderzoek.NeemPersoon(Vastgesteld(Persoon) with { Signalen = [signaal] }, versie: 2);

        Geweigerd(() => onderzoek.StelVerslagVast("…", Nu.AddDays(6))).ShouldBe((409, "verblijf-onduidelijk"));

        onderzoek.NeemPersoon(Vastgesteld(Persoon) with { Versie = 3 }, versie: 3);
        onderzoek.StelVerslagVast("…", Nu.AddDays(6));
    }

    [Fact]
    public void After_a_death_there_is_no_verslag_and_no_aanvraag()
    {
        var overleden = Vastgesteld(Persoon) with { Signalen = [Brpsignaal.Overleden], Versie = 3 };
        var (onderzoek, vastgesteld) = (MetKeuze(), MetVerslag());
        onderzoek.NeemPersoon(overleden, overleden.Versie);
        vastgesteld.NeemPersoon(overleden, overleden.Versie);

        Geweigerd(() => onderzoek.StelVerslagVast("…", Nu.AddDays(6))).ShouldBe((409, "inwoner-overleden"));
        Geweigerd(() => vastgesteld.Onderteken(Ondertekenwijze.Papier, Vandaag.AddDays(12), Nu.AddDays(13)))
            .ShouldBe((409, "inwoner-overleden"));
    }

    [Theory]
    [InlineData(Brpsignaal.VerblijftNietOpAdres)]
    [InlineData(Brpsignaal.OnderCuratele)]
    [InlineData(Brpsignaal.BijhoudingOpgeschort)]
    public void Another_sign_of_the_BRP_keeps_nobody_from_help(Brpsignaal signaal)
    {
        var onderzoek = MetKeuze();
        onderzoek.NeemPersoon(Vastgesteld(Persoon) with { Signalen = [signaal] }, versie: 2);

        onderzoek.StelVerslagVast("…", Nu.AddDays(6));
    }

    [Fact]
    public void A_verslag_needs_every_topic_of_the_law_over_all_gesprekken_together()
    {
        var onderzoek = MetGesprek(AlleOnderwerpen with { Mantelzorger = null, EigenBijdrage = " " });
        onderzoek.NeemPersoon(Vastgesteld(Persoon), versie: 2);
        onderzoek.StelGeenIndicatie("Kan het zelf.", Nu.AddDays(4));

        var weigering = Should.Throw<Weigering>(() => onderzoek.StelVerslagVast("…", Nu.AddDays(5)));
        weigering.Code.ShouldBe("onderwerpen-ontbreken");
        weigering.Grondslag.ShouldBe("Wmo 2015 art. 2.3.2 lid 4");
        weigering.Message.ShouldContain("mantelzorger, eigen bijdrage");

        var tweede = onderzoek.PlanGesprek(Nu.AddDays(6), Gespreksplaats.Telefoon, [], Nu.AddDays(5));
        onderzoek.LegGesprekVast(tweede.Id, Vandaag.AddDays(6), false, new(Mantelzorger: "Redt het.", EigenBijdrage: "Uitgelegd."),
            Nu.AddDays(6));
        onderzoek.StelVerslagVast("…", Nu.AddDays(6));
    }

    [Fact]
    public void A_verslag_needs_an_indicatie_or_a_reasoned_no()
    {
        var onderzoek = MetGesprek();
        onderzoek.NeemPersoon(Vastgesteld(Persoon), versie: 2);

        Geweigerd(() => onderzoek.StelVerslagVast("…", Nu.AddDays(5))).ShouldBe((409, "indicatie-ontbreekt"));
        onderzoek.StelGeenIndicatie("Kan het zelf.", Nu.AddDays(5));
        onderzoek.StelVerslagVast("…", Nu.AddDays(5));

        Aankondigingen.Van(onderzoek).OfType<VerslagVastgesteld>().Single().AantalIndicaties.ShouldBe(0);
    }

    [Fact]
    public void A_person_without_an_indicatie_can_still_ask_for_a_decision_by_signing()
    {
        var onderzoek = MetGesprek();
        onderzoek.NeemPersoon(Vastgesteld(Persoon), versie: 2);
        onderzoek.StelGeenIndicatie("Kan het zelf.", Nu.AddDays(5));
        onderzoek.StelVerslagVast("…", Nu.AddDays(5));

        onderzoek.Onderteken(Ondertekenwijze.Digitaal, Vandaag.AddDays(6), Nu.AddDays(6));

        Aankondigingen.Van(onderzoek).OfType<VerslagOndertekend>().Single().Voorzieningen.ShouldBeEmpty();
    }

    [Fact]
    public void A_verslag_needs_a_choice_for_every_indicatie()
    {
        var onderzoek = MetKeuze();
        onderzoek.NeemPersoon(Vastgesteld(Persoon), versie: 2);
        onderzoek.StelIndicatie(new("01", "01A04"), VierUurPerWeek, EenJaar, ["Een schoon huis"], Nu.AddDays(5));

        Geweigerd(() => onderzoek.StelVerslagVast("…", Nu.AddDays(5))).ShouldBe((409, "keuze-ontbreekt"));
    }

    [Fact]
    public void A_verslag_waits_for_the_BRP()
    {
        Geweigerd(() => MetKeuze().StelVerslagVast("…", Nu.AddDays(6))).ShouldBe((409, "persoon-onbekend"));
    }

    [Fact]
    public void A_reasoned_no_excludes_an_indicatie_and_a_later_indicatie_replaces_it()
    {
        Geweigerd(() => MetIndicatie().StelGeenIndicatie("…", Nu.AddDays(5))).ShouldBe((409, "er-is-een-indicatie"));

        var onderzoek = MetGesprek();
        onderzoek.StelGeenIndicatie("Kan het zelf.", Nu.AddDays(5));
        onderzoek.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["Een dagritme"], Nu.AddDays(6));
        onderzoek.MotiveringGeenIndicatie.ShouldBeNull();
    }

    [Fact]
    public void An_indicatie_that_is_withdrawn_makes_room_for_another_or_for_a_reasoned_no()
    {
        var onderzoek = MetKeuze();
        var indicatie = onderzoek.Indicaties[0];
        Aankondigingen.Van(onderzoek);

        onderzoek.TrekIndicatieIn(indicatie.Id, Nu.AddDays(6));

        Aankondigingen.Van(onderzoek).ShouldHaveSingleItem().ShouldBeOfType<IndicatieIngetrokken>().VoorzieningId.ShouldBe(indicatie.Id);
        onderzoek.VolgendeStap.ShouldBe(VolgendeStap.Indiceren);
        Geweigerd(() => onderzoek.TrekIndicatieIn(indicatie.Id, Nu.AddDays(6))).ShouldBe((404, "niet-gevonden"));
        onderzoek.StelGeenIndicatie("Kan het toch zelf.", Nu.AddDays(7));
        onderzoek.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["Een dagritme"], Nu.AddDays(8)).Id.ShouldNotBe(indicatie.Id);
    }

    [Fact]
    public void A_choice_may_change_until_the_verslag_is_fixed_and_each_change_is_announced()
    {
        var onderzoek = MetKeuze();
        var voorziening = onderzoek.Indicaties[0].Id;

        onderzoek.Kies(voorziening, Leveringsvorm.Zin, Aanbieder, null, Nu.AddDays(6));
        onderzoek.Kies(voorziening, Leveringsvorm.Pgb, null, "Ik wil mijn vaste begeleider houden.", Nu.AddDays(7));

        Aankondigingen.Van(onderzoek).OfType<LeveringsvormGekozen>().Select(k => (k.Leveringsvorm, k.Agb))
            .ShouldBe([(Leveringsvorm.Zin, Agb), (Leveringsvorm.Pgb, null)]);
        onderzoek.Indicaties[0].Agb.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_pgb_needs_the_persons_own_motivation(string? motivatie)
    {
        var onderzoek = MetIndicatie();

        var weigering = Should.Throw<Weigering>(() =>
            onderzoek.Kies(onderzoek.Indicaties[0].Id, Leveringsvorm.Pgb, null, motivatie, Nu.AddDays(5)));
        (weigering.Status, weigering.Code, weigering.Grondslag)
            .ShouldBe((422, "pgb-zonder-motivatie", "Wmo 2015 art. 2.3.6 lid 2 onder b"));
    }

    [Fact]
    public void Zin_needs_a_provider_with_a_contract_for_that_help_on_the_first_day()
    {
        var onderzoek = MetIndicatie();
        var ingang = EenJaar.Ingangsdatum;

        (int, string) Kies(Zorgaanbieder? aanbieder) =>
            Geweigerd(() => onderzoek.Kies(onderzoek.Indicaties[0].Id, Leveringsvorm.Zin, aanbieder, null, Nu.AddDays(5)));

        Kies(null).ShouldBe((422, "aanbieder-onbekend"));
        Kies(Met(["01", "07"], new(2025, 1, 1), null)).ShouldBe((422, "aanbieder-niet-gecontracteerd"));
        Kies(Met(["02"], ingang.AddDays(1), null)).ShouldBe((422, "aanbieder-niet-gecontracteerd"));
        Kies(Met(["02"], new(2025, 1, 1), ingang.AddDays(-1))).ShouldBe((422, "aanbieder-niet-gecontracteerd"));
        onderzoek.Kies(onderzoek.Indicaties[0].Id, Leveringsvorm.Zin, Met(["02"], ingang, ingang), null, Nu.AddDays(5));

        static Zorgaanbieder Met(string[] categorieen, DateOnly van, DateOnly? tot) =>
            new() { Agb = Agb, Naam = "Zorg Dichtbij", Productcategorieen = categorieen, GeldigVan = van, GeldigTot = tot, Versie = 1 };
    }

    [Theory]
    [InlineData(9)] // before it was fixed
    [InlineData(13)] // in the future
    public void The_day_of_receipt_lies_between_fixing_and_today(int dag)
    {
        Geweigerd(() => MetVerslag().Onderteken(Ondertekenwijze.Papier, Vandaag.AddDays(dag), Nu.AddDays(12)))
            .ShouldBe((422, "ontvangstdag-onmogelijk"));
    }

    /// <summary>The verslag is of Thursday 12 March 2026. Friday the 13th is the first working day after it.</summary>
    [Fact]
    public void Who_registers_the_signed_verslag_after_a_working_day_says_why()
    {
        var onderzoek = MetVerslag();
        var verslag = onderzoek.VastgesteldOp!.Value;
        Geweigerd(() => onderzoek.Onderteken(Ondertekenwijze.Papier, verslag, Nu.AddDays(14))).ShouldBe((422, "reden-laat-ontbreekt"));

        onderzoek.Onderteken(Ondertekenwijze.Papier, verslag, Nu.AddDays(14), "Het lag bij de balie.",
            new("de zorgaanbieder", verslag));

        var ondertekend = Aankondigingen.Van(onderzoek).OfType<VerslagOndertekend>().Single();
        (ondertekend.OntvangenOp, ondertekend.RedenLaat?.Waarde, ondertekend.EerstBij?.Bestuursorgaan)
            .ShouldBe((verslag, "Het lag bij de balie.", "de zorgaanbieder"));
    }

    [Fact]
    public void The_next_working_day_is_in_time_to_register_the_signed_verslag()
    {
        var onderzoek = MetVerslag();

        onderzoek.Onderteken(Ondertekenwijze.Papier, onderzoek.VastgesteldOp!.Value, Nu.AddDays(11));

        Aankondigingen.Van(onderzoek).OfType<VerslagOndertekend>().Single().RedenLaat.ShouldBeNull();
    }

    [Theory]
    [InlineData(-1)] // before the melding
    [InlineData(5)] // in the future
    public void A_gesprek_was_held_between_the_melding_and_today(int dag)
    {
        var onderzoek = Geopend();
        var gesprek = onderzoek.PlanGesprek(Nu.AddDays(3), Gespreksplaats.Wijkteam, [], Nu);

        Geweigerd(() => onderzoek.LegGesprekVast(gesprek.Id, Vandaag.AddDays(dag), false, AlleOnderwerpen, Nu.AddDays(4)))
            .ShouldBe((422, "gespreksdag-onmogelijk"));
    }

    [Fact]
    public void A_gesprek_is_not_planned_before_the_melding_and_recorded_once()
    {
        var onderzoek = MetGesprek();

        Geweigerd(() => onderzoek.PlanGesprek(Nu.AddDays(-1), Gespreksplaats.Thuis, [], Nu)).ShouldBe((422, "gesprek-voor-melding"));
        Geweigerd(() => onderzoek.LegGesprekVast(onderzoek.Gesprekken[0].Id, Vandaag.AddDays(3), false, AlleOnderwerpen, Nu.AddDays(4)))
            .ShouldBe((409, "gesprek-al-vastgelegd"));
        Geweigerd(() => onderzoek.LegGesprekVast(Guid.NewGuid(), Vandaag.AddDays(3), false, AlleOnderwerpen, Nu.AddDays(4)))
            .ShouldBe((404, "niet-gevonden"));
    }

    [Fact]
    public void Help_does_not_start_before_the_melding()
    {
        Geweigerd(() => MetGesprek()
            .StelIndicatie(Begeleiding, VierUurPerWeek, new(Vandaag.AddDays(-1), Vandaag.AddDays(90)), ["…"], Nu.AddDays(4)))
            .ShouldBe((422, "ingang-voor-melding"));
    }

    [Fact]
    public void Who_uses_the_Wlz_gets_dagbesteding_from_the_Wlz_but_may_get_other_help()
    {
        var onderzoek = MetGesprek(gebruiktWlz: true);

        Geweigerd(() => onderzoek.StelIndicatie(new("07", "07A01"), VierUurPerWeek, EenJaar, ["…"], Nu.AddDays(4)))
            .ShouldBe((422, "dagbesteding-uit-wlz"));
        onderzoek.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["Een dagritme"], Nu.AddDays(4));
    }

    [Theory]
    [InlineData(Stopreden.Wlz)]
    [InlineData(Stopreden.AnderDomein)]
    public void Referring_to_another_law_stops_the_onderzoek_with_the_reason(Stopreden reden)
    {
        var onderzoek = MetGesprek();
        Aankondigingen.Van(onderzoek);

        onderzoek.VerwijsDoor(reden, "Die wet gaat voor.", Nu.AddDays(4));

        Aankondigingen.Van(onderzoek).ShouldHaveSingleItem().ShouldBeOfType<OnderzoekGestopt>().Reden.ShouldBe(reden);
        onderzoek.Stopmotivering.ShouldBe("Die wet gaat voor.");
    }

    [Fact]
    public void A_withdrawn_melding_stops_the_onderzoek_also_when_the_verslag_is_fixed()
    {
        var onderzoek = MetVerslag();

        onderzoek.TrekMeldingIn(Vandaag.AddDays(11), Nu.AddDays(11));

        (onderzoek.Status, onderzoek.Stopreden, onderzoek.GestoptOp)
            .ShouldBe((Onderzoekstatus.Gestopt, Stopreden.MeldingIngetrokken, Vandaag.AddDays(11)));
    }

    [Theory]
    [InlineData("ondertekend", Onderzoekstatus.Ondertekend)]
    [InlineData("gestopt", Onderzoekstatus.Gestopt)]
    public void A_melding_withdrawn_after_the_aanvraag_or_the_end_changes_nothing(string toestand, Onderzoekstatus status)
    {
        var onderzoek = toestand == "ondertekend" ? Ondertekend() : Gestopt();
        Aankondigingen.Van(onderzoek);

        onderzoek.TrekMeldingIn(Vandaag.AddDays(20), Nu.AddDays(20));

        onderzoek.Status.ShouldBe(status);
        Aankondigingen.Van(onderzoek).ShouldBeEmpty();
    }

    private static (int Status, string Code) Geweigerd(Action stap)
    {
        var weigering = Should.Throw<Weigering>(stap);
        return (weigering.Status, weigering.Code);
    }
}
