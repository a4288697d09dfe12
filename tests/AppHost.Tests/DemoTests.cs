using System.Diagnostics;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.AppHost.Tests;

/// <summary>The whole platform, started by AppHost on servers, ports and data of its own.</summary>
public sealed class Gestart : IAsyncLifetime
{
    public static readonly TimeSpan Geduld = TimeSpan.FromMinutes(8);

    // As root the tests need a data folder that the user postgres can reach.
    private readonly string _data = Environment.IsPrivilegedProcess
        ? $"/var/lib/wmoplatform/test-{Guid.NewGuid():N}"
        : Directory.CreateTempSubdirectory("wmoplatform-apphost-").FullName;

    public DistributedApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
        [
            "--native", "--no-demo", $"WMOPLATFORM_DATA={_data}", $"WMOPLATFORM_GEDULD={Geduld.TotalSeconds}",
            // The platform must not use the servers of the tests.
            "ConnectionStrings:postgres=", "ConnectionStrings:rabbitmq=",
        ]);
        App = await builder.BuildAsync();
        await App.StartAsync();
        using var grens = new CancellationTokenSource(Geduld);
        foreach (var proces in Architecture.Tests.Huis.Diensten.Append("gateway"))
            await App.ResourceNotifications.WaitForResourceHealthyAsync(proces.ToLowerInvariant(), grens.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>What the demo has said.</summary>
    public string Verloop() => File.ReadAllText(Path.Combine(_data, "logs", "demo.log"));
}

/// <summary>What a person does with the platform that runs: at the terminal, and in the dashboard.</summary>
public sealed class DemoTests(Gestart platform) : IClassFixture<Gestart>
{
    [Fact]
    public async Task The_demo_can_be_played_twice_on_the_same_data()
    {
        using var grens = new CancellationTokenSource(Gestart.Geduld);
        (await Demonstratie.Speel(platform.App, grens.Token)).ShouldBe(0, platform.Verloop());
        (await Demonstratie.Speel(platform.App, grens.Token)).ShouldBe(0, platform.Verloop());
    }

    [Fact]
    public async Task A_client_of_the_gateway_finds_the_platform()
    {
        using var http = platform.App.CreateHttpClient("gateway", "http");
        (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_dies_starts_again()
    {
        using var grens = new CancellationTokenSource(Gestart.Geduld);
        var eerst = Staat();
        Process.GetProcessById(Pid(eerst)).Kill();

        var daarna = await platform.App.ResourceNotifications.WaitForResourceAsync("dossiers",
            nu => nu.Snapshot.State?.Text == KnownResourceStates.Running && Pid(nu.Snapshot) != Pid(eerst), grens.Token);
        await platform.App.ResourceNotifications.WaitForResourceHealthyAsync("dossiers", grens.Token);
        Process.GetProcessById(Pid(daarna.Snapshot)).HasExited.ShouldBeFalse();

        CustomResourceSnapshot Staat() =>
            platform.App.ResourceNotifications.TryGetCurrentState("dossiers", out var nu) ? nu.Snapshot
            : throw new InvalidOperationException();

        static int Pid(CustomResourceSnapshot staat) =>
            (int?)staat.Properties.Single(p => p.Name == "executable.pid").Value ?? throw new InvalidOperationException();
    }

    [Fact]
    public async Task A_service_that_is_stopped_in_the_dashboard_and_started_again_is_ready_again()
    {
        using var grens = new CancellationTokenSource(Gestart.Geduld);
        (await Doe(KnownResourceCommands.StopCommand)).Success.ShouldBeTrue();
        await platform.App.ResourceNotifications.WaitForResourceAsync(
            "correspondentie", KnownResourceStates.TerminalStates, grens.Token);

        (await Doe(KnownResourceCommands.StartCommand)).Success.ShouldBeTrue();
        await platform.App.ResourceNotifications.WaitForResourceHealthyAsync("correspondentie", grens.Token);

        Task<ExecuteCommandResult> Doe(string opdracht) => platform.App.Services.GetRequiredService<ResourceCommandService>()
            .ExecuteCommandAsync("correspondentie", opdracht, grens.Token);
    }
}
