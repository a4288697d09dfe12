using System.Diagnostics;
using System.Security.Cryptography;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Architecture.Tests;

/// <summary>
/// The linter of OpenAPI documents, with the rules of NL GOV beside this file. It needs node and npm: <c>./test.sh</c> installs both. The
/// linter itself comes from npm, in the versions of the lock file, and is kept in <c>artifacts</c>.
/// </summary>
internal static class Spectral
{
    private static readonly string Bron = Huis.Pad("tests/Architecture.Tests/Spectral");

    /// <summary>Reads all documents in a folder with one process.</summary>
    /// <returns>The exit code, and what Spectral says.</returns>
    public static async Task<(int Uitgang, string Uitvoer)> Lees(string map)
    {
        var linter = await Installeer();
        return await Draai("node", map, [Path.Combine(linter, "node_modules/@stoplight/spectral-cli/dist/index.js"),
            "lint", "--ruleset", Path.Combine(Bron, "adr-linter.yaml"), "--fail-severity", "warn", "*.json"]);
    }

    /// <summary>Installs the linter once for each lock file.</summary>
    private static async Task<string> Installeer()
    {
        var slot = await File.ReadAllBytesAsync(Path.Combine(Bron, "package-lock.json"));
        var map = Huis.Pad($"artifacts/spectral/{Convert.ToHexStringLower(SHA256.HashData(slot))[..12]}");
        if (File.Exists(Path.Combine(map, "klaar"))) return map;
        Directory.CreateDirectory(map);
        foreach (var bestand in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(Bron, bestand), Path.Combine(map, bestand), overwrite: true);
        // Its packages run no scripts of their own.
        var (uitgang, uitvoer) = await Draai("npm", map, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        uitgang.ShouldBe(0, uitvoer);
        await File.WriteAllTextAsync(Path.Combine(map, "klaar"), "");
        return map;
    }

    private static async Task<(int, string)> Draai(string programma, string map, string[] argumenten)
    {
        using var proces = Process.Start(new ProcessStartInfo(programma, argumenten)
        {
            WorkingDirectory = map,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync(new CancellationTokenSource(Tot.Gewoon).Token);
        return (proces.ExitCode, (await uit + await fout).Trim());
    }
}
