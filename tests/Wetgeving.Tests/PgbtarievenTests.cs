using FsCheck;
using FsCheck.Fluent;
using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class PgbtarievenTests
{
    private static readonly Zorgverlener Professional = new(false, Dienstverband.Zzp, Diploma: true, Vog: true, null, 0);
    private static readonly Zorgverlener Bekende = new(true, Dienstverband.Geen, Diploma: false, Vog: false, D("1980-05-05"), 0);

    private static Pgbvraag Vraag(Zorgverlener wie, string datum = "2026-11-25", decimal gevraagd = 20, decimal? zin = 68.29m,
        decimal wonen = 0, decimal uren = 10, Pgbvoorziening wat = Pgbvoorziening.IndividueleBegeleiding) =>
        new(wat, D(datum), gevraagd, zin, wonen, uren, wie);

    private static Pgbtarief Bereken(Pgbvraag vraag) => Pgbtarieven.Bereken(vraag, Gemeentebeleid.Almere);

    [Theory]
    [InlineData(68.29, 58.05)]
    [InlineData(68.34, 58.09)]
    [InlineData(69.63, 59.19)]
    [InlineData(34.80, 29.58)]
    [InlineData(0.1, 0.09)]
    public void A_professional_gets_at_most_85_percent_of_zin_rounded_half_up(double zin, double maximum) =>
        Bereken(Vraag(Professional, zin: (decimal)zin)).MaximumTarief.ShouldBe((decimal)maximum);

    [Fact]
    public void Asking_more_is_no_refusal_the_client_pays_the_difference()
    {
        var tarief = Bereken(Vraag(Professional, gevraagd: 62));
        tarief.BehandeldAls.ShouldBe(Behandeling.Professional);
        tarief.ToegekendTarief.ShouldBe(58.05m);
        tarief.ZelfBijTeBetalen.ShouldBe(3.95m);
        tarief.Weigeringen.ShouldBeEmpty();
        tarief.Stappen.ShouldContain(s => s.Uitleg.Contains("€ 3,95 per uur betaalt u zelf bij"));
        tarief.Stappen.ShouldContain(s => s.Uitleg.Contains("85% van het tarief voor zorg in natura: van € 68,29 is dat € 58,05"));
    }

    [Fact]
    public void Asking_less_is_granted_as_asked()
    {
        var tarief = Bereken(Vraag(Professional, gevraagd: 50));
        tarief.ToegekendTarief.ShouldBe(50);
        tarief.ZelfBijTeBetalen.ShouldBe(0);
        tarief.ToegestaneUren.ShouldBe(10);
        tarief.Stappen[^1].Uitleg.ShouldBe("De zorgverlener vraagt € 50,00 per uur. Dat betalen wij.");
    }

    [Theory]
    [InlineData(70, 10, 53)]
    [InlineData(70, 62.995, 0.01)]
    [InlineData(70, 63, 0)]
    [InlineData(70, 80, 0)]
    [InlineData(68.29, 0, 61.46)]
    public void Beschermd_wonen_is_90_percent_less_housing_and_never_under_0(double zin, double wonen, double maximum) =>
        Bereken(Vraag(Professional, zin: (decimal)zin, wonen: (decimal)wonen,
            wat: Pgbvoorziening.BeschermdWonen)).MaximumTarief.ShouldBe((decimal)maximum);

    [Fact]
    public void Housing_counts_only_in_beschermd_wonen() =>
        Bereken(Vraag(Professional, zin: 100, wonen: 50, wat: Pgbvoorziening.KortdurendVerblijf)).MaximumTarief.ShouldBe(85);

    [Theory]
    [InlineData("2024-01-01", 15.92)]
    [InlineData("2024-07-01", 16.42)]
    [InlineData("2025-06-30", 16.87)]
    [InlineData("2025-07-01", 17.28)]
    [InlineData("2026-03-01", 17.65)]
    [InlineData("2026-06-30", 17.65)]
    [InlineData("2026-07-01", 17.99)]
    [InlineData("2026-12-31", 17.99)]
    public void A_bekende_gets_at_most_120_percent_of_the_minimum_wage_of_the_day(string datum, double maximum)
    {
        var tarief = Bereken(Vraag(Bekende, datum, zin: null));
        tarief.BehandeldAls.ShouldBe(Behandeling.Bekende);
        tarief.MaximumTarief.ShouldBe((decimal)maximum);
        Bereken(Vraag(Bekende, datum, zin: 1, wat: Pgbvoorziening.BeschermdWonen)).MaximumTarief.ShouldBe((decimal)maximum,
            "zin is ignored");
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2023-12-31")]
    public void A_wage_that_is_not_known_is_an_error_that_names_table_and_date(string datum)
    {
        var fout = Should.Throw<GegevensOntbrekenException>(() => Bereken(Vraag(Bekende, datum)));
        fout.Tabel.ShouldBe("wettelijk minimumuurloon");
        fout.Datum.ShouldBe(D(datum));
        Bereken(Vraag(Professional, datum)).MaximumTarief.ShouldBe(58.05m, "a professional is not paid by it");
    }

    [Theory]
    [InlineData(true, Dienstverband.Zorginstelling, Behandeling.Bekende)]
    [InlineData(true, Dienstverband.Zzp, Behandeling.Bekende)]
    [InlineData(false, Dienstverband.Geen, Behandeling.Bekende)]
    [InlineData(false, Dienstverband.Zzp, Behandeling.Professional)]
    [InlineData(false, Dienstverband.Zorginstelling, Behandeling.Professional)]
    public void Family_housemates_and_who_has_no_care_company_are_bekenden_and_a_step_says_why(bool familie, Dienstverband werkt,
        Behandeling verwacht)
    {
        var tarief = Bereken(Vraag(new(familie, werkt, true, true, D("1980-05-05"), 0)));
        tarief.BehandeldAls.ShouldBe(verwacht);
        tarief.Stappen[0].Uitleg.ShouldContain(verwacht == Behandeling.Bekende ? "tarief van een bekende" : "tarief van een professional");
        tarief.Stappen[0].Uitleg.ShouldContain(familie ? "familie of huisgenoot"
            : werkt switch
            {
                Dienstverband.Geen => "geen zorgbedrijf",
                Dienstverband.Zzp => "een eigen zorgbedrijf",
                _ => "werkt bij een zorginstelling"
            });
    }

    [Theory]
    [InlineData(false, true, "diploma-ontbreekt")]
    [InlineData(true, false, "vog-ontbreekt")]
    public void A_professional_without_diploma_or_VOG_is_refused(bool diploma, bool vog, string code)
    {
        var tarief = Bereken(Vraag(Professional with { Diploma = diploma, Vog = vog }, gevraagd: 62));
        tarief.Weigeringen.Select(w => w.Code).ShouldBe([code]);
        tarief.Weigeringen[0].Uitleg.ShouldContain(diploma ? "VOG" : "diploma");
        tarief.MaximumTarief.ShouldBe(58.05m);
        tarief.ToegekendTarief.ShouldBe(0);
        tarief.ZelfBijTeBetalen.ShouldBe(62);
        tarief.Stappen[^1].Uitleg.ShouldBe("Daarom is er voor deze zorgverlener geen pgb.");
        tarief.Stappen.ShouldContain(s => s.Uitleg == tarief.Weigeringen[0].Uitleg);
    }

    [Fact]
    public void Both_missing_are_both_told() =>
        Bereken(Vraag(Professional with { Diploma = false, Vog = false })).Weigeringen.Select(w => w.Code)
            .ShouldBe(["diploma-ontbreekt", "vog-ontbreekt"]);

    [Fact]
    public void A_bekende_needs_no_diploma_and_no_VOG() => Bereken(Vraag(Bekende)).Weigeringen.ShouldBeEmpty();

    [Theory]
    [InlineData("2026-11-25", "2004-11-25", false)]
    [InlineData("2026-11-24", "2004-11-25", true)]
    [InlineData("2026-02-28", "2004-02-29", true)]
    [InlineData("2026-03-01", "2004-02-29", false)]
    public void A_bekende_is_22_or_older_on_the_day(string datum, string geboren, bool geweigerd)
    {
        var tarief = Bereken(Vraag(Bekende with { Geboortedatum = D(geboren) }, datum, gevraagd: 15));
        tarief.Weigeringen.Select(w => w.Code).ShouldBe(geweigerd ? ["te-jong"] : []);
        tarief.ToegekendTarief.ShouldBe(geweigerd ? 0 : 15);
        if (geweigerd) tarief.Weigeringen[0].Uitleg.ShouldContain("22 jaar of ouder op");
    }

    [Theory]
    [InlineData(30, 12, 10, true)]
    [InlineData(30, 10, 10, false)]
    [InlineData(0, 40, 40, false)]
    [InlineData(0, 40.5, 40, true)]
    [InlineData(39, 12, 1, true)]
    public void A_bekende_works_at_most_40_hours_for_all_together_and_fewer_is_a_step(double elders, double gevraagd, double toegestaan,
        bool stap)
    {
        var tarief = Bereken(Vraag(Bekende with { UrenElders = (decimal)elders }, uren: (decimal)gevraagd));
        tarief.ToegestaneUren.ShouldBe((decimal)toegestaan);
        tarief.Weigeringen.ShouldBeEmpty();
        tarief.Stappen.Count(s => s.Uitleg.Contains("voor alle cliënten samen")).ShouldBe(stap ? 1 : 0);
        if (toegestaan == 1) tarief.Stappen.ShouldContain(s => s.Uitleg.Contains("Er is nog 1 uur over; u vroeg 12 uur."));
        if (gevraagd == 40.5) tarief.Stappen.ShouldContain(s => s.Uitleg.Contains("Er zijn nog 40 uur over; u vroeg 40,5 uur."));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    public void When_no_hours_are_left_it_is_refused(double elders)
    {
        var tarief = Bereken(Vraag(Bekende with { UrenElders = (decimal)elders }));
        tarief.ToegestaneUren.ShouldBe(0);
        tarief.Weigeringen.Select(w => w.Code).ShouldBe(["geen-uren-over"]);
        tarief.Weigeringen[0].Uitleg.ShouldContain("hooguit 40 uur");
        tarief.ToegekendTarief.ShouldBe(0);
    }

    [Fact]
    public void A_professional_has_no_limit_of_hours() =>
        Bereken(Vraag(Professional with { UrenElders = 60 }, uren: 50)).ToegestaneUren.ShouldBe(50);

    [Fact]
    public void Without_what_is_needed_it_cannot_be_computed()
    {
        Should.Throw<ArgumentException>(() => Bereken(Vraag(Professional, zin: null))).Message.ShouldContain("zorg in natura");
        Should.Throw<ArgumentException>(() => Bereken(Vraag(Bekende with { Geboortedatum = null }))).Message.ShouldContain("geboortedatum");
    }

    [Fact]
    public void The_tariff_of_a_bekende_changes_with_the_wage_within_the_agreement()
    {
        var regels = Pgbtarieven.Tariefregels(Vraag(Bekende, "2026-01-15"), D("2026-12-31"), Gemeentebeleid.Almere);
        regels.Select(r => (r.Van, r.TotEnMet, r.Tarief.ToegekendTarief))
            .ShouldBe([(D("2026-01-15"), D("2026-06-30"), 17.65m), (D("2026-07-01"), D("2026-12-31"), 17.99m)]);
    }

    [Fact]
    public void Periods_with_the_same_tariff_are_one_line()
    {
        Pgbtarieven.Tariefregels(Vraag(Bekende, "2024-03-01", gevraagd: 12), D("2026-12-31"), Gemeentebeleid.Almere)
            .Select(r => (r.Van, r.TotEnMet)).ShouldBe([(D("2024-03-01"), D("2026-12-31"))]);
        Pgbtarieven.Tariefregels(Vraag(Professional, "2023-03-01"), D("2030-12-31"), Gemeentebeleid.Almere).Select(r => (r.Van, r.TotEnMet))
            .ShouldBe([(D("2023-03-01"), D("2030-12-31"))]);
        Pgbtarieven.Tariefregels(Vraag(Bekende, "2026-07-01"), D("2026-07-01"), Gemeentebeleid.Almere)
            .Single().TotEnMet.ShouldBe(D("2026-07-01"));
    }

    [Fact]
    public void The_tariff_of_a_professional_changes_with_the_municipality_s_choices()
    {
        var almere = Gemeentebeleid.Almere.Op(D("2026-01-01")).Waarde;
        var beleid = new Tabel<Gemeentebeleid>("test",
            new Rij<Gemeentebeleid>(D("2026-01-01"), D("2026-03-31"), almere, "test"),
            new Rij<Gemeentebeleid>(D("2026-04-01"), D("2026-12-31"), almere with { Pgb = almere.Pgb with { Professional = 0.50m } },
                "test"));
        Pgbtarieven.Tariefregels(Vraag(Professional, "2026-03-01", gevraagd: 100, zin: 60), D("2026-12-31"), beleid)
            .Select(r => (r.Van, r.TotEnMet, r.Tarief.ToegekendTarief))
            .ShouldBe([(D("2026-03-01"), D("2026-03-31"), 51), (D("2026-04-01"), D("2026-12-31"), 30)]);
        Pgbtarieven.Tariefregels(Vraag(Bekende, "2026-03-01", gevraagd: 100), D("2026-05-01"), beleid)
            .Single().TotEnMet.ShouldBe(D("2026-05-01"), "a bekende is not paid by it");
    }

    [Fact]
    public void Who_is_too_young_at_the_start_is_refused_for_the_whole_agreement()
    {
        // 22 on 15 June: before the wage changes on 1 July, and after the start.
        var regel = Pgbtarieven.Tariefregels(Vraag(Bekende with { Geboortedatum = D("2004-06-15") }, "2026-06-01"), D("2026-12-31"),
            Gemeentebeleid.Almere).ShouldHaveSingleItem();
        (regel.Van, regel.TotEnMet, regel.Tarief.ToegekendTarief, regel.Budget).ShouldBe((D("2026-06-01"), D("2026-12-31"), 0, 0));
        regel.Tarief.Weigeringen.Select(w => w.Code).ShouldBe(["te-jong"]);
    }

    [Fact]
    public void Hours_that_change_make_a_line_of_their_own()
    {
        var almere = Gemeentebeleid.Almere.Op(D("2026-01-01")).Waarde;
        var beleid = new Tabel<Gemeentebeleid>("test",
            new Rij<Gemeentebeleid>(D("2026-01-01"), D("2026-03-31"), almere, "test"),
            new Rij<Gemeentebeleid>(D("2026-04-01"), null, almere with { Pgb = almere.Pgb with { UrenPerWeek = 5 } }, "test"));
        Pgbtarieven.Tariefregels(Vraag(Bekende, "2026-03-01"), D("2026-05-01"), beleid).Select(r => r.Tarief.ToegestaneUren)
            .ShouldBe([10, 5]);
    }

    [Fact]
    public void An_agreement_into_a_year_without_a_wage_is_an_error() =>
        Should.Throw<GegevensOntbrekenException>(() =>
            Pgbtarieven.Tariefregels(Vraag(Bekende, "2026-07-01"), D("2027-01-01"), Gemeentebeleid.Almere)).Datum.ShouldBe(D("2027-01-01"));

    [Fact]
    public void An_agreement_that_ends_before_it_starts_is_an_error() =>
        Should.Throw<ArgumentException>(() => Pgbtarieven.Tariefregels(Vraag(Bekende), D("2026-11-24"), Gemeentebeleid.Almere));

    [Fact]
    public void Weekly_hours_become_a_budget_on_the_rounded_tariff()
    {
        // 181 days at 17.65 and 184 at 17.99, ten hours a week: 4,563.785… and 4,728.80.
        var regels = Pgbtarieven.Tariefregels(Vraag(Bekende, "2026-01-01"), D("2026-12-31"), Gemeentebeleid.Almere);
        regels.Select(r => r.Budget).ShouldBe([4563.79m, 4728.80m]);
        Pgbtarieven.Budget(regels).ShouldBe(9292.59m);
        Pgbtarieven.Budget(Pgbtarieven.Tariefregels(Vraag(Professional, "2026-01-01", gevraagd: 50, uren: 7), D("2026-12-31"),
            Gemeentebeleid.Almere)).ShouldBe(365 * 50);
        Pgbtarieven.Budget(Pgbtarieven.Tariefregels(Vraag(Professional with { Vog = false }, "2026-01-01"), D("2026-12-31"),
            Gemeentebeleid.Almere)).ShouldBe(0);
    }

    [Fact]
    public void What_is_handed_in_was_received_at_most_a_year_before_the_choice() =>
        Pgbtarieven.VroegsteOntvangst(D("2024-02-29")).ShouldBe(D("2023-02-28"));

    [Fact]
    public void Granted_and_paid_on_top_are_what_was_asked_and_no_tariff_is_over_its_maximum() =>
        Prop.ForAll(
            (from centen in Gen.Choose(0, 20_000)
             from zin in Gen.Choose(0, 20_000)
             from uren in Gen.Choose(1, 1680)
             from elders in Gen.Choose(0, 600)
             from familie in Gen.Elements(true, false)
             from vog in Gen.Elements(true, false)
             from wat in Gen.Elements(Enum.GetValues<Pgbvoorziening>())
             select Vraag(new(familie, Dienstverband.Zzp, true, vog, D("1980-05-05"), elders / 10m), gevraagd: centen / 100m,
                 zin: zin / 100m, wonen: zin / 200m, uren: uren / 10m, wat: wat)).ToArbitrary(),
            vraag => Bereken(vraag) is var t
                && t.ToegekendTarief + t.ZelfBijTeBetalen == vraag.GevraagdTarief && t.ToegekendTarief >= 0
                && t.ToegekendTarief <= t.MaximumTarief
                && t.ToegestaneUren >= 0 && t.ToegestaneUren <= vraag.UrenPerWeek
                && (t.BehandeldAls == Behandeling.Professional || t.ToegestaneUren <= 40)
                && (t.Weigeringen.Count == 0 || t.ToegekendTarief == 0)
                && t.Stappen.All(s => s.Uitleg.EndsWith('.') && s.Grondslag.Length > 0)).QuickCheckThrowOnFailure();
}
