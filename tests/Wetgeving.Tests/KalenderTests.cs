using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class KalenderTests
{
    [Fact]
    public void Holidays_agree_with_a_second_computation_for_every_day_from_2015_to_2100()
    {
        for (var dag = new DateOnly(2015, 1, 1); dag.Year <= 2100; dag = dag.AddDays(1))
        {
            var verwacht = dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                || TweedeBerekening.IsFeestdag(dag)
                || GelijkgesteldeDagen.Alle.Any(g => g.Datum == dag);
            Kalender.IsUitgezonderd(dag).ShouldBe(verwacht, $"{dag:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void Each_year_lists_exactly_the_holidays_of_the_second_computation()
    {
        for (var jaar = 2015; jaar <= 2100; jaar++)
        {
            var verwacht = Enumerable.Range(0, 366).Select(i => new DateOnly(jaar, 1, 1).AddDays(i))
                .Where(dag => dag.Year == jaar && TweedeBerekening.IsFeestdag(dag));
            Kalender.Feestdagen(jaar).Select(f => f.Datum).Distinct().ShouldBe(verwacht, $"{jaar}");
            Kalender.Feestdagen(jaar).Count.ShouldBe(9);
        }
    }

    [Theory]
    [InlineData("2026-04-03", Dag.GoedeVrijdag)]
    [InlineData("2026-04-06", Dag.TweedePaasdag)]
    [InlineData("2026-04-27", Dag.Koningsdag)]
    [InlineData("2026-05-05", Dag.Bevrijdingsdag)]
    [InlineData("2026-05-14", Dag.Hemelvaartsdag)]
    [InlineData("2026-05-15", Dag.Gelijkgesteld)]
    [InlineData("2026-05-25", Dag.TweedePinksterdag)]
    [InlineData("2026-12-25", Dag.EersteKerstdag)]
    [InlineData("2026-12-26", Dag.TweedeKerstdag)]
    [InlineData("2026-01-01", Dag.Nieuwjaarsdag)]
    [InlineData("2027-03-26", Dag.GoedeVrijdag)]
    [InlineData("2027-03-29", Dag.TweedePaasdag)]
    [InlineData("2027-05-06", Dag.Hemelvaartsdag)]
    [InlineData("2027-05-17", Dag.TweedePinksterdag)]
    [InlineData("2026-05-16", Dag.Zaterdag)]
    [InlineData("2026-05-17", Dag.Zondag)]
    [InlineData("2026-05-18", Dag.Gewoon)]
    public void The_days_of_2026_and_2027_are_what_the_law_says(string datum, Dag dag) => Kalender.Soort(D(datum)).ShouldBe(dag);

    [Theory]
    [InlineData("2026-05-02", "2026-05-04", false)] // Saturday, registered on Monday
    [InlineData("2026-05-02", "2026-05-06", true)] // Saturday, registered on Wednesday
    [InlineData("2026-05-04", "2026-05-06", false)] // Monday; Tuesday 5 May is a holiday
    [InlineData("2026-05-13", "2026-05-18", false)] // the day before Ascension Day; Friday 15 May is put on a par
    [InlineData("2026-05-13", "2026-05-19", true)]
    [InlineData("2026-06-08", "2026-06-08", false)]
    [InlineData("2026-06-08", "2026-06-10", true)]
    public void Registering_is_late_after_the_first_working_day_since_the_receipt(string ontvangen, string vastgelegd, bool laat) =>
        Ontvangstdag.IsLaatVastgelegd(D(ontvangen), D(vastgelegd)).ShouldBe(laat);

    [Fact]
    public void Koningsdag_moves_to_Saturday_when_the_27th_is_a_Sunday()
    {
        Kalender.Feestdagen(2031).Single(f => f.Dag == Dag.Koningsdag).Datum.ShouldBe(D("2031-04-26"));
        Kalender.Feestdagen(2026).Single(f => f.Dag == Dag.Koningsdag).Datum.ShouldBe(D("2026-04-27"));
    }

    [Fact]
    public void Every_day_put_on_a_par_lies_in_a_year_whose_decree_is_known_and_names_its_source()
    {
        foreach (var dag in GelijkgesteldeDagen.Alle)
        {
            GelijkgesteldeDagen.ZijnBekend(dag.Datum.Year).ShouldBeTrue();
            dag.Bron.ShouldNotBeNullOrWhiteSpace();
        }
        GelijkgesteldeDagen.ZijnBekend(2029).ShouldBeFalse();
        GelijkgesteldeDagen.ZijnBekend(2020).ShouldBeFalse();
    }

    [Fact]
    public void Days_put_on_a_par_are_working_days_by_policy_Goede_Vrijdag_and_5_May_never()
    {
        Kalender.IsWerkdag(D("2026-05-15")).ShouldBeFalse();
        Kalender.IsWerkdag(D("2026-05-15"), gelijkgesteldeDagenTellen: true).ShouldBeTrue();
        Kalender.IsWerkdag(D("2026-04-03"), gelijkgesteldeDagenTellen: true).ShouldBeFalse();
        Kalender.IsWerkdag(D("2026-05-05"), gelijkgesteldeDagenTellen: true).ShouldBeFalse();
        Kalender.IsWerkdag(D("2026-05-18")).ShouldBeTrue();
    }

    [Fact]
    public void Any_week_holds_the_two_ordinary_days_that_article_2_asks_for()
    {
        for (var dag = new DateOnly(2015, 1, 1); dag.Year <= 2100; dag = dag.AddDays(1))
            Enumerable.Range(0, 7).Count(i => !Kalender.IsUitgezonderd(dag.AddDays(i)))
                .ShouldBeGreaterThanOrEqualTo(2, $"{dag:yyyy-MM-dd}");
    }

    [Fact]
    public void The_table_of_days_says_what_every_single_day_is()
    {
        var dagen = Kalender.VulDagen();
        dagen.Length.ShouldBe(new DateOnly(2102, 1, 1).DayNumber - new DateOnly(2015, 1, 1).DayNumber);
        for (var dag = new DateOnly(2015, 1, 1); dag.Year <= 2101; dag = dag.AddDays(1))
        {
            var soort = dagen[dag.DayNumber - new DateOnly(2015, 1, 1).DayNumber];
            var feestdag = Kalender.Feestdagen(dag.Year).LastOrDefault(f => f.Datum == dag)?.Dag;
            soort.ShouldBe(feestdag ?? (GelijkgesteldeDagen.Alle.Any(g => g.Datum == dag) ? Dag.Gelijkgesteld
                : dag.DayOfWeek switch { DayOfWeek.Saturday => Dag.Zaterdag, DayOfWeek.Sunday => Dag.Zondag, _ => Dag.Gewoon }),
                    $"{dag:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void A_year_before_the_calendar_is_an_error()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Kalender.Feestdagen(2014));
        Should.Throw<ArgumentOutOfRangeException>(() => Kalender.Soort(new DateOnly(2014, 12, 31)));
        Kalender.Soort(new DateOnly(2015, 1, 1)).ShouldBe(Dag.Nieuwjaarsdag);
    }

    [Fact]
    public void A_term_that_runs_beyond_the_calendar_follows_the_same_rules()
    {
        for (var dag = new DateOnly(2100, 12, 1); dag.Year <= 2110; dag = dag.AddDays(1))
            Kalender.IsUitgezonderd(dag)
                .ShouldBe(dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || TweedeBerekening.IsFeestdag(dag), $"{dag:yyyy-MM-dd}");
        Kalender.Soort(new DateOnly(2105, 6, 6)).ShouldBe(Dag.Zaterdag);
        Kalender.Soort(new DateOnly(2105, 6, 7)).ShouldBe(Dag.Zondag);
        Kalender.Soort(new DateOnly(2105, 6, 9)).ShouldBe(Dag.Gewoon);
    }

    [Fact]
    public void Dates_and_amounts_print_in_Dutch_without_culture_data()
    {
        Datumtekst.Voluit(D("2026-05-06")).ShouldBe("woensdag 6 mei 2026");
        Datumtekst.ZonderWeekdag(D("2027-01-01")).ShouldBe("1 januari 2027");
        Datumtekst.Euro(1442).ShouldBe("€ 1.442,00");
        Datumtekst.Euro(21.8m).ShouldBe("€ 21,80");
    }
}

/// <summary>
/// A second computation of the holidays, independent of the product. Easter comes from the golden number and the epact of the
/// Gregorian reform. Each day is tested for being a holiday, instead of listed.
/// </summary>
internal static class TweedeBerekening
{
    public static bool IsFeestdag(DateOnly dag)
    {
        var naPasen = dag.DayNumber - Pasen(dag.Year).DayNumber;
        return (dag.Month, dag.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26)
            || naPasen is -2 or 1 or 39 or 50
            || (dag is { Month: 4, Day: 27 } && dag.DayOfWeek != DayOfWeek.Sunday)
            || (dag is { Month: 4, Day: 26 } && dag.DayOfWeek == DayOfWeek.Saturday);
    }

    /// <summary>The Sunday after the ecclesiastical full moon, from the golden number and the epact (Lilius, Clavius).</summary>
    private static DateOnly Pasen(int jaar)
    {
        var gulden = jaar % 19 + 1;
        var eeuw = jaar / 100 + 1;
        var zon = 3 * eeuw / 4 - 12;
        var maan = (8 * eeuw + 5) / 25 - 5;
        var epacta = ((11 * gulden + 20 + maan - zon) % 30 + 30) % 30;
        if ((epacta == 25 && gulden > 11) || epacta == 24)
            epacta++;
        var volleMaan = 44 - epacta;
        if (volleMaan < 21)
            volleMaan += 30;
        var dag = new DateOnly(jaar, 3, 1).AddDays(volleMaan); // volleMaan is a day of March: this is the day after it
        while (dag.DayOfWeek != DayOfWeek.Sunday)
            dag = dag.AddDays(1);
        return dag;
    }
}
