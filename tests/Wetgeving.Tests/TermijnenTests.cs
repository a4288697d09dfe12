using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class TermijnenTests
{
    [Theory]
    [InlineData("2026-04-24", "2026-05-04", "2026-05-04")]
    [InlineData("2026-04-03", "2026-04-13", "2026-04-13")]
    [InlineData("2026-05-12", "2026-05-21", "2026-05-20")]
    [InlineData("2026-12-19", "2026-12-28", "2026-12-28")]
    [InlineData("2025-12-31", "2026-01-09", "2026-01-08")]
    public void A_melding_is_confirmed_within_five_working_days(string melding, string uiterlijk, string alsGelijkgesteldTelt)
    {
        Termijnen.Bevestiging(D(melding), Normen).Uiterlijk.ShouldBe(D(uiterlijk));
        Termijnen.Afspraak(D(melding), Normen).Uiterlijk.ShouldBe(D(uiterlijk));
        Termijnen.Bevestiging(D(melding), Normen with { GelijkgesteldeDagenTellen = true }).Uiterlijk.ShouldBe(D(alsGelijkgesteldTelt));
    }

    [Theory]
    [InlineData("2026-04-24", "2026-04-28")] // the Monday between is Koningsdag
    [InlineData("2026-04-03", "2026-04-07")]
    [InlineData("2026-05-12", "2026-05-13")]
    public void An_urgent_case_is_decided_within_one_working_day(string melding, string uiterlijk) =>
        Termijnen.Spoed(D(melding), Normen).Uiterlijk.ShouldBe(D(uiterlijk));

    [Theory]
    [InlineData("2026-04-24", "2026-06-05")]
    [InlineData("2026-04-03", "2026-05-18")]
    [InlineData("2026-03-24", "2026-05-06")]
    [InlineData("2026-11-13", "2026-12-28")]
    [InlineData("2027-03-25", "2027-05-10")]
    public void An_onderzoek_takes_six_weeks_under_the_Atw(string melding, string uiterlijk) =>
        Termijnen.Onderzoek(D(melding)).Uiterlijk.ShouldBe(D(uiterlijk));

    [Fact]
    public void An_aanvraag_without_verslag_is_allowed_from_the_day_after_the_six_weeks() =>
        Termijnen.AanvraagZonderVerslag(D("2026-04-24")).Uiterlijk.ShouldBe(D("2026-06-06"));

    [Fact]
    public void A_persoonlijk_plan_may_come_within_seven_days()
    {
        Termijnen.PersoonlijkPlan(D("2026-06-01")).Uiterlijk.ShouldBe(D("2026-06-08"));
        Termijnen.PersoonlijkPlan(D("2026-05-07")).Uiterlijk.ShouldBe(D("2026-05-18"));
    }

    [Theory]
    [InlineData("2026-05-01", "2026-05-18", "2026-05-29")]
    [InlineData("2026-04-13", "2026-04-28", "2026-05-11")]
    [InlineData("2026-12-11", "2026-12-28", "2027-01-08")]
    public void A_beschikking_takes_two_weeks_and_announced_delay_leaves_the_statutory_day_alone(string aanvraag, string uiterlijk,
        string toegezegd)
    {
        var termijn = Termijnen.Beschikking(D(aanvraag));
        termijn.Uiterlijk.ShouldBe(D(uiterlijk));

        var metUitstel = Termijnen.Uitstel(termijn, D(uiterlijk), weken: 2);
        metUitstel.Uiterlijk.ShouldBe(D(uiterlijk));
        metUitstel.ToegezegdeDatum.ShouldBe(D(toegezegd));
    }

    [Fact]
    public void Delay_announced_after_the_last_day_is_too_late_and_a_step_says_so()
    {
        var termijn = Termijnen.Uitstel(Termijnen.Beschikking(D("2026-05-01")), D("2026-05-19"), weken: 1);
        termijn.ToegezegdeDatum.ShouldBeNull();
        termijn.Uiterlijk.ShouldBe(D("2026-05-18"));
        termijn.Stappen[^1].Uitleg.ShouldBe("Uitstel op dinsdag 19 mei 2026 is te laat: de laatste dag was maandag 18 mei 2026.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Delay_is_one_or_two_weeks(int weken) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.Uitstel(Termijnen.Beschikking(D("2026-05-01")), D("2026-05-02"), weken));

    [Theory]
    [InlineData("2026-06-25", "2026-08-06", "2026-09-17", "2026-10-29", "2026-12-10")]
    [InlineData("2026-04-02", "2026-05-18", "2026-06-29", "2026-08-10", "2026-09-21")]
    public void Bezwaar_takes_six_weeks_and_its_decision_six_twelve_or_eighteen(string bekend, string bezwaar, string zes, string twaalf,
        string achttien)
    {
        Termijnen.Bezwaar(D(bekend)).Uiterlijk.ShouldBe(D(bezwaar));
        Termijnen.BeslissingOpBezwaar(D(bekend)).Uiterlijk.ShouldBe(D(zes));
        Termijnen.BeslissingOpBezwaar(D(bekend), adviescommissie: true).Uiterlijk.ShouldBe(D(twaalf));
        Termijnen.BeslissingOpBezwaar(D(bekend), adviescommissie: true, verdaagd: true).Uiterlijk.ShouldBe(D(achttien));
    }

    [Theory]
    [InlineData("2026-04-24", "2026-06-05", "2026-07-03", "2026-07-31")]
    [InlineData("2026-03-24", "2026-05-06", "2026-06-02", "2026-06-30")]
    public void A_klacht_takes_six_weeks_or_ten_and_four_more(string ontvangen, string zes, string tien, string veertien)
    {
        Termijnen.Klacht(D(ontvangen)).Uiterlijk.ShouldBe(D(zes));
        Termijnen.Klacht(D(ontvangen), commissie: true).Uiterlijk.ShouldBe(D(tien));
        Termijnen.Klacht(D(ontvangen), commissie: true, verdaagd: true).Uiterlijk.ShouldBe(D(veertien));
    }

    [Fact]
    public void Papers_come_in_before_the_tenth_day_and_the_file_lies_open_a_week()
    {
        Termijnen.NadereStukken(D("2026-06-16")).Uiterlijk.ShouldBe(D("2026-06-05"));
        Termijnen.TerInzage(D("2026-06-16")).Uiterlijk.ShouldBe(D("2026-06-09"));
        // Counted back to a holiday: it stays there.
        Termijnen.TerInzage(D("2026-05-12")).Uiterlijk.ShouldBe(D("2026-05-05"));
    }

    [Fact]
    public void Beroep_takes_six_weeks_and_without_a_decision_starts_after_two_weeks_of_notice()
    {
        Termijnen.Beroep(D("2026-04-02")).Uiterlijk.ShouldBe(D("2026-05-18"));
        Termijnen.BeroepNietTijdig(D("2026-06-01")).Uiterlijk.ShouldBe(D("2026-06-16"));
        Termijnen.BeroepNietTijdig(D("2026-06-06")).Uiterlijk.ShouldBe(D("2026-06-23"));
    }

    [Fact]
    public void A_dwangsom_is_paid_within_six_weeks() => Termijnen.Betaling(D("2026-04-02")).Uiterlijk.ShouldBe(D("2026-05-18"));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_decision_on_bezwaar_is_postponed_by_one_to_six_weeks(int weken) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            Termijnen.BeslissingOpBezwaar(D("2026-06-25"), verdaagd: true, verdaagdWeken: weken));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_klacht_is_postponed_by_one_to_four_weeks(int weken) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.Klacht(D("2026-06-25"), verdaagd: true, verdaagdWeken: weken));

    [Fact]
    public void Bezwaar_that_ends_on_Hemelvaart_runs_past_the_day_put_on_a_par_and_the_weekend() =>
        Termijnen.Bezwaar(D("2027-03-25")).Uiterlijk.ShouldBe(D("2027-05-10"));

    [Fact]
    public void Chain_messages_are_answered_in_working_days()
    {
        Termijnen.IwmoRetour(D("2026-05-12")).Uiterlijk.ShouldBe(D("2026-05-19"));
        Termijnen.IwmoStart(D("2026-05-12")).Uiterlijk.ShouldBe(D("2026-05-21"));
        Termijnen.IwmoStart(D("2026-05-12"), gelijkgesteldeDagenTellen: true).Uiterlijk.ShouldBe(D("2026-05-20"));
        Termijnen.IwmoVerzoek(D("2026-05-12")).Uiterlijk.ShouldBe(D("2026-05-21"));
        Termijnen.IwmoVerzoekEind(D("2026-03-07")).Uiterlijk.ShouldBe(D("2026-05-02"));
        Termijnen.IwmoDeclaratie(D("2026-05-12")).Uiterlijk.ShouldBe(D("2026-05-29"));
    }

    [Fact]
    public void The_CAK_is_told_within_calendar_months_without_the_Atw()
    {
        Termijnen.Cak(D("2026-03-17")).Uiterlijk.ShouldBe(D("2026-04-17"));
        Termijnen.Cak(D("2026-01-31")).Uiterlijk.ShouldBe(D("2026-02-28"));
        Termijnen.CakPgb(D("2026-01-31")).Uiterlijk.ShouldBe(D("2026-05-31"));
    }

    [Fact]
    public void The_SVB_closes_a_budget_after_98_plain_days() =>
        Termijnen.SvbAfsluiting(D("2026-12-31")).Uiterlijk.ShouldBe(D("2027-04-08"));

    [Fact]
    public void Other_terms_are_counted_as_their_article_says()
    {
        Termijnen.BuitenBehandeling(D("2026-04-07")).Uiterlijk.ShouldBe(D("2026-05-06"));
        Termijnen.Wijziging(D("2026-03-20"), Normen).Uiterlijk.ShouldBe(D("2026-05-15"));
        Termijnen.Bewaring(D("2026-04-30")).Uiterlijk.ShouldBe(D("2041-05-01"));
        Termijnen.Bewaring(D("2024-02-29")).Uiterlijk.ShouldBe(D("2039-03-01"));
    }

    [Fact]
    public void A_derivation_reads_as_a_letter()
    {
        var termijn = Termijnen.Onderzoek(D("2026-03-24"));
        termijn.Grondslag.ShouldBe("Wmo 2015 art. 2.3.2 lid 1");
        termijn.Stappen.ShouldBe(
        [
            new(D("2026-03-24"), "Wij ontvingen uw melding op dinsdag 24 maart 2026.", "Wmo 2015 art. 2.3.2 lid 1"),
            new(D("2026-05-05"), "Zes weken na de ontvangst van uw melding is dinsdag 5 mei 2026.", "Wmo 2015 art. 2.3.2 lid 1", 42),
            new(D("2026-05-06"),
                "De laatste dag valt dan op een feestdag (Bevrijdingsdag) en schuift daarom op naar woensdag 6 mei 2026.",
                    "Atw art. 1 lid 1", 1),
        ]);
    }

    [Fact]
    public void A_working_day_norm_names_the_weekdays_it_skips()
    {
        var stappen = Termijnen.Bevestiging(D("2026-05-12"), Normen).Stappen;
        stappen.Select(s => s.Datum).ShouldBe([D("2026-05-12"), D("2026-05-14"), D("2026-05-15"), D("2026-05-21")]);
        stappen[1].Uitleg.ShouldBe("Geen werkdag is donderdag 14 mei 2026: dat is een feestdag (Hemelvaartsdag).");
        stappen[^1].Uitleg.ShouldBe("Vijf werkdagen na de ontvangst van uw melding is donderdag 21 mei 2026.");
    }

    [Fact]
    public void A_year_without_a_decree_is_named_once_in_a_step()
    {
        const string zin = "Voor 2029 kennen wij nog geen dagen die met een feestdag zijn gelijkgesteld.";
        Termijnen.Onderzoek(D("2029-01-02")).Stappen.Count(s => s.Uitleg == zin).ShouldBe(1);
        Termijnen.Bevestiging(D("2029-01-02"), Normen).Stappen.Count(s => s.Uitleg == zin).ShouldBe(1);
        Termijnen.BeslissingOpBezwaar(D("2029-01-02")).Stappen.Count(s => s.Uitleg == zin).ShouldBe(1);
        Termijnen.Onderzoek(D("2028-01-03")).Stappen.ShouldNotContain(s => s.Uitleg == zin);
        Termijnen.Cak(D("2029-01-02")).Stappen.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2014-12-31")]
    [InlineData("2101-01-01")]
    public void A_term_starts_between_2015_and_2100(string start)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.Onderzoek(D(start)));
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.IwmoRetour(D(start)));
        Should.Throw<ArgumentOutOfRangeException>(() => Termijnen.Cak(D(start)));
    }

    [Fact]
    public void Norms_of_a_day_before_the_table_are_an_error_that_names_it()
    {
        var fout = Should.Throw<GegevensOntbrekenException>(() => Gemeentebeleid.Almere.Op(D("2014-12-31")));
        fout.Tabel.ShouldBe(Gemeentebeleid.Tabelnaam);
        fout.Datum.ShouldBe(D("2014-12-31"));
    }
}
