using System.Text.RegularExpressions;

namespace WmoPlatform.Architecture.Tests;

/// <summary>AppHost, compose and the native run tell the same story: the same processes, ports, references and settings.</summary>
public sealed class UitrolTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Native = LeesNative();
    private static readonly string AppHost = Huis.Lees("AppHost/AppHost.cs");
    private static readonly string Compose = Huis.Lees("docker-compose.yml");
    private static readonly string Override = Huis.Lees("docker-compose.override.yml");

    public static TheoryData<string> Processen => [.. Native.Keys];

    [Fact]
    public void Every_service_of_the_house_runs_natively() =>
        Native.Keys.ShouldBe([.. Huis.Diensten.Select(d => d.ToLowerInvariant()), "gateway", "keten"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Processen))]
    public void A_process_is_in_AppHost_with_its_port(string naam)
    {
        var regel = AppHost.Split('\n').SingleOrDefault(r => Regex.IsMatch(r, $@"(Dienst|Proces)<Projects\.\w+>\(""{naam}"""));
        regel.ShouldNotBeNull($"{naam} staat niet in AppHost.cs");
        regel.ShouldContain($"poort: {Native[naam]["poort"]}");
        regel.ShouldContain($"Projects.{Native[naam]["project"]}>");
    }

    [Theory]
    [MemberData(nameof(Processen))]
    public void A_process_is_in_compose_with_its_image(string naam)
    {
        // The simulators and the developer's ports are only in the override.
        var waar = naam == "keten" ? Override : Compose;
        Regex.IsMatch(waar, $@"^  {naam}:\s*$", RegexOptions.Multiline).ShouldBeTrue($"{naam} staat niet in compose");
        waar.ShouldContain($"wmoplatform/{naam}:");
    }

    [Theory]
    [MemberData(nameof(Processen))]
    public void The_settings_of_a_process_are_the_same_everywhere(string naam)
    {
        var blok = Blok(naam);
        foreach (var instelling in Native[naam].Keys.Where(k => k.Contains("__", StringComparison.Ordinal) && !k.StartsWith("services__", StringComparison.Ordinal) && !k.StartsWith("ConnectionStrings__", StringComparison.Ordinal)))
        {
            blok.ShouldContain(instelling, customMessage: $"{instelling} van {naam} in compose");
            AppHost.ShouldContain(instelling, customMessage: $"{instelling} van {naam} in AppHost");
        }
        foreach (var verbinding in Native[naam].Keys.Where(k => k.StartsWith("ConnectionStrings__", StringComparison.Ordinal)))
            blok.ShouldContain(verbinding, customMessage: $"{verbinding} van {naam} in compose");
    }

    [Fact]
    public void The_gateway_knows_every_service_everywhere()
    {
        foreach (var dienst in Huis.Diensten.Select(d => d.ToLowerInvariant()))
        {
            Native["gateway"].ShouldContainKey($"services__{dienst}__http__0");
            Blok("gateway").ShouldContain($"services__{dienst}__http__0");
        }
    }

    [Fact]
    public void The_simulators_run_only_in_Development()
    {
        Regex.IsMatch(Compose, @"^  keten:", RegexOptions.Multiline).ShouldBeFalse("de simulatoren staan niet in de basis van compose");
        AppHost.ShouldContain("opEenWerkplek ? Proces<Projects.Keten>");
    }

    /// <summary>What compose gives a process: its own block in both files, and the shared blocks at the top.</summary>
    private static string Blok(string naam) => string.Concat(new[] { Compose, Override }.Select(bron =>
        bron[..Math.Max(0, bron.IndexOf("\nservices:", StringComparison.Ordinal))] + Regex.Match(bron, $@"^  {naam}:\n(?:    .*\n|\s*\n|  #.*\n)*", RegexOptions.Multiline).Value));

    private static Dictionary<string, Dictionary<string, string>> LeesNative()
    {
        var processen = new Dictionary<string, Dictionary<string, string>>();
        var alle = new Dictionary<string, string>();
        Dictionary<string, string>? huidig = null;
        foreach (var regel in Huis.Lees("deploy/native/services.conf").Split('\n').Where(r => r.Trim().Length > 0 && !r.TrimStart().StartsWith('#')))
        {
            if (char.IsWhiteSpace(regel[0]))
            {
                var delen = regel.Trim().Split('=', 2);
                huidig![delen[0]] = delen[1];
                continue;
            }
            var woorden = regel.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (woorden[0] == "alle") huidig = alle;
            else processen[woorden[0]] = huidig = new(alle) { ["project"] = woorden[1], ["poort"] = woorden[2] };
        }
        return processen;
    }
}
