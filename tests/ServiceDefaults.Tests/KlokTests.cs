using Microsoft.AspNetCore.Builder;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

public sealed class KlokTests : IDisposable
{
    private readonly string _bestand = Path.GetTempFileName();

    [Fact]
    public void Production_refuses_a_clock_that_can_be_moved() =>
        Should.Throw<InvalidOperationException>(() => Maak("Production")).Message.ShouldContain("Klok:Bestand");

    [Fact]
    public void An_environment_that_is_not_set_is_Production() =>
        Should.Throw<InvalidOperationException>(() =>
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.Configuration["Klok:Bestand"] = _bestand;
            builder.AddServiceDefaults();
        });

    [Fact]
    public void Without_a_file_the_clock_is_the_real_one()
    {
        var klok = Builder("Production").AddServiceDefaultsEnBouw();
        var voor = DateTimeOffset.UtcNow;
        klok.GetUtcNow().ShouldBeInRange(voor, DateTimeOffset.UtcNow);
    }

    [Fact]
    public void The_file_moves_the_clock_from_the_first_look()
    {
        File.WriteAllText(_bestand, "14.00:00:00\n");

        Verschuiving(Maak("Development")).TotalDays.ShouldBe(14, 0.01);
    }

    [Fact]
    public async Task A_clock_that_runs_is_moved_by_writing_the_file_again()
    {
        var klok = Maak("Development");
        Verschuiving(klok).TotalDays.ShouldBe(0, 0.01);

        await File.WriteAllTextAsync(_bestand, "42.00:00:00");

        await Tot.Waar(() => Verschuiving(klok).TotalDays > 41);
        Verschuiving(klok).TotalDays.ShouldBe(42, 0.01);
    }

    [Theory]
    [InlineData("onzin")]
    [InlineData("")]
    public void A_file_that_says_nothing_leaves_the_clock_alone(string inhoud)
    {
        File.WriteAllText(_bestand, inhoud);

        Verschuiving(Maak("Development")).TotalDays.ShouldBe(0, 0.01);
    }

    [Theory]
    [InlineData("2026-01-31T23:30:00Z", "2026-02-01")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01")]
    [InlineData("2026-06-30T21:30:00Z", "2026-06-30")]
    public void A_day_of_the_law_is_a_day_in_Amsterdam(string moment, string dag) =>
        DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture).Dag()
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(dag);

    public void Dispose() => File.Delete(_bestand);

    private static TimeSpan Verschuiving(TimeProvider klok) => klok.GetUtcNow() - DateTimeOffset.UtcNow;

    private TimeProvider Maak(string omgeving)
    {
        var builder = Builder(omgeving);
        builder.Configuration["Klok:Bestand"] = _bestand;
        return builder.AddServiceDefaultsEnBouw();
    }

    private static WebApplicationBuilder Builder(string omgeving) =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = omgeving });
}

internal static class BouwExtensions
{
    /// <summary>The clock of a process with the defaults.</summary>
    public static TimeProvider AddServiceDefaultsEnBouw(this WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults();
        return (TimeProvider)builder.Build().Services.GetService(typeof(TimeProvider))!;
    }
}
