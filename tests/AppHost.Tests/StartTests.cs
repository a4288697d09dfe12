using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.AppHost.Tests;

/// <summary>What keeps the platform from starting is said at once, by name, with what to do.</summary>
public sealed class StartTests
{
    private static readonly string Dll = Path.Combine(Opties.Artifacts, "bin", "AppHost",
        new DirectoryInfo(AppContext.BaseDirectory).Name, "WmoPlatform.AppHost.dll");

    [Fact]
    public async Task A_taken_port_is_said_by_name()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 8107);
        try
        {
            luisteraar.Start();
        }
        catch (SocketException)
        {
            // The platform of the developer has it: taken as well.
        }
        var data = Directory.CreateTempSubdirectory("wmoplatform-bezet-").FullName;
        var (code, fouten) = await StartAsync("--native", "--no-demo", $"WMOPLATFORM_DATA={data}");
        code.ShouldBe(1);
        fouten.ShouldContain("Poort 8107 (voor correspondentie) is bezet door ");
        fouten.ShouldContain("(pid ");
        fouten.ShouldContain("Stop dat eerst, en start dan opnieuw.");
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        var (code, fouten) = await StartAsync("--native", "--onec");
        code.ShouldBe(1);
        fouten.ShouldContain("Onbekende optie: --onec");
    }

    [Fact]
    public async Task An_unknown_service_is_refused_with_the_list_of_those_there_are()
    {
        var data = Directory.CreateTempSubdirectory("wmoplatform-alleen-").FullName;
        var (code, fouten) = await StartAsync("--native", "--alleen", "meldingen,bezwaren", $"WMOPLATFORM_DATA={data}");
        code.ShouldBe(1);
        fouten.ShouldContain("Onbekend bij --alleen: bezwaren. Kies uit: beschikkingen, correspondentie, dossiers,");
        Directory.Delete(data, recursive: true);
    }

    private static async Task<(int Code, string Fouten)> StartAsync(params string[] opties)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. opties]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var gegeven in new[] { "ConnectionStrings__postgres", "ConnectionStrings__rabbitmq" }) start.Environment.Remove(gegeven);
        using var proces = Process.Start(start)!;
        var uitvoer = proces.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var fouten = proces.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var grens = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await proces.WaitForExitAsync(grens.Token);
        }
        catch (OperationCanceledException)
        {
            proces.Kill(entireProcessTree: true);
            throw new TimeoutException($"AppHost stopte niet.\n{await uitvoer}{await fouten}");
        }
        await uitvoer;
        return (proces.ExitCode, await fouten);
    }
}
