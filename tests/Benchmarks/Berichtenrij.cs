using System.Diagnostics;
using System.Globalization;
using System.Xml;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.Benchmarks;

/// <summary>Measures the messages of the chain alone, on one core, without servers.</summary>
internal static class Berichtenrij
{
    /// <summary>The argument that makes this program measure its own memory while it reads a large declaration.</summary>
    public const string Kind = "berichten-kind";

    /// <summary>The argument that makes this program write that declaration.</summary>
    public const string Maker = "berichten-maak";

    private const int Aantal = 2_000;
    private static readonly byte[] Toewijzing = Bron("WMO301");

    /// <summary>
    /// Reads a typical WMO301 with its rules and writes it, against a plain reader with the schema. Then measures the memory for a WMO323
    /// of 25 MB.
    /// </summary>
    public static async Task Berichten(Bank bank)
    {
        var bericht = Ketenbericht.Lees(new MemoryStream(Toewijzing));
        await bank.Vergelijk(
            "a WMO301 read and checked to level 2, one core", "XmlReader with the same schema over the same bytes", "per s", 0.5, 1,
            () => Meet(() => Berichtcontrole.Controleer(Ketenbericht.Lees(new MemoryStream(Toewijzing))).Count),
            () => Meet(Valideer), rondes: 5, opwarmen: 3);
        await bank.Vergelijk(
            "the same WMO301 written, one core", "the same", "per s", 0.5, 1,
            () => Meet(() => bericht.ToBytes().Length),
            () => Meet(Valideer), rondes: 5, opwarmen: 3);
        await bank.Vergelijk(
            "every mistake of it looked for (`Schemacontrole`), one core", "the same", "per s", 0, 0,
            () => Meet(() => Schemacontrole.Controleer(new MemoryStream(Toewijzing)).Count),
            () => Meet(Valideer), rondes: 5, opwarmen: 3);
        var (megabytes, clienten, seconden, boven) = await Kindproces();
        bank.Regel($"| a WMO323 of {megabytes:N1} MB ({clienten:N0} clients) read and checked "
            + $"| {seconden:N1} s, at most {boven:N0} MB over idle "
            + $"| – | | 150 MB | | {(boven <= 150 ? "at least" : "**not reached**")} |");
    }

    /// <summary>Measures in a process of its own, so that nothing else counts.</summary>
    public static void Meetgeheugen()
    {
        var bestand = Path.GetTempFileName();
        try
        {
            var aantal = Maak(bestand);
            // A small declaration comes first: the code that it compiles and loads then counts as idle memory.
            using (var klein = new MemoryStream(Bron("WMO323"))) Lees(klein);
            GC.Collect();
            var rust = Geheugen("VmRSS");
            var klok = Stopwatch.StartNew();
            using var stroom = File.OpenRead(bestand);
            if (Lees(stroom) != aantal) throw new InvalidOperationException("Niet alles is gelezen.");
            var seconden = klok.Elapsed.TotalSeconds;
            var boven = (Math.Max(Geheugen("VmHWM"), rust) - rust) / 1024.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stroom.Length / 1048576.0} {aantal} {seconden} {boven}"));
        }
        finally
        {
            File.Delete(bestand);
        }
    }

    private static int Lees(Stream xml)
    {
        using var lezer = new Declaratielezer(xml);
        var aantal = lezer.Clienten().Count();
        return lezer.Bevindingen.Count == 0 ? aantal : throw new InvalidOperationException("De declaratie breekt een regel.");
    }

    /// <summary>Makes the declaration in another process, because making it takes more memory than reading it.</summary>
    private static int Maak(string bestand)
    {
        var maker = Bank.Zelf(Maker, bestand);
        return int.Parse(maker.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a declaration of just under 25 MB and prints how many clients it has.</summary>
    public static void Schrijf(string bestand)
    {
        var voorbeeld = (Wmo323)Ketenbericht.Lees(new MemoryStream(Bron("WMO323")));
        var (prestatie, basis) = (voorbeeld.Declaratie.Clienten[0].Prestaties[0], voorbeeld.Declaratie);
        var per = Met(1_000).ToBytes().Length / 1_000.0;
        var aantal = (int)(Ketenbericht.HoogstensBytes * 0.99 / per);
        using var doel = File.Create(bestand);
        Met(aantal).Schrijf(doel);
        Console.WriteLine(aantal);

        Wmo323 Met(int clienten) => voorbeeld with
        {
            Declaratie = basis with
            {
                TotaalIngediendBedrag = CdtTotaalBedragMetDC.Van(prestatie.IngediendBedrag.InCenten * 3 * clienten),
                Clienten = [.. Enumerable.Range(1, clienten).Select(Client)],
            },
        };

        DeclaratieClient Client(int n) => new("999993653", [.. Enumerable.Range(0, 3).Select(i => Regel(n, i))]);

        Prestatie Regel(int n, int i) => prestatie with
        {
            ProductReferentie = new($"P-{n}-{i}"),
            ToewijzingNummer = n * 10L + i,
        };
    }

    private static async Task<(double Megabytes, int Clienten, double Seconden, double Boven)> Kindproces()
    {
        var kind = Bank.Zelf(Kind);
        var velden = (await kind.StandardOutput.ReadToEndAsync()).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        return (velden[0], (int)velden[1], velden[2], velden[3]);
    }

    private static int Valideer()
    {
        var instellingen = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = Schema.Van(Berichtsoort.Wmo301),
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
        };
        instellingen.ValidationEventHandler += (_, e) => throw e.Exception;
        using var lezer = XmlReader.Create(new MemoryStream(Toewijzing), instellingen);
        var knopen = 0;
        while (lezer.Read()) knopen++;
        return knopen;
    }

    private static Task<double> Meet(Func<int> stuk)
    {
        var (klok, som) = (Stopwatch.StartNew(), 0L);
        for (var i = 0; i < Aantal; i++) som += stuk();
        return som < 0 ? throw new InvalidOperationException("Er is niets gemeten.") : Task.FromResult(Aantal / klok.Elapsed.TotalSeconds);
    }

    internal static long Geheugen(string naam)
    {
        var regel = File.ReadLines("/proc/self/status").Single(r => r.StartsWith(naam + ":", StringComparison.Ordinal));
        return long.Parse(regel.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    internal static byte[] Bron(string naam)
    {
        using var bron = typeof(Berichtenrij).Assembly.GetManifestResourceStream(naam)!;
        using var inhoud = new MemoryStream();
        bron.CopyTo(inhoud);
        return inhoud.ToArray();
    }
}
