using System.Text.RegularExpressions;

namespace WmoPlatform.Architecture.Tests;

/// <summary>One process as one way of running starts it.</summary>
/// <param name="Project">The project it is built from.</param>
/// <param name="Poort">The port on a developer's machine; empty where it has none of its own.</param>
/// <param name="Instellingen">Its environment. A null is a value that belongs to this way of running alone: a secret, a folder, a parameter.</param>
internal sealed record Proces(string Project, string Poort, IReadOnlyDictionary<string, string?> Instellingen);

/// <summary>
/// Reads the three descriptions of the platform into the same words. Addresses lose host and port: <c>http://localhost:8090/brp</c> of the
/// native run and <c>http://keten:8090/brp</c> of compose are both <c>http://keten/brp</c>.
/// </summary>
internal static class Uitrol
{
    public static IReadOnlyDictionary<string, Proces> Native { get; } = LeesNative();

    /// <summary>A developer's machine: both files merged, with the values of <c>.env.example</c>.</summary>
    public static IReadOnlyDictionary<string, Proces> ComposeOntwikkeling { get; } = LeesCompose("docker-compose.yml", "docker-compose.override.yml");

    public static IReadOnlyDictionary<string, Proces> ComposeProductie { get; } = LeesCompose("docker-compose.yml");

    public static IReadOnlyDictionary<string, Proces> AppHostOntwikkeling { get; } = LeesAppHost(werkplek: true);

    public static IReadOnlyDictionary<string, Proces> AppHostProductie { get; } = LeesAppHost(werkplek: false);

    /// <summary>What an operator may fill in for compose.</summary>
    public static IReadOnlyDictionary<string, string> Env => Regex.Matches(Huis.Lees("deploy/compose/.env.example"), @"^(\w+)=(.*)$", RegexOptions.Multiline)
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim('"'));

    // ── services.conf: a process at the margin, its settings indented below it ──

    private static Dictionary<string, Proces> LeesNative()
    {
        var regels = Huis.Lees("deploy/native/services.conf").Split('\n').Where(r => r.Trim() is not ("" or ['#', ..])).ToArray();
        var koppen = regels.Where(r => !char.IsWhiteSpace(r[0])).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var namen = koppen.Where(k => k.Length == 3).ToDictionary(k => k[2], k => k[0]);
        return koppen.Where(k => k.Length == 3).ToDictionary(k => k[0], k => new Proces(k[1], k[2], Instellingen(k[0])));

        Dictionary<string, string?> Instellingen(string naam) => Blok(regels, "alle").Concat(Blok(regels, naam)).Where(r => char.IsWhiteSpace(r[0]))
            .Select(r => r.Trim().Split('=', 2)).ToDictionary(d => d[0], d => Waarde(d[1].Replace("{naam}", naam, StringComparison.Ordinal)));

        string? Waarde(string tekst) => tekst.Contains('{', StringComparison.Ordinal) ? null : Regex.Replace(tekst, @"localhost:(\d+)", m => namen[m.Groups[1].Value]);
    }

    // ── compose: a service, its environment, and the shared blocks whose anchor that names ──

    private static Dictionary<string, Proces> LeesCompose(params string[] bestanden)
    {
        var bronnen = bestanden.Select(b => Huis.Lees(b).Split('\n')).ToArray();
        var namen = bronnen.SelectMany(b => b).Select(r => Regex.Match(r, @"image: wmoplatform/(\w+):")).Where(m => m.Success).Select(m => m.Groups[1].Value);
        return namen.ToDictionary(n => n, n =>
        {
            var alles = string.Join('\n', bronnen.SelectMany(b => Blok(b, $"  {n}:")));
            return new Proces(
                Regex.Match(alles, @"PROJECT: src/\w+/(\w+)/\1\.csproj").Groups[1].Value,
                Regex.Match(alles, @"127\.0\.0\.1:(\d+)").Groups[1].Value,
                bronnen.SelectMany(b => Omgeving(b, Blok(Blok(b, $"  {n}:"), "    environment:"))).GroupBy(i => i.Naam).ToDictionary(i => i.Key, i => Waarde(i.Last().Waarde)));
        });

        string? Waarde(string tekst)
        {
            // In production whatever must be filled in is the operator's.
            if (bestanden.Length == 1 && Regex.IsMatch(tekst, @"^\$\{\w+(:\?[^}]*)?\}$")) return null;
            tekst = Regex.Replace(tekst, @"\$\{(\w+)(?::-([^}]*))?[^}]*\}", m => m.Groups[2].Success ? m.Groups[2].Value : Env[m.Groups[1].Value]);
            if (Regex.IsMatch(tekst, "^(/|amqp:|Host=)") || tekst == "") return null;
            return Regex.Replace(tekst, @"localhost:8090|\b(\w+):\d+", m => m.Groups[1].Success ? m.Groups[1].Value : "keten");
        }
    }

    private static IEnumerable<(string Naam, string Waarde)> Omgeving(string[] bron, string[] blok)
    {
        foreach (var anker in blok.Where(r => r.Contains("<<:", StringComparison.Ordinal) || r.Contains("environment: *", StringComparison.Ordinal)).SelectMany(r => Regex.Matches(r, @"\*([\w-]+)")))
            foreach (var instelling in Omgeving(bron, Blok(bron, bron.Single(r => r.EndsWith($": &{anker.Groups[1].Value}", StringComparison.Ordinal))))) yield return instelling;
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

    // ── AppHost.cs: a statement per process, the later statements about it, and the helpers that those call ──

    private static Dictionary<string, Proces> LeesAppHost(bool werkplek)
    {
        var code = Regex.Replace(Huis.Lees("AppHost/AppHost.cs"), @"^ *//.*\n", "", RegexOptions.Multiline);
        code = Regex.Replace(code, @"opEenWerkplek \? (.+?) : ([^;)\n]+)", werkplek ? "$1" : "$2");
        // The helpers come after Run, each up to an empty line; one calls only those below it.
        var (begin, rest) = code.Split("builder.Build().Run();") is [var b, var r] ? (b, r) : throw new InvalidOperationException("AppHost.cs heeft geen Run.");
        var helpers = rest.Split("\n\n").Select(h => (Naam: Regex.Match(h, @"^\S+ (\w+)(?:<\w+>)?\(", RegexOptions.Multiline).Groups[1].Value, Tekst: h)).Where(h => h.Naam is "Dienst" or "Proces" or "MetAanmelding").ToArray();
        var opdrachten = begin.Split(";\n").Select(o => o.Trim()).Where(HierVanToepassing).ToArray();
        var variabelen = opdrachten.Select(o => Regex.Match(o, @"^var (\w+) = (.+)$", RegexOptions.Singleline)).Where(m => m.Success).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var processen = variabelen.Select(v => (Variabele: v.Key, Vorm: Regex.Match(v.Value, @"(?:Dienst|Proces)<Projects\.(\w+)>\(""(\w+)"", poort: (\d+)\)"))).Where(v => v.Vorm.Success).ToArray();
        return processen.ToDictionary(p => p.Vorm.Groups[2].Value, p =>
            new Proces(p.Vorm.Groups[1].Value, p.Vorm.Groups[3].Value, Instellingen(p.Variabele, p.Vorm.Groups[2].Value)));

        bool HierVanToepassing(string opdracht) =>
            opdracht.StartsWith("if (!opEenWerkplek)", StringComparison.Ordinal) || opdracht.StartsWith("else", StringComparison.Ordinal) ? !werkplek
            : !opdracht.StartsWith("if (", StringComparison.Ordinal) || werkplek;

        Dictionary<string, string?> Instellingen(string variabele, string naam)
        {
            var tekst = string.Join('\n', opdrachten.Where(o => Regex.IsMatch(o, $@"^var {variabele} =|\b{variabele}\s*\.With|MetAanmelding\({variabele}\)")));
            foreach (var helper in helpers) if (Regex.IsMatch(tekst, $@"\b{helper.Naam}(<|\()")) tekst += helper.Tekst;
            var gezet = Regex.Matches(tekst, @"\.WithEnvironment\(""(\w+)"", ((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)").Select(m => (Naam: m.Groups[1].Value, Waarde: Waarde(m.Groups[2].Value)));
            var verwezen = Regex.Matches(tekst, @"\.WithReference\((\w+)").Select(m => m.Groups[1].Value).Select(v => v switch
            {
                "database" => ($"ConnectionStrings__{naam}", (string?)null),
                "rabbitmq" => ("ConnectionStrings__rabbitmq", null),
                _ => ($"services__{Naam(v)}__http__0", $"http://{Naam(v)}"),
            });
            return gezet.Concat(verwezen).ToDictionary(i => i.Item1, i => i.Item2);
        }

        string? Waarde(string uitdrukking) => uitdrukking switch
        {
            _ when Regex.Match(uitdrukking, @"^""(.*)""$") is { Success: true } vast => vast.Groups[1].Value,
            _ when Regex.Match(uitdrukking, @"^(\w+)\.GetEndpoint\(""http""\)$") is { Success: true } adres => $"http://{Naam(adres.Groups[1].Value)}",
            _ when Regex.Match(uitdrukking, @"^Buiten\(""[\w-]+"", ""(.*)""\)$") is { Success: true } buiten => werkplek ? "http://keten" + buiten.Groups[1].Value : null,
            _ when Regex.Match(uitdrukking, @"^Gemeente\(""[\w-]+"", ""(.*)""\)$") is { Success: true } gemeente => werkplek ? gemeente.Groups[1].Value : null,
            _ when Regex.Match(uitdrukking, @"^builder\.AddParameter\(""[\w-]+"", ""(.+)"", publishValueAsDefault: true\)$") is { Success: true } parameter => parameter.Groups[1].Value,
            _ when variabelen.TryGetValue(uitdrukking, out var inhoud) => Waarde(inhoud),
            _ => null,
        };

        string Naam(string variabele) => processen.Single(p => p.Variabele == variabele).Vorm.Groups[2].Value;
    }
}
