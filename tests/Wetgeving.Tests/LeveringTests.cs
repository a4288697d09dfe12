namespace WmoPlatform.Wetgeving.Tests;

/// <summary>
/// The volume of help that fits a period, and the price of minutes at a tariff per hour: the examples of IV077, IV078 and IV081 and their
/// edges.
/// </summary>
public sealed class LeveringTests
{
    [Theory]
    // Three hours a week from Tuesday 7 October to 30 December 2025: 12, 15 and 15 hours, with a maximum of 39 in all.
    [InlineData("02", 3, "04", "2", "2025-10-07", "2025-12-30", "2025-10-07", "2025-10-31", 12)]
    [InlineData("02", 3, "04", "2", "2025-10-07", "2025-12-30", "2025-11-01", "2025-11-30", 15)]
    [InlineData("02", 3, "04", "2", "2025-10-07", "2025-12-30", "2025-12-01", "2025-12-30", 15)]
    // A partial week or month counts as a whole one.
    [InlineData("02", 3, "04", "2", "2025-11-12", "2025-12-13", "2025-11-12", "2025-11-30", 9)]
    [InlineData("02", 15, "04", "4", "2025-10-14", "2025-12-13", "2025-10-14", "2025-10-31", 15)]
    // Help in the household: every month allows six weeks.
    [InlineData("01", 3, "04", "2", "2025-10-07", "2025-12-30", "2025-11-01", "2025-11-30", 18)]
    // Output counts Sundays. A partial last week belongs to the period of the last Sunday.
    [InlineData("02", 30000, "83", "2", "2025-10-01", "2025-12-31", "2025-11-01", "2025-11-30", 150000)]
    [InlineData("02", 30000, "83", "2", "2025-10-01", "2025-12-31", "2025-12-01", "2025-12-31", 150000)]
    [InlineData("02", 30000, "83", "2", "2025-07-07", "2025-09-05", "2025-07-07", "2025-07-31", 90000)]
    [InlineData("02", 30000, "83", "2", "2025-07-07", "2025-09-05", "2025-08-01", "2025-08-31", 180000)]
    [InlineData("02", 30000, "83", "2", "2025-07-07", "2025-09-05", "2025-09-01", "2025-09-05", 0)]
    [InlineData("02", 30000, "83", "2", "2025-07-07", "2025-07-11", "2025-07-07", "2025-07-11", 30000)]
    [InlineData("02", 2, "14", "1", "2025-01-01", "2025-12-31", "2025-02-01", "2025-02-28", 56)]
    [InlineData("02", 40, "84", "6", "2025-01-01", "2025-12-31", "2025-02-01", "2025-02-28", 40)]
    public void Over_a_product_period(string categorie, long volume, string eenheid, string frequentie, string ingang, string einde,
        string begin, string eind, long verwacht) =>
        new ToegewezenHulp(categorie, volume, eenheid, frequentie, Dag(ingang), Dag(einde)).HoogstensOver(Dag(begin), Dag(eind))
            .ShouldBe(verwacht);

    [Theory]
    [InlineData(3, "04", "2", "2025-10-07", "2025-12-30", 39L)]
    [InlineData(3, "04", "2", "2025-07-07", "2025-09-07", 27L)]
    [InlineData(30000, "83", "2", "2025-07-07", "2025-09-05", 270000L)]
    [InlineData(2, "14", "1", "2024-02-01", "2024-02-29", 58L)]
    [InlineData(15, "04", "4", "2025-10-14", "2025-12-13", 45L)]
    [InlineData(40, "84", "6", "2025-01-01", null, 40L)]
    [InlineData(40, "84", "4", "2025-01-01", null, null)]
    public void Over_all_of_it(long volume, string eenheid, string frequentie, string ingang, string? einde, long? verwacht) =>
        new ToegewezenHulp("02", volume, eenheid, frequentie, Dag(ingang), einde is null ? null
            : Dag(einde)).HoogstensOverAlles.ShouldBe(verwacht);

    [Fact]
    public void The_months_of_an_assignment_of_output_are_together_all_of_it()
    {
        for (var begin = new DateOnly(2025, 1, 1); begin < new DateOnly(2025, 2, 1); begin = begin.AddDays(1))
            for (var einde = new DateOnly(2025, 3, 1); einde < new DateOnly(2025, 4, 1); einde = einde.AddDays(1))
            {
                var hulp = new ToegewezenHulp("02", 1, "82", "2", begin, einde);
                var maanden = hulp.HoogstensOver(begin, new(2025, 1, 31)) + hulp.HoogstensOver(new(2025, 2, 1), new(2025, 2, 28))
                    + hulp.HoogstensOver(new(2025, 3, 1), einde);
                maanden.ShouldBe(hulp.HoogstensOverAlles!.Value, $"{begin:O} tot en met {einde:O}");
            }
    }

    [Fact]
    public void Minutes_cost_their_part_of_the_hour_rounded_at_the_end()
    {
        Uurtarief.PerMinuut(68.29m).ShouldBe(1.14m);
        Uurtarief.OverMinuten(68.29m, 90).ShouldBe(102.44m);
        Uurtarief.PerMinuut(87.30m).ShouldBe(1.46m);
        Uurtarief.IsMogelijk(102.44m, 1.14m, 90).ShouldBeTrue();
        Uurtarief.IsMogelijk(102.60m, 1.14m, 90).ShouldBeTrue();
        Uurtarief.IsMogelijk(103.06m, 1.14m, 90).ShouldBeFalse();
        Uurtarief.IsMogelijk(102.14m, 1.14m, 90).ShouldBeFalse();
    }

    private static DateOnly Dag(string tekst) => DateOnly.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture);
}
