using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WmoPlatform.AppHost.Tests;

/// <summary>AppHost names at once what keeps the platform from starting, and says what to do.</summary>
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
            // The developer's own platform has the port, so it is taken as well.
        }
        var data = Directory.CreateTempSubdirectory("wmoplatform-bezet-").FullName;
        var (code, fouten) = await StartAsync("--native", "--no-demo", $"WMOPLATFORM_DATA={data}");
        code.ShouldBe(1, fouten);
        fouten.ShouldContain("Poort 8107 (voor correspondentie) is bezet door ");
        fouten.ShouldContain("(pid ");
        fouten.ShouldContain("Stop dat eerst, en start dan opnieuw.");
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        var (code, fouten) = await StartAsync("--native", "--onec");
        code.ShouldBe(1, fouten);
        fouten.ShouldContain("Onbekende optie: --onec");
    }

    [Fact]
    public async Task An_unknown_service_is_refused_with_the_list_of_those_there_are()
    {
        var data = Directory.CreateTempSubdirectory("wmoplatform-alleen-").FullName;
        var (code, fouten) = await StartAsync("--native", "--alleen", "meldingen,bezwaren", $"WMOPLATFORM_DATA={data}");
        code.ShouldBe(1, fouten);
        fouten.ShouldContain("Onbekend bij --alleen: bezwaren. Kies uit: beschikkingen, correspondentie, dossiers,");
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task What_is_not_ready_in_time_is_said_by_name_and_everything_stops()
    {
        var data = Directory.CreateTempSubdirectory("wmoplatform-geduld-").FullName;
        var (code, fouten) = await StartAsync("--native", "--no-demo", "--reset", $"WMOPLATFORM_DATA={data}", "WMOPLATFORM_GEDULD=1",
            "DcpPublisher:RandomizePorts=true");
        code.ShouldBe(1, fouten);
        fouten.ShouldContain("FOUT: Niet klaar na 1 s: ");
        fouten.ShouldContain("--- postgres:");
        File.Exists(Path.Combine(data, "apphost.pid")).ShouldBeFalse();
        File.Exists(Path.Combine(data, "postgres.pid")).ShouldBeFalse();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Data_of_which_the_password_is_gone_are_not_read_but_named()
    {
        var data = Directory.CreateTempSubdirectory("wmoplatform-wachtwoord-").FullName;
        (await Servers("een", "start", data, "--pg-only")).ShouldBe((0, ""));
        (await Servers("een", "stop", data)).ShouldBe((0, ""));

        var (code, fouten) = await Servers("ander", "start", data, "--pg-only");

        code.ShouldBe(1, fouten);
        fouten.ShouldContain("horen bij een ander wachtwoord");
        fouten.ShouldContain("--reset");
        (await Servers("ander", "stop", data, "--wipe")).ShouldBe((0, ""));

        static Task<(int Code, string Fouten)> Servers(string wachtwoord, params string[] opdracht) => VoerAsync("bash",
            [Path.Combine(Opties.Wortel, "deploy", "native", "servers.sh"), .. opdracht], ("WMOPLATFORM_WACHTWOORD", wachtwoord));
    }

    private static Task<(int Code, string Fouten)> StartAsync(params string[] opties) => VoerAsync("dotnet", [Dll, .. opties]);

    private static async Task<(int Code, string Fouten)> VoerAsync(
        string programma, string[] opties, params (string Naam, string Waarde)[] omgeving)
    {
        var start = new ProcessStartInfo(programma, opties) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var gegeven in new[] { "ConnectionStrings__postgres", "ConnectionStrings__rabbitmq" }) start.Environment.Remove(gegeven);
        foreach (var (naam, waarde) in omgeving) start.Environment[naam] = waarde;
        using var proces = Process.Start(start)!;
        // A process that it leaves running may keep standard output open. So the test waits for the exit, not for the end of that output.
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
            throw new TimeoutException($"{programma} stopte niet.\n{await uitvoer}{await fouten}");
        }
        return (proces.ExitCode, await fouten);
    }
}
