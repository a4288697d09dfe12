namespace WmoPlatform.IStandaarden.Controle;

/// <summary>
/// The rules of a WMO323, client by client, and of its answer. A message of 25 MB has some fifty thousand prestaties, and this class keeps
/// only their numbers.
/// </summary>
internal sealed class Declaratieregels
{
    private const int JarenTerug = 5;
    private const string Debet = "D";
    private const string Credit = "C";
    private const string Euro = "83";
    private static readonly DateOnly Vroegst = new(2021, 1, 1);

    private readonly Bevindingen b;
    private readonly Declaratiekop kop;
    private readonly Header header;
    private readonly HashSet<string> bsns = [];
    private readonly HashSet<string> nummers = [];
    private readonly Dictionary<string, string> vorige = [];
    private readonly HashSet<(string, long, CdtGeslotenPeriode, string, string)> debet = [];
    private long som;
    private int clienten;

    public Declaratieregels(Bevindingen bevindingen, Header header, Declaratiekop declaratie)
    {
        (b, this.header, kop) = (bevindingen, header, declaratie);
        Periode(kop.DeclaratiePeriode, "Declaratie/DeclaratiePeriode");
        b.Eis(IsMaand(kop.DeclaratiePeriode), "CS340", "Declaratie/DeclaratiePeriode", "Een declaratie gaat over een hele kalendermaand.");
        Nul(b, kop.TotaalIngediendBedrag, "Declaratie/TotaalIngediendBedrag");
    }

    public static void Controleer(Bevindingen b, Wmo323 bericht)
    {
        var regels = new Declaratieregels(b, bericht.Header, bericht.Declaratie.Kop);
        foreach (var client in bericht.Declaratie.Clienten) regels.Client(client);
        regels.Einde();
    }

    /// <summary>
    /// Checks the amounts of an answer. The prestaties are those of the declaration, which kept its own rules or got no amounts back.
    /// </summary>
    public static void Controleer(Bevindingen b, Wmo325 bericht)
    {
        if (bericht.Inhoud is not { } antwoord) return;
        Nul(b, antwoord.TotaalIngediendBedrag, "DeclaratieAntwoord/TotaalIngediendBedrag");
        Nul(b, antwoord.TotaalToegekendBedrag, "DeclaratieAntwoord/TotaalToegekendBedrag");
        var (clienten, afgewezen) = (antwoord.Clienten ?? [], 0L);
        for (var i = 0; i < clienten.Count; i++)
        {
            for (var j = 0; j < clienten[i].Prestaties.Count; j++)
            {
                var prestatie = clienten[i].Prestaties[j];
                afgewezen += prestatie.IngediendBedrag.InCenten;
                b.Eis(IsAfgewezen(prestatie), "TR342", $"DeclaratieAntwoord/Clienten/Client[{i + 1}]/Prestaties/Prestatie[{j + 1}]",
                    "Alleen een afgewezen prestatie komt terug.");
            }
        }
        b.Eis(IsAfgewezen(antwoord)
            ? clienten.Count == 0 && antwoord.TotaalToegekendBedrag.TotaalBedrag == 0
            : antwoord.TotaalIngediendBedrag.InCenten - antwoord.TotaalToegekendBedrag.InCenten == afgewezen, "TR342",
            "DeclaratieAntwoord/TotaalToegekendBedrag", "De afgewezen prestaties zijn niet het verschil van de totalen.");
    }

    public void Client(DeclaratieClient client)
    {
        var plek = $"Declaratie/Clienten/Client[{++clienten}]";
        Persoonsregels.Bsn(b, client.Bsn, $"{plek}/Bsn");
        b.Eis(bsns.Add(client.Bsn), "TR101", plek, "Deze cliënt komt twee keer voor in het bericht.");
        b.Uniek(client.Prestaties, "TR101", $"{plek}/Prestaties/Prestatie", p => p.ProductReferentie);
        for (var i = 0; i < client.Prestaties.Count; i++)
            Prestatie(client.Bsn, client.Prestaties[i], $"{plek}/Prestaties/Prestatie[{i + 1}]");
    }

    public void Einde()
    {
        b.Eis(kop.TotaalIngediendBedrag.InCenten == som, "TR358", "Declaratie/TotaalIngediendBedrag",
            "Het totaal is niet de som van de bedragen.");
        foreach (var (nummer, pad) in vorige)
            b.Eis(!nummers.Contains(nummer), "TR316", $"{pad}/ProductReferentie/VorigReferentieNummer",
                "Een prestatie wordt niet gecrediteerd in het bericht waarin zij staat.");
    }

    private void Prestatie(string bsn, Prestatie p, string pad)
    {
        som += p.IngediendBedrag.InCenten;
        nummers.Add(p.ProductReferentie.ReferentieNummer); // twice is for level 3 (TR314): only that prestatie is rejected
        Periode(p.ProductPeriode, $"{pad}/ProductPeriode");
        b.Eis((p.ProductPeriode.Begindatum.Year, p.ProductPeriode.Begindatum.Month)
            == (p.ProductPeriode.Einddatum.Year, p.ProductPeriode.Einddatum.Month), "CS337", $"{pad}/ProductPeriode/Einddatum",
            "De hulp van een regel valt in één kalendermaand.");
        b.Eis(kop.DeclaratieDagtekening.Year <= JarenTerug
            || p.ProductPeriode.Einddatum >= kop.DeclaratieDagtekening.AddYears(-JarenTerug), "TR335", $"{pad}/ProductPeriode/Einddatum",
            "De hulp is meer dan vijf jaar geleden geëindigd.");
        b.Eis((p.Eenheid == Euro) == p.ProductTarief is null, "CD087", $"{pad}/ProductTarief",
            "Vul het tarief in, behalve als de eenheid euro's is.");
        b.Eis(p.Eenheid != Euro || p.IngediendBedrag.Bedrag == p.GeleverdVolume, "CS339", $"{pad}/IngediendBedrag",
            "Zijn euro's geleverd, dan is dat het bedrag.");
        b.Eis(p.IngediendBedrag is not { Bedrag: 0, DebetCredit: not Debet }, "CS325", $"{pad}/IngediendBedrag/DebetCredit",
            "Een bedrag van nul is debet.");
        b.Eis((p.IngediendBedrag.DebetCredit == Credit) == p.ProductReferentie.VorigReferentieNummer is not null, "CD060",
            $"{pad}/ProductReferentie/VorigReferentieNummer", "Noem bij een creditering de prestatie die zij terugneemt, en anders niets.");
        if (p.ProductReferentie.VorigReferentieNummer is { } vorig)
            b.Eis(vorige.TryAdd(vorig, pad), "TR315", $"{pad}/ProductReferentie/VorigReferentieNummer",
                "Dezelfde prestatie wordt twee keer gecrediteerd.");
        if (p.IngediendBedrag.DebetCredit == Debet)
            b.Eis(debet.Add((bsn, p.ToewijzingNummer, p.ProductPeriode, p.ProductCategorie, p.ProductCode)), "TR416", pad,
                "Dezelfde hulp in dezelfde periode staat er twee keer in.");
    }

    /// <summary>CS100, TR134 and TR137.</summary>
    private void Periode(CdtGeslotenPeriode periode, string pad)
    {
        b.Eis(periode.Begindatum >= Vroegst, "CS100", $"{pad}/Begindatum", "De periode begint voor 1 januari 2021.");
        b.Periode(periode.Begindatum, periode.Einddatum, "TR137", $"{pad}/Einddatum");
        b.NietLater(periode.Einddatum, header, $"{pad}/Einddatum", "TR137");
    }

    private static void Nul(Bevindingen b, CdtTotaalBedragMetDC bedrag, string pad) =>
        b.Eis(bedrag is not { TotaalBedrag: 0, DebetCredit: not Debet }, "CS325", $"{pad}/DebetCredit", "Een bedrag van nul is debet.");

    private static bool IsAfgewezen(Berichtklasse klasse) =>
        (klasse.RetourCodes ?? []).Any(code => code is not (Retourcode.GeenOpmerking or Retourcode.DeclaratieToegewezen));

    private static bool IsMaand(CdtGeslotenPeriode periode) => periode.Begindatum.Day == 1
        && periode.Einddatum == new DateOnly(periode.Begindatum.Year, periode.Begindatum.Month,
            DateTime.DaysInMonth(periode.Begindatum.Year, periode.Begindatum.Month));
}
