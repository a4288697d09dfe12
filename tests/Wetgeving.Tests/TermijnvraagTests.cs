using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class TermijnvraagTests
{
    private static readonly DateOnly Start = D("2026-04-24");

    public static TheoryData<Termijnsoort> Soorten => [.. Enum.GetValues<Termijnsoort>()];

    private static Termijnberekening Bereken(Termijnvraag vraag) => Termijnen.Bereken(vraag, Gemeentebeleid.Almere);

    [Fact]
    public void A_question_gives_the_same_answer_as_the_term_itself()
    {
        (Termijnsoort Soort, Termijnberekening Zelf)[] alle =
        [
            (Termijnsoort.Bevestiging, Termijnen.Bevestiging(Start, Normen)),
                (Termijnsoort.PersoonlijkPlan, Termijnen.PersoonlijkPlan(Start)),
                (Termijnsoort.Afspraak, Termijnen.Afspraak(Start, Normen)),
            (Termijnsoort.Spoed, Termijnen.Spoed(Start, Normen)),
            (Termijnsoort.Onderzoek, Termijnen.Onderzoek(Start)), (Termijnsoort.Beschikking, Termijnen.Beschikking(Start)),
                (Termijnsoort.BuitenBehandeling, Termijnen.BuitenBehandeling(Start)),
            (Termijnsoort.Bezwaar, Termijnen.Bezwaar(Start)), (Termijnsoort.BeslissingOpBezwaar, Termijnen.BeslissingOpBezwaar(Start)),
            (Termijnsoort.NadereStukken, Termijnen.NadereStukken(Start)), (Termijnsoort.TerInzage, Termijnen.TerInzage(Start)),
            (Termijnsoort.Beroep, Termijnen.Beroep(Start)), (Termijnsoort.BeroepNietTijdig, Termijnen.BeroepNietTijdig(Start)),
            (Termijnsoort.Klacht, Termijnen.Klacht(Start)), (Termijnsoort.Betaling, Termijnen.Betaling(Start)),
                (Termijnsoort.IwmoRetour, Termijnen.IwmoRetour(Start)),
            (Termijnsoort.IwmoStart, Termijnen.IwmoStart(Start)), (Termijnsoort.IwmoVerzoek, Termijnen.IwmoVerzoek(Start)),
                (Termijnsoort.IwmoVerzoekEind, Termijnen.IwmoVerzoekEind(Start)),
            (Termijnsoort.IwmoDeclaratie, Termijnen.IwmoDeclaratie(Start)), (Termijnsoort.Cak, Termijnen.Cak(Start)),
                (Termijnsoort.CakPgb, Termijnen.CakPgb(Start)),
            (Termijnsoort.SvbAfsluiting, Termijnen.SvbAfsluiting(Start)), (Termijnsoort.Wijziging, Termijnen.Wijziging(Start, Normen)),
                (Termijnsoort.Bewaring, Termijnen.Bewaring(Start)),
        ];
        alle.Select(a => a.Soort).ShouldBe(Enum.GetValues<Termijnsoort>());
        foreach (var (soort, zelf) in alle)
        {
            var antwoord = Bereken(new(soort, Start, []));
            antwoord.Soort.ShouldBe(zelf.Soort);
            antwoord.Uiterlijk.ShouldBe(zelf.Uiterlijk, soort.ToString());
            antwoord.Stappen.ShouldBe(zelf.Stappen);
        }
    }

    [Fact]
    public void A_committee_and_a_postponement_count_for_a_decision_on_bezwaar()
    {
        Bereken(new(Termijnsoort.BeslissingOpBezwaar, D("2026-06-25"), [], Adviescommissie: true)).Uiterlijk.ShouldBe(D("2026-10-29"));
        Bereken(new(Termijnsoort.BeslissingOpBezwaar, D("2026-06-25"), [], Verdaagd: true)).Uiterlijk.ShouldBe(D("2026-10-29"));
        Bereken(new(Termijnsoort.BeslissingOpBezwaar, D("2026-06-25"), [], null, true, true)).Uiterlijk.ShouldBe(D("2026-12-10"));
    }

    [Fact]
    public void A_postponement_may_be_shorter_and_consent_goes_on_from_there()
    {
        Bereken(new(Termijnsoort.BeslissingOpBezwaar, D("2026-06-25"), [], Verdaagd: true) { VerdaagdWeken = 2 })
            .Uiterlijk.ShouldBe(D("2026-10-01"));
        Bereken(new(Termijnsoort.BeslissingOpBezwaar, D("2026-06-25"), []) { InstemmingTot = D("2026-11-01") })
            .Uiterlijk.ShouldBe(D("2026-11-01"));
        Bereken(new(Termijnsoort.Klacht, Start, [], null, true, true) { VerdaagdWeken = 3 }).Uiterlijk.ShouldBe(D("2026-07-24"));
        Bereken(new(Termijnsoort.Klacht, Start, []) { InstemmingTot = D("2026-07-05") }).Uiterlijk.ShouldBe(D("2026-07-05"));
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Suspension_moves_only_a_term_to_decide_in_and_elsewhere_a_step_says_so(Termijnsoort soort)
    {
        var grond = soort == Termijnsoort.BeslissingOpBezwaar ? Opschortingsgrond.Verzuim : Opschortingsgrond.Instemming;
        // The term of a bezwaar runs after the six weeks in which to object.
        var van = Start.AddDays(soort == Termijnsoort.BeslissingOpBezwaar ? 44 : 2);
        var zonder = Bereken(new(soort, Start, []));
        var met = Bereken(new(soort, Start, [new(grond, van, van.AddDays(7), van.AddDays(3))]));
        var beslistermijn = soort is Termijnsoort.Beschikking or Termijnsoort.BeslissingOpBezwaar;
        (met.Uiterlijk > zonder.Uiterlijk).ShouldBe(beslistermijn);
        met.Stappen.Count(s => s.Uitleg.Contains("Opschorting heeft op deze termijn geen invloed")).ShouldBe(beslistermijn ? 0 : 1);
        zonder.Stappen.ShouldNotContain(s => s.Uitleg.Contains("geen invloed"));
    }

    public static TheoryData<Opschortingsgrond> Gronden => [.. Enum.GetValues<Opschortingsgrond>()];

    [Theory]
    [MemberData(nameof(Gronden))]
    public void A_bezwaar_stands_still_only_for_a_defect_and_an_aanvraag_on_other_grounds(Opschortingsgrond grond)
    {
        var mis = grond == Opschortingsgrond.Verzuim ? Termijnsoort.Beschikking : Termijnsoort.BeslissingOpBezwaar;
        Should.Throw<ArgumentException>(() => Bereken(new(mis, Start, [new(grond, Start.AddDays(2), null, Start.AddDays(5))])));
    }

    public static TheoryData<Termijnsoort> SoortenBehalveBezwaar =>
        [.. Enum.GetValues<Termijnsoort>().Where(s => s != Termijnsoort.BeslissingOpBezwaar)];

    [Theory]
    [MemberData(nameof(SoortenBehalveBezwaar))]
    public void Delay_is_promised_only_for_a_beschikking_and_elsewhere_a_step_says_so(Termijnsoort soort)
    {
        var met = Bereken(new(soort, Start, [], new(Start.AddDays(1), 2)));
        var beschikking = soort == Termijnsoort.Beschikking;
        met.ToegezegdeDatum.HasValue.ShouldBe(beschikking);
        met.Uiterlijk.ShouldBe(Bereken(new(soort, Start, [])).Uiterlijk);
        met.Stappen.Count(s => s.Uitleg.Contains("Uitstel heeft op deze termijn geen invloed")).ShouldBe(beschikking ? 0 : 1);
    }

    [Fact]
    public void A_delay_of_a_decision_on_bezwaar_is_an_error() =>
        Should.Throw<ArgumentException>(() => Bereken(new(Termijnsoort.BeslissingOpBezwaar, Start, [], new(Start.AddDays(1), 2))));

    [Fact]
    public void A_suspension_whose_end_nobody_knows_yet_counts_no_days_and_says_why()
    {
        var termijn = Bereken(new(Termijnsoort.Beschikking, Start, [new(Opschortingsgrond.Overmacht, Start.AddDays(2), null, null)]));
        termijn.Uiterlijk.ShouldBe(Termijnen.Beschikking(Start).Uiterlijk);
        termijn.Stappen.ShouldContain(s => s.Uitleg.Contains("is nog niet bekend"));
    }

    [Fact]
    public void A_municipality_s_own_norms_hold_from_the_day_they_start()
    {
        var almere = Gemeentebeleid.Almere.Op(Start).Waarde;
        var eigen = new Tabel<Gemeentebeleid>(Gemeentebeleid.Tabelnaam,
            new Rij<Gemeentebeleid>(D("2026-01-01"), D("2026-06-30"), almere, "test"),
            new Rij<Gemeentebeleid>(D("2026-07-01"), D("2026-12-31"), almere with { Servicenormen = new(2, 10, 4, true) }, "test"));
        Termijnen.Bereken(new(Termijnsoort.Bevestiging, D("2026-06-30"), []), eigen).Uiterlijk.ShouldBe(D("2026-07-07"));
        Termijnen.Bereken(new(Termijnsoort.Bevestiging, D("2026-07-01"), []), eigen).Uiterlijk.ShouldBe(D("2026-07-03"));
        Termijnen.Bereken(new(Termijnsoort.Afspraak, D("2026-07-01"), []), eigen).Uiterlijk.ShouldBe(D("2026-07-15"));
        Termijnen.Bereken(new(Termijnsoort.Wijziging, D("2026-07-01"), []), eigen).Uiterlijk.ShouldBe(D("2026-07-29"));
        var fout = Should.Throw<GegevensOntbrekenException>(() =>
            Termijnen.Bereken(new(Termijnsoort.Bevestiging, D("2027-01-01"), []), eigen));
        (fout.Tabel, fout.Datum).ShouldBe(("gemeentebeleid", D("2027-01-01")));
    }

    [Theory]
    [InlineData(Termijnsoort.IwmoRetour, "2026-05-18")]
    [InlineData(Termijnsoort.IwmoStart, "2026-05-20")]
    [InlineData(Termijnsoort.IwmoVerzoek, "2026-05-20")]
    [InlineData(Termijnsoort.IwmoDeclaratie, "2026-05-28")]
    public void The_policy_on_days_put_on_a_par_holds_for_iWmo_terms_too(Termijnsoort soort, string uiterlijk)
    {
        var almere = Gemeentebeleid.Almere.Op(Start).Waarde;
        var eigen = new Tabel<Gemeentebeleid>("test",
            new Rij<Gemeentebeleid>(D("2026-01-01"), null,
            almere with { Servicenormen = Normen with { GelijkgesteldeDagenTellen = true } }, "test"));
        Termijnen.Bereken(new(soort, D("2026-05-12"), []), eigen).Uiterlijk.ShouldBe(D(uiterlijk));
        Termijnen.Bereken(new(soort, D("2026-05-12"), []), Gemeentebeleid.Almere).Uiterlijk.ShouldBeGreaterThan(D(uiterlijk));
    }

    [Fact]
    public void A_start_outside_the_calendar_and_a_kind_that_does_not_exist_are_errors()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Bereken(new(Termijnsoort.Onderzoek, D("2014-12-31"), [])));
        Should.Throw<ArgumentOutOfRangeException>(() => Bereken(new(Termijnsoort.Onderzoek, D("2101-01-01"), [])));
        Should.Throw<ArgumentOutOfRangeException>(() => Bereken(new((Termijnsoort)99, Start, [])));
    }
}

public class GemeentebeleidTests
{
    [Fact]
    public void Almere_ships_as_the_example_without_a_day_that_has_none()
    {
        var rijen = Gemeentebeleid.Maak().Rijen;
        rijen.Count.ShouldBe(Gemeentebeleid.Almere.Rijen.Count);
        rijen.Select(r => r.Waarde.Zintarieven.Count).ShouldBe([0, 13, 0]);
        rijen[1].Bron.ShouldContain("Financieel Besluit Wmo 2024");
        rijen[0].Vanaf.ShouldBe(D("2015-01-01"));
        rijen[^1].TotEnMet.ShouldBeNull();
        for (var i = 1; i < rijen.Count; i++) rijen[i].Vanaf.ShouldBe(rijen[i - 1].TotEnMet!.Value.AddDays(1));
        foreach (var rij in rijen)
        {
            rij.Bron.ShouldContain("Almere");
            rij.Waarde.Servicenormen.ShouldBe(new(5, 5, 8, false));
            rij.Waarde.Dwangsom.ShouldBe(new(false, false));
            rij.Waarde.Pgb.ShouldBe(new(0.85m, 0.90m, 1.20m, 22, 40));
        }
    }

    [Theory]
    [InlineData("01A04", 34.80)]
    [InlineData("02T21", 68.29)]
    [InlineData("02T24", 68.29)]
    [InlineData("02T25", 68.34)]
    [InlineData("02T28", 68.34)]
    [InlineData("02T31", 69.63)]
    [InlineData("02T34", 69.63)]
    public void A_tariff_for_zin_is_that_of_the_product_in_the_year(string product, double tarief)
    {
        Gemeentebeleid.Zintarief(Gemeentebeleid.Maak(), product, D("2024-01-01")).ShouldBe((decimal)tarief);
        Gemeentebeleid.Zintarief(Gemeentebeleid.Almere, product, D("2024-12-31")).ShouldBe((decimal)tarief);
    }

    [Theory]
    [InlineData("02T21", "2023-12-31")]
    [InlineData("02T21", "2025-01-01")]
    [InlineData("02T29", "2024-06-01")]
    public void A_tariff_that_is_not_known_is_an_error_that_names_product_and_date(string product, string datum)
    {
        var fout = Should.Throw<GegevensOntbrekenException>(() => Gemeentebeleid.Zintarief(Gemeentebeleid.Almere, product, D(datum)));
        fout.Tabel.ShouldContain(product);
        fout.Datum.ShouldBe(D(datum));
    }
}
