using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace WmoPlatform.AppHost.Tests;

/// <summary>The whole platform, started by AppHost on servers, ports and data of its own.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private static readonly TimeSpan Geduld = TimeSpan.FromMinutes(8);

    // As root the tests need a data folder that the user postgres can reach.
    private readonly string _data = Environment.IsPrivilegedProcess
        ? $"/var/lib/wmoplatform/test-{Guid.NewGuid():N}"
        : Directory.CreateTempSubdirectory("wmoplatform-apphost-").FullName;

    private DistributedApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
        [
            "--native", "--no-demo", $"WMOPLATFORM_DATA={_data}", $"WMOPLATFORM_GEDULD={Geduld.TotalSeconds}",
            // The platform must not use the servers of the tests.
            "ConnectionStrings:postgres=", "ConnectionStrings:rabbitmq=",
        ]);
        _app = await builder.BuildAsync();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task The_demo_can_be_played_twice_on_the_same_data()
    {
        using var grens = new CancellationTokenSource(Geduld);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("gateway", grens.Token);
        foreach (var dienst in Architecture.Tests.Huis.Diensten)
            await _app.ResourceNotifications.WaitForResourceHealthyAsync(dienst.ToLowerInvariant(), grens.Token);
        (await Demonstratie.Speel(_app, grens.Token)).ShouldBe(0, Verloop());
        (await Demonstratie.Speel(_app, grens.Token)).ShouldBe(0, Verloop());

        // A client of the gateway finds the platform.
        using var http = _app.CreateHttpClient("gateway", "http");
        (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), grens.Token)).IsSuccessStatusCode.ShouldBeTrue();
    }

    private string Verloop() => File.ReadAllText(Path.Combine(_data, "logs", "demo.log"));
}
