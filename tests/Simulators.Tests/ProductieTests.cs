using System.Diagnostics;

namespace WmoPlatform.Simulators.Tests;

public class ProductieTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Production")]
    [InlineData("Acceptatie")]
    [InlineData("Staging")]
    public async Task The_simulator_starts_in_Development_only_and_says_why(string? omgeving)
    {
        var start = new ProcessStartInfo("dotnet",
            Path.Combine(AppContext.BaseDirectory, "WmoPlatform.Keten.dll"))
        { RedirectStandardError = true };
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        if (omgeving is not null) start.Environment["ASPNETCORE_ENVIRONMENT"] = omgeving;
        using var proces = Process.Start(start)!;
        var fouten = await proces.StandardError.ReadToEndAsync();
        await proces.WaitForExitAsync();
        proces.ExitCode.ShouldBe(1);
        fouten.ShouldContain("start alleen in Development");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_tells_that_it_is_well(string pad)
    {
        await using var huis = await Huis.Open();
        (await huis.Http.GetAsync(pad)).IsSuccessStatusCode.ShouldBeTrue();
    }
}
