using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.Benchmarks;

/// <summary>
/// Looks for the message of 25 MB that costs the most to judge. Every element that may be repeated is repeated until the message is full:
/// as copies, which break each rule about what may occur once, and with a number of its own each. What the schema refuses is worst content
/// too, because then every mistake is looked for; of that there is one for each message. Each is judged in a process of its own.
/// </summary>
internal static class Ergstrij
{
    /// <summary>The argument that makes this program judge the message in a file.</summary>
    public const string Kind = "ergst-kind";

    /// <summary>The argument that makes this program write such a message.</summary>
    public const string Maker = "ergst-maak";

    private static readonly string[] Nummers = ["Nummer", "Referentie", "Identificatie"];

    public static Task Ergst(Bank bank)
    {
        var gemeten = new List<Meting>();
        var bestand = Path.GetTempFileName();
        try
        {
            foreach (var (naam, pad, uniek) in Gevallen())
            {
                Lees(Bank.Zelf(Maker, naam, pad, $"{uniek}", bestand));
                var velden = Lees(Bank.Zelf(Kind, naam, bestand)).Split(' ');
                var wat = $"{naam} {pad}{(uniek ? " (numbered)" : "")}";
                gemeten.Add(new(wat, velden[0], Getal(velden[1]), Getal(velden[2]), Getal(velden[3])));
                Console.WriteLine($"   {gemeten[^1]}");
            }
        }
        finally
        {
            File.Delete(bestand);
        }
        var (traag, groot) = (gemeten.MaxBy(m => m.Seconden)!, gemeten.MaxBy(m => m.Megabytes)!);
        bank.Regel($"| the message of 25 MB that takes longest to judge, of {gemeten.Count} | {traag} | – | | 5 s | "
            + $"| {(traag.Seconden <= 5 ? "at least" : "**not reached**")} |");
        bank.Regel($"| and the one that takes the most memory | {groot} | – | | 150 MB | "
            + $"| {(groot.Megabytes <= 150 ? "at least" : "**not reached**")} |");
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Naam, string Pad, bool Uniek)> Gevallen()
    {
        foreach (var naam in typeof(Ergstrij).Assembly.GetManifestResourceNames().Order()
            .Where(n => n.StartsWith("WMO", StringComparison.Ordinal)))
        {
            var paden = Boom(naam).Root!.Descendants().Select(Pad).Distinct().ToList();
            foreach (var pad in paden.Where(p => Past(Met(naam, p, false, 3))))
                foreach (var uniek in (bool[])[false, true]) yield return (naam, pad, uniek);
            yield return (naam, paden.First(p => !Past(Met(naam, p, false, 3))), false);
        }
    }

    /// <summary>Writes the message.</summary>
    public static void Schrijf(string naam, string pad, bool uniek, string bestand)
    {
        var per = (Bytes(1000) - Bytes(500)) / 500.0;
        File.WriteAllText(bestand, Met(naam, pad, uniek, (int)(Ketenbericht.HoogstensBytes * 0.97 / per)), new UTF8Encoding(false));

        int Bytes(int keren) => Encoding.UTF8.GetByteCount(Met(naam, pad, uniek, keren));
    }

    /// <summary>The golden message with the element so many times.</summary>
    private static string Met(string naam, string pad, bool uniek, int keren)
    {
        var boom = Boom(naam);
        var element = boom.Root!.Descendants().First(e => Pad(e) == pad);
        var tekst = boom.ToString(SaveOptions.DisableFormatting);
        var stuk = Zonder(element.ToString(SaveOptions.DisableFormatting));
        var kopieen = new StringBuilder();
        for (var i = 1; i < keren; i++) kopieen.Append(uniek ? Genummerd(element, i) : stuk);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + tekst.Insert(tekst.IndexOf(stuk, StringComparison.Ordinal), kopieen.ToString());
    }

    /// <summary>Judges the message as the intake does, and prints the outcome, the seconds and the megabytes over idle.</summary>
    public static void Beoordeel(string naam, string bestand)
    {
        // The code that this compiles and loads counts as idle memory.
        Oordeel(Berichtenrij.Bron(naam));
        Schemacontrole.Controleer(new MemoryStream(Berichtenrij.Bron(naam)));
        GC.Collect();
        var rust = Berichtenrij.Geheugen("VmRSS");
        var klok = Stopwatch.StartNew();
        var uitkomst = Oordeel(File.ReadAllBytes(bestand));
        var seconden = klok.Elapsed.TotalSeconds;
        var boven = (Math.Max(Berichtenrij.Geheugen("VmHWM"), rust) - rust) / 1024.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{uitkomst} {seconden:0.00} {boven:0} {new FileInfo(bestand).Length / 1048576.0:0.0}"));
    }

    private static string Oordeel(byte[] xml)
    {
        try
        {
            return $"{Berichtcontrole.Controleer(Ketenbericht.Lees(new MemoryStream(xml))).Count}-findings";
        }
        catch (BerichtOnleesbaar)
        {
            return $"{Schemacontrole.Controleer(new MemoryStream(xml)).Count}-mistakes";
        }
    }

    private static bool Past(string xml)
    {
        try
        {
            Ketenbericht.Lees(xml);
            return true;
        }
        catch (BerichtOnleesbaar)
        {
            return false;
        }
    }

    /// <summary>The element with another number in every leaf that identifies something.</summary>
    private static string Genummerd(XElement element, int nummer)
    {
        var kopie = new XElement(element);
        var bladeren = kopie.DescendantsAndSelf()
            .Where(e => !e.HasElements && Nummers.Any(n => e.Name.LocalName.EndsWith(n, StringComparison.OrdinalIgnoreCase)));
        foreach (var blad in bladeren)
            blad.Value = (1_000_000 + nummer).ToString(CultureInfo.InvariantCulture);
        return Zonder(kopie.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Inside a message the namespaces are known already.</summary>
    private static string Zonder(string stuk) => System.Text.RegularExpressions.Regex.Replace(stuk, " xmlns(:\\w+)?=\"[^\"]*\"", "");

    private static string Pad(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName));

    private static XDocument Boom(string naam) => XDocument.Load(new MemoryStream(Berichtenrij.Bron(naam)));

    private static string Lees(Process kind)
    {
        using (kind) return kind.StandardOutput.ReadToEnd().Trim();
    }

    private static double Getal(string tekst) => double.Parse(tekst, CultureInfo.InvariantCulture);

    private sealed record Meting(string Wat, string Uitkomst, double Seconden, double Megabytes, double Grootte)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Wat}: {Uitkomst}, {Seconden:0.0} s, {Megabytes:0} MB over idle, of {Grootte:0.0} MB");
    }
}
