using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

public class PgbdagenTests
{
    [Theory]
    [InlineData("2026-06-01", "2026-06-30", 300)] // 30 of 365 days
    [InlineData("2026-06-01", "2027-05-31", 3650)]
    [InlineData("2026-06-01", "2027-06-30", 3950)] // 30 days more
    [InlineData("2026-06-01", "2026-06-01", 10)]
    public void A_pgb_over_some_of_its_days_has_the_same_for_each_day(string van, string tot, double bedrag) =>
        Pgbdagen.NaarRato(3650m, D("2026-06-01"), D("2027-05-31"), D(van), D(tot)).ShouldBe((decimal)bedrag);

    [Fact]
    public void A_cent_is_rounded_half_up() => // 0.05 euro over 2 days
        Pgbdagen.NaarRato(0.05m, D("2026-06-01"), D("2026-06-02"), D("2026-06-01"), D("2026-06-01")).ShouldBe(0.03m);

    [Theory]
    [InlineData(300, true)]
    [InlineData(299.99, false)]
    public void Budgets_are_compared_by_the_day(double budget, bool minstens) =>
        Pgbdagen.IsMinstens((decimal)budget, D("2026-06-01"), D("2026-06-30"), 310m, D("2026-07-01"), D("2026-07-31"))
            .ShouldBe(minstens);
}
