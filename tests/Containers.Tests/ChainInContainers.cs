using System.Diagnostics;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Containers.Tests;

/// <summary>The chain in containers. Needs Docker with compose, and an image registry.</summary>
public sealed class ChainInContainers
{
    [Fact(Skip = "Er is geen Docker op deze machine.", SkipUnless = nameof(DockerEngine.IsEr), SkipType = typeof(DockerEngine))]
    public async Task Both_demo_dossiers_travel_through_the_real_images_from_melding_to_CAK()
    {
        // This is no fixture: a fixture is made for a skipped test too.
        await using var platform = new PlatformInContainers();
        await platform.InitializeAsync();

        await SpeelDemo(platform);

        // The partners received one toewijzing, for the dossier in natura, and one start at the CAK for each person.
        (await platform.Ontvangen("WMO301")).Count.ShouldBe(1);
        (await platform.Ontvangen("WMO401")).Count.ShouldBe(2);
    }

    /// <summary>
    /// Plays the demo of run.sh: people and partners do their part through the gateway, and every event must appear in the timeline.
    /// </summary>
    private static async Task SpeelDemo(PlatformInContainers platform)
    {
        var demo = Path.Combine(AppContext.BaseDirectory, "WmoPlatform.Demo.dll");
        using var proces = Process.Start(
            new ProcessStartInfo("dotnet", [demo, $"{platform.Gateway}", $"{platform.Keten}"]) { RedirectStandardOutput = true })!;
        var verloop = await proces.StandardOutput.ReadToEndAsync();
        await proces.WaitForExitAsync();
        proces.ExitCode.ShouldBe(0, verloop);
    }
}
