using System.Diagnostics;

namespace WmoPlatform.Containers.Tests;

/// <summary>The chain in containers. Needs Docker with compose, an image registry and the full package feed.</summary>
public sealed class ChainInContainers(PlatformInContainers platform) : IClassFixture<PlatformInContainers>
{
    [Fact]
    public async Task Both_demo_dossiers_travel_through_the_real_images_from_melding_to_CAK()
    {
        await SpeelDemo();

        // Counted at the partners, by message: one toewijzing for the one in natura, and one start at the CAK for each person.
        (await platform.Ontvangen("WMO301")).Count.ShouldBe(1);
        (await platform.Ontvangen("WMO401")).Count.ShouldBe(2);
    }

    /// <summary>The demo of run.sh: people and partners do their part through the gateway, and every event must appear in the timeline.</summary>
    private async Task SpeelDemo()
    {
        var demo = Path.Combine(AppContext.BaseDirectory, "WmoPlatform.Demo.dll");
        using var proces = Process.Start(new ProcessStartInfo("dotnet", [demo, $"{platform.Gateway}", $"{platform.Keten}"]) { RedirectStandardOutput = true })!;
        var verloop = await proces.StandardOutput.ReadToEndAsync();
        await proces.WaitForExitAsync();
        proces.ExitCode.ShouldBe(0, verloop);
    }
}
