using System.Globalization;
using System.Net.NetworkInformation;
using System.Text.RegularExpressions;

namespace WmoPlatform.AppHost;

/// <summary>The ports that the platform needs, and the processes that have them now.</summary>
internal static partial class Poorten
{
    /// <summary>The ports of the model and of the dashboard, each with the resource that needs it.</summary>
    public static IReadOnlyList<(int Poort, string Resource)> Nodig(IEnumerable<IResource> model, string? dashboard) =>
    [
        .. model.SelectMany(r => r.Annotations.OfType<EndpointAnnotation>().Where(e => e.Port is > 0).Select(e => (e.Port!.Value, r.Name))),
        .. (dashboard ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(adres => (new Uri(adres).Port, "het dashboard"))
            .Where(p => p.Port > 0),
    ];

    /// <summary>The needed ports on which a process listens already.</summary>
    public static IReadOnlyList<(int Poort, string Resource)> Bezet(IEnumerable<(int Poort, string Resource)> nodig)
    {
        var luistert = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port).ToHashSet();
        return [.. nodig.Where(n => luistert.Contains(n.Poort))];
    }

    /// <summary>Names the process behind each taken port, as far as the kernel shows it.</summary>
    public static string Uitleg(IEnumerable<(int Poort, string Resource)> bezet) => string.Join(" ", bezet.Select(b =>
    {
        var pid = Houder(b.Poort);
        var wie = pid is null ? "een ander proces" : $"{Naam(pid.Value)} (pid {pid})";
        return $"Poort {b.Poort} (voor {b.Resource}) is bezet door {wie}.";
    })) + " Stop dat eerst, en start dan opnieuw.";

    /// <summary>The process that listens on a port.</summary>
    public static int? Houder(int poort)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var hex = poort.ToString("X4", CultureInfo.InvariantCulture);
        string[] tabellen = ["/proc/net/tcp", "/proc/net/tcp6"];
        var inodes = tabellen.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(regel => regel.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            // Column 1 is the local address, 3 the state (0A listens), 9 the inode.
            .Where(kolommen => kolommen.Length > 9 && kolommen[3] == "0A" && kolommen[1].EndsWith($":{hex}", StringComparison.Ordinal))
            .Select(kolommen => $"socket:[{kolommen[9]}]").ToHashSet();
        return Processen().Cast<int?>().FirstOrDefault(pid => Houdt(pid!.Value, inodes));
    }

    /// <summary>The processes whose environment has this entry. When the entry names our data, the processes are ours.</summary>
    public static IEnumerable<int> Met(string omgeving) => !OperatingSystem.IsLinux()
        ? []
        : Processen().Where(pid => pid != Environment.ProcessId && Lees(pid, "environ").Split('\0').Contains(omgeving));

    /// <summary>The command line of a process; empty when it does not run.</summary>
    public static string Opdracht(int pid) => Lees(pid, "cmdline").Replace('\0', ' ');

    private static string Naam(int pid) => Lees(pid, "comm").Trim();

    private static IEnumerable<int> Processen() => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(naam => Getal().IsMatch(naam!))
        .Select(naam => int.Parse(naam!, CultureInfo.InvariantCulture));

    private static bool Houdt(int pid, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd")
                .Any(fd => new FileInfo(fd).LinkTarget is { } doel && sockets.Contains(doel));
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Lees(int pid, string wat)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{wat}");
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Getal();
}
