using System.Diagnostics;
using System.Reflection;

namespace WmoPlatform.Testhuis;

/// <summary>Runs <c>deploy/native/servers.sh</c>, which knows how the servers of this machine are installed, started and killed.</summary>
internal static class Serverscript
{
    /// <summary>The folder of the repository.</summary>
    public static string Wortel { get; } =
        typeof(Serverscript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(gegeven => gegeven.Key == "Wortel").Value!;

    /// <exception cref="InvalidOperationException">The script failed; the message holds its output.</exception>
    public static Task RunAsync(params string[] argumenten) =>
        VoerUitAsync("bash", [Path.Combine(Wortel, "deploy", "native", "servers.sh"), .. argumenten]);

    /// <summary>Runs a program.</summary>
    /// <exception cref="InvalidOperationException">The program is missing, or failed; the message holds its output.</exception>
    public static async Task VoerUitAsync(string programma, string[] argumenten)
    {
        var start = new ProcessStartInfo(programma, argumenten)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var proces = Process.Start(start)!;
        var uitvoer = proces.StandardOutput.ReadToEndAsync();
        var fouten = proces.StandardError.ReadToEndAsync();
        proces.StandardInput.Close();
        await proces.WaitForExitAsync();
        if (proces.ExitCode == 0) return;
        throw new InvalidOperationException(
            $"{programma} {string.Join(' ', argumenten)} ({proces.ExitCode}):\n{await uitvoer}{await fouten}");
    }

    /// <summary>Reads the <c>export NAME=value …</c> lines that the script writes.</summary>
    public static Dictionary<string, string> Feiten(string bestand) => File.ReadAllLines(bestand)
        .SelectMany(regel => regel.Split(' ').Skip(1))
        .Select(feit => feit.Split('=', 2))
        .ToDictionary(feit => feit[0], feit => feit[1]);
}
