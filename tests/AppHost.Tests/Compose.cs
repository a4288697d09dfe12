using System.Text.RegularExpressions;
using WmoPlatform.Architecture.Tests;

namespace WmoPlatform.AppHost.Tests;

/// <summary>One process as compose starts it.</summary>
/// <param name="Project">The project it is built from.</param>
/// <param name="Poort">The port on a developer's machine; empty where it has none of its own.</param>
/// <param name="Instellingen">Its environment. A null belongs to this way of running alone: a secret, a folder, a parameter.</param>
internal sealed record Proces(string Project, string Poort, IReadOnlyDictionary<string, string?> Instellingen);

/// <summary>
/// Reads the compose files as the processes that they start. Addresses lose host and port: <c>http://keten:8090/brp</c> is
/// <c>http://keten/brp</c>, as AppHost.Tests reads the same setting of the model.
/// </summary>
internal static class Compose
{
    /// <summary>A developer's machine: both files merged, with the values of <c>.env.example</c>.</summary>
    public static IReadOnlyDictionary<string, Proces> Ontwikkeling { get; } =
        LeesCompose("docker-compose.yml", "docker-compose.override.yml");

    public static IReadOnlyDictionary<string, Proces> Productie { get; } = LeesCompose("docker-compose.yml");

    /// <summary>What an operator may fill in for compose.</summary>
    public static IReadOnlyDictionary<string, string> Env => Regex
        .Matches(Huis.Lees("deploy/compose/.env.example"), @"^(\w+)=(.*)$", RegexOptions.Multiline)
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim('"'));

    // ── compose: a service, its environment, and the shared blocks whose anchor that names ──

    private static Dictionary<string, Proces> LeesCompose(params string[] bestanden)
    {
        var bronnen = bestanden.Select(b => Huis.Lees(b).Split('\n')).ToArray();
        var namen = bronnen.SelectMany(b => b).Select(r => Regex.Match(r, @"image: wmoplatform/(\w+):"))
            .Where(m => m.Success).Select(m => m.Groups[1].Value);
        return namen.ToDictionary(n => n, n =>
        {
            var alles = string.Join('\n', bronnen.SelectMany(b => Blok(b, $"  {n}:")));
            return new Proces(
                Regex.Match(alles, @"PROJECT: src/\w+/(\w+)/\1\.csproj").Groups[1].Value,
                Regex.Match(alles, @"127\.0\.0\.1:(\d+)").Groups[1].Value,
                bronnen.SelectMany(b => Omgeving(b, Blok(Blok(b, $"  {n}:"), "    environment:"))).GroupBy(i => i.Naam)
                    .ToDictionary(i => i.Key, i => Waarde(i.Last().Waarde)));
        });

        string? Waarde(string tekst)
        {
            // In production whatever must be filled in is the operator's.
            if (bestanden.Length == 1 && Regex.IsMatch(tekst, @"^\$\{\w+(:\?[^}]*)?\}$")) return null;
            tekst = Regex.Replace(tekst, @"\$\{(\w+)(?::-([^}]*))?[^}]*\}",
                m => m.Groups[2].Success ? m.Groups[2].Value : Env[m.Groups[1].Value]);
            if (Regex.IsMatch(tekst, "^(/|amqp:|Host=)") || tekst == "") return null;
            return Regex.Replace(tekst, @"localhost:8090|\b(\w+):\d+", m => m.Groups[1].Success ? m.Groups[1].Value : "keten");
        }
    }

    private static IEnumerable<(string Naam, string Waarde)> Omgeving(string[] bron, string[] blok)
    {
        var gedeeld = blok.Where(r => r.Contains("<<:", StringComparison.Ordinal)
            || r.Contains("environment: *", StringComparison.Ordinal));
        foreach (var anker in gedeeld.SelectMany(r => Regex.Matches(r, @"\*([\w-]+)")))
        {
            var kop = bron.Single(r => r.EndsWith($": &{anker.Groups[1].Value}", StringComparison.Ordinal));
            foreach (var instelling in Omgeving(bron, Blok(bron, kop))) yield return instelling;
        }
        foreach (var eigen in blok.Skip(1).Select(r => Regex.Match(r, @"^ +(\w+): (.+)$")).Where(m => m.Success))
            yield return (eigen.Groups[1].Value, eigen.Groups[2].Value.Trim('"'));
    }

    /// <summary>The line that begins so, and all that is indented deeper below it.</summary>
    private static string[] Blok(string[] regels, string kop)
    {
        var begin = Array.FindIndex(regels, r => r == kop || r.StartsWith(kop + " ", StringComparison.Ordinal));
        return begin < 0 ? [] : [regels[begin], .. regels.Skip(begin + 1).TakeWhile(r => r.Trim() == "" || Diepte(r) > Diepte(kop))];

        static int Diepte(string regel) => regel.Length - regel.TrimStart().Length;
    }
}
