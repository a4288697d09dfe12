using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class BijdrageregelsTests
{
    [Theory]
    [InlineData("2020-01-01", 19.00)]
    [InlineData("2023-12-31", 19.00)]
    [InlineData("2024-01-01", 20.60)]
    [InlineData("2025-06-01", 21.00)]
    [InlineData("2026-12-31", 21.80)]
    public void The_amount_per_month_is_that_of_the_year(string datum, double bedrag) =>
        Bijdrageregels.Maandbedrag(D(datum)).ShouldBe((decimal)bedrag);

    [Theory]
    [InlineData("2019-12-31")]
    [InlineData("2027-01-01")]
    public void A_year_without_an_amount_is_an_error_that_names_table_and_date(string datum)
    {
        var fout = Should.Throw<GegevensOntbrekenException>(() => Bijdrageregels.Maandbedrag(D(datum)));
        fout.Datum.ShouldBe(D(datum));
        fout.Message.ShouldContain("abonnementstarief");
        fout.Message.ShouldContain(Datumtekst.ZonderWeekdag(D(datum)));
    }

    [Theory]
    [InlineData("2026-03-17", "2008-03-17", "02", true, null)]
    [InlineData("2026-03-16", "2008-03-17", "02", false, Bijdragevrij.JongerDan18)]
    [InlineData("2026-02-28", "2008-02-29", "02", false, Bijdragevrij.JongerDan18)]
    [InlineData("2026-03-01", "2008-02-29", "02", true, null)]
    [InlineData("2026-03-17", "1960-01-01", "11", false, Bijdragevrij.Rolstoel)]
    [InlineData("2026-03-17", "2010-01-01", "11", false, Bijdragevrij.JongerDan18)]
    [InlineData("2026-03-17", "1960-01-01", "14", true, null)]
    [InlineData("2026-03-17", "1960-01-01", "15", false, Bijdragevrij.BeschermdWonenOfOpvang)]
    [InlineData("2026-03-17", "1960-01-01", "16", false, Bijdragevrij.BeschermdWonenOfOpvang)]
    [InlineData("2026-03-17", "1960-01-01", "17", false, Bijdragevrij.BeschermdWonenOfOpvang)]
    [InlineData("2026-03-17", "1960-01-01", "18", false, Bijdragevrij.BeschermdWonenOfOpvang)]
    public void Nobody_under_18_no_wheelchair_and_no_beschermd_wonen_is_signalled(string start, string geboren, string categorie,
        bool signaleren, Bijdragevrij? reden)
    {
        var beoordeling = Bijdrageregels.Beoordeel(D(start), D(geboren), categorie);
        beoordeling.Signaleren.ShouldBe(signaleren);
        beoordeling.Reden.ShouldBe(reden);
        beoordeling.Stappen.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_woningaanpassing_for_a_child_notes_that_the_parents_may_be_charged()
    {
        Bijdrageregels.Beoordeel(D("2026-03-17"), D("2015-01-01"), "13").Stappen.ShouldContain(s => s.Grondslag == "Wmo 2015 art. 2.1.5");
        Bijdrageregels.Beoordeel(D("2026-03-17"), D("2015-01-01"), "02").Stappen.Count.ShouldBe(1);
    }

    [Fact]
    public void Dates_sent_to_the_CAK_lie_at_most_12_months_back_and_one_ahead()
    {
        var venster = Bijdrageregels.Venster(D("2026-11-22"));
        venster.Vroegst.ShouldBe(D("2025-11-22"));
        venster.Laatst.ShouldBe(D("2026-12-22"));
        Bijdrageregels.Venster(D("2026-11-22"), maandenTerug: 36).Vroegst.ShouldBe(D("2023-11-22"));
    }

    [Fact]
    public void No_date_before_2020_is_sent_to_the_CAK() =>
        Bijdrageregels.Venster(D("2020-06-01")).Vroegst.ShouldBe(D("2020-01-01"));

    [Fact]
    public void After_a_stop_a_start_is_possible_from_the_next_day() => Bijdrageregels.NaStop(D("2026-08-31")).ShouldBe(D("2026-09-01"));
}
