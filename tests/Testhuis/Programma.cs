using System.Diagnostics;

namespace WmoPlatform.Testhuis;

/// <summary>
/// The programs of the platform, as the build puts them beside the tests: <c>bin/&lt;project&gt;/&lt;configuration&gt;/</c> of the
/// artifacts folder. The test project must reference the project.
/// </summary>
public static class Programma
{
    /// <summary>The folder with the programs of this build.</summary>
    public static string Bin { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.FullName;

    /// <summary>The folder of the repository.</summary>
    public static string Wortel => Serverscript.Wortel;

    /// <summary>Where the program of a project stands.</summary>
    /// <param name="project">For instance <c>Meldingen</c>.</param>
    /// <param name="bin">The folder with the programs of another build; null for this one.</param>
    /// <exception cref="InvalidOperationException">It is not built.</exception>
    public static string Dll(string project, string? bin = null)
    {
        var configuratie = bin is null ? new DirectoryInfo(AppContext.BaseDirectory).Name : "debug";
        var dll = Path.Combine(bin ?? Bin, project, configuratie, $"WmoPlatform.{project}.dll");
        return File.Exists(dll) ? dll
            : throw new InvalidOperationException($"{dll} is niet gebouwd: verwijs vanuit het testproject naar {project}.");
    }

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string Dotnet { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } pad ? pad
        : Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } map && File.Exists(Path.Combine(map, "dotnet"))
            ? Path.Combine(map, "dotnet")
        : "dotnet";

    /// <summary>Runs a program as a command, and waits until it has ended.</summary>
    /// <param name="project">For instance <c>Dossiers</c>.</param>
    /// <param name="argumenten">Its arguments.</param>
    /// <param name="omgeving">Environment variables, besides those of this process.</param>
    /// <param name="bin">The folder with the programs of another build; null for this one.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote, errors included.</exception>
    public static Task<string> VoerAsync(
        string project, IEnumerable<string> argumenten, IEnumerable<KeyValuePair<string, string?>> omgeving, string? bin = null) =>
        VoerAsync(new ProcessStartInfo(Dotnet, [Dll(project, bin), .. argumenten]), omgeving);

    /// <summary>Runs a command, and waits until it has ended.</summary>
    /// <inheritdoc cref="VoerAsync(string, IEnumerable{string}, IEnumerable{KeyValuePair{string, string?}}, string?)"/>
    public static async Task<string> VoerAsync(ProcessStartInfo start, IEnumerable<KeyValuePair<string, string?>>? omgeving = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (naam, waarde) in omgeving ?? []) start.Environment[naam] = waarde;
        using var proces = Process.Start(start)!;
        var fouten = proces.StandardError.ReadToEndAsync();
        var tekst = await proces.StandardOutput.ReadToEndAsync();
        await proces.WaitForExitAsync();
        return proces.ExitCode == 0 ? tekst
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}: {tekst}{await fouten}");
    }
}
