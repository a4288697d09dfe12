using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WmoPlatform.Architecture.Tests;

/// <summary>The repository on disk: projects, their references and their sources.</summary>
internal static class Huis
{
    public static string Wortel { get; } =
        typeof(Huis).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Wortel").Value!;

    public static IReadOnlyList<string> Diensten { get; } =
        [.. Directory.GetDirectories(Pad("src/Services")).Where(d => Directory.GetFiles(d, "*.csproj").Length == 1)
            .Select(d => Path.GetFileName(d)!).Order()];

    public static string Pad(string relatief) => Path.Combine(Wortel, relatief);

    public static string Lees(string relatief) => File.ReadAllText(Pad(relatief));

    /// <summary>All files of the repository except build output and the data of git.</summary>
    public static IEnumerable<string> Bestanden(string map, string patroon) =>
        Directory.EnumerateFiles(Pad(map), patroon, SearchOption.AllDirectories).Select(b => Path.GetRelativePath(Wortel, b))
            .Where(b => !Regex.IsMatch(b, @"(^|/)(artifacts|bin|obj|\.git|TestResults)/"));

    /// <summary>Names of the projects that a project refers to, directly or through another project.</summary>
    public static IReadOnlySet<string> Kent(string csproj)
    {
        var gezien = new HashSet<string>();
        Volg(Pad(csproj));
        return gezien;

        void Volg(string pad)
        {
            foreach (var verwijzing in XDocument.Load(pad).Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value))
            {
                var doel = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(pad)!, verwijzing));
                if (gezien.Add(Path.GetFileNameWithoutExtension(doel))) Volg(doel);
            }
        }
    }
}
