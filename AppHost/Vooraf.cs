using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WmoPlatform.AppHost;

/// <summary>Checks ports, tools and data before anything starts, and names at once what is wrong.</summary>
internal static class Vooraf
{
    private const string Vlag = "wmoplatform";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(15);

    /// <summary>Refuses a service that does not exist.</summary>
    public static void ControleerNamen(this IReadOnlyList<string> gevraagd, IReadOnlyList<string> bekend)
    {
        if (gevraagd.Except(bekend).ToArray() is { Length: > 0 } vreemd)
            throw new Mislukt($"Onbekend bij --alleen: {string.Join(", ", vreemd)}. Kies uit: {string.Join(", ", bekend.Order())}.");
    }

    /// <summary>Clears the way for the start, or says what blocks it.</summary>
    /// <exception cref="Mislukt">Something is missing, or in use.</exception>
    public static async Task Regel(DistributedApplication app, Opties opties, CancellationToken stop)
    {
        var model = app.Services.GetRequiredService<DistributedApplicationModel>();
        if (Draaiend(opties.Data) is { } pid)
            throw new Mislukt($"Het platform draait al (pid {pid}). Stop het daar met Ctrl-C, of met: kill {pid}");
        if (model.Resources.OfType<NativeServer>().Any()) await Script(["check"], stop);
        if (model.Resources.Any(r => r.IsContainer()) && !await Docker(stop))
            throw new Mislukt("Docker is niet te bereiken. Start Docker, of start het platform zonder containers: ./run.sh");
        await Ruim(app, model, opties, stop);
        if (opties.Reset) await Wis(opties, stop);
        else if (File.Exists(Path.Combine(opties.Data, "services.conf")))
            throw new Mislukt($"De gegevens in {opties.Data} zijn van een oudere versie. Begin met lege gegevens: ./run.sh --reset");
        Directory.CreateDirectory(opties.Data);
        if (IsLeeg(opties.Data)) await File.WriteAllTextAsync(Path.Combine(opties.Data, Vlag), "Wissen kan met --reset.\n", stop);
        await File.WriteAllTextAsync(Merk(opties.Data), Environment.ProcessId.ToString(CultureInfo.InvariantCulture), stop);
        var programmas = model.Resources.OfType<ProjectResource>().SelectMany(r => r.Annotations.OfType<ExecutableAnnotation>());
        foreach (var map in programmas.Select(p => p.WorkingDirectory))
            if (!Directory.Exists(map)) throw new Mislukt($"{map} ontbreekt. Bouw eerst: ./run.sh zonder --no-build.");
    }

    /// <summary>The file with the number of the process that uses these data.</summary>
    public static string Merk(string data) => Path.Combine(data, "apphost.pid");

    /// <summary>The AppHost that uses these data. The file can outlive its process, and another process can get the same number.</summary>
    private static int? Draaiend(string data) =>
        File.Exists(Merk(data)) && int.TryParse(File.ReadAllText(Merk(data)), out var pid) && pid != Environment.ProcessId
        && Poorten.Opdracht(pid).Contains("AppHost", StringComparison.Ordinal) ? pid : null;

    /// <summary>
    /// After kill -9 Aspire's orchestrator stops the processes that it started. This method ends the ones that still run after that.
    /// </summary>
    private static async Task Ruim(DistributedApplication app, DistributedApplicationModel model, Opties opties, CancellationToken stop)
    {
        var instellingen = app.Services.GetRequiredService<IConfiguration>();
        var nodig = Poorten.Nodig(model.Resources, Voortgang.Dashboard(app)?.GetLeftPart(UriPartial.Authority));
        if (File.Exists(Merk(opties.Data)))
        {
            Console.WriteLine("De vorige keer is niet netjes gestopt: wat nog draait, stopt eerst.");
            var einde = DateTime.UtcNow + Geduld;
            while (DateTime.UtcNow < einde && Poorten.Bezet(nodig).Count > 0) await Task.Delay(200, stop);
            string[] vanOns =
            [
                $"Klok__Bestand={Path.Combine(opties.Data, "klok")}",
                $"DASHBOARD__FRONTEND__BROWSERTOKEN={instellingen["AppHost:BrowserToken"]}",
            ];
            foreach (var pid in vanOns.SelectMany(Poorten.Met).ToArray())
            {
                try
                {
                    Process.GetProcessById(pid).Kill();
                }
                catch (Exception fout) when (fout is ArgumentException or InvalidOperationException)
                {
                    // It ended by itself.
                }
            }
            if (model.Resources.OfType<NativeServer>().Any()) await Script(["stop", opties.Data], stop);
        }
        if (Poorten.Bezet(nodig) is { Count: > 0 } bezet) throw new Mislukt(Poorten.Uitleg(bezet));
    }

    // The platform wipes a folder only when that folder was empty at the first start.
    private static bool IsVanOns(string data) =>
        IsLeeg(data) || File.Exists(Path.Combine(data, Vlag)) || File.Exists(Path.Combine(data, "services.conf"));

    // The platform makes its secrets first, so a folder with only secrets counts as empty.
    private static bool IsLeeg(string data) => Directory.EnumerateFileSystemEntries(data).All(e => Path.GetFileName(e) == "geheimen");

    private static async Task Wis(Opties opties, CancellationToken stop)
    {
        if (!opties.Native)
            throw new Mislukt("--reset wist alleen gegevens van --native. "
                + "Anders: docker volume rm wmoplatform-postgres wmoplatform-rabbitmq");
        if (!IsVanOns(opties.Data))
            throw new Mislukt($"{opties.Data} is geen gegevensmap van het platform; die wordt niet gewist.");
        // As root the databases may be in another folder: only servers.sh knows where.
        await Script(["stop", opties.Data, "--wipe"], stop);
        var data = Directory.CreateDirectory(opties.Data);
        // This run has already read its secrets, so they stay.
        foreach (var map in data.EnumerateDirectories().Where(m => m.Name != "geheimen")) map.Delete(recursive: true);
        foreach (var bestand in data.EnumerateFiles()) bestand.Delete();
    }

    private static async Task<bool> Docker(CancellationToken stop)
    {
        foreach (var programma in new[] { "docker", "podman" })
        {
            try
            {
                if ((await Voer(programma, ["version", "--format", "{{.Server.Version}}"], stop)).Code == 0) return true;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not installed.
            }
        }
        return false;
    }

    private static async Task Script(string[] argumenten, CancellationToken stop)
    {
        var (code, uitvoer) = await Voer("bash", [Path.Combine(Opties.Wortel, "deploy", "native", "servers.sh"), .. argumenten], stop);
        if (code != 0) throw new Mislukt(uitvoer.Replace("FOUT: ", "", StringComparison.Ordinal).Trim());
    }

    private static async Task<(int Code, string Uitvoer)> Voer(string programma, string[] argumenten, CancellationToken stop)
    {
        var start = new ProcessStartInfo(programma, argumenten) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var proces = Process.Start(start)!;
        var uitvoer = proces.StandardOutput.ReadToEndAsync(stop);
        var fouten = proces.StandardError.ReadToEndAsync(stop);
        await proces.WaitForExitAsync(stop);
        return (proces.ExitCode, await uitvoer + await fouten);
    }
}
