namespace WmoPlatform.IStandaarden.Controle;

/// <summary>
/// The rules of a WMO323, client by client. A message of 25 MB has some fifty thousand prestaties, and this class keeps only their numbers.
/// </summary>
internal sealed class Declaratieregels
{
    private const int JarenTerug = 5;
    private const string Debet = "D";

    private readonly Bevindingen b;
    private readonly Declaratiekop kop;
    private readonly HashSet<string> nummers = [];
    private readonly Dictionary<string, string> vorige = [];
    private readonly HashSet<(string, long, CdtGeslotenPeriode, string, string)> debet = [];
    private long som;
    private int clienten;

    public Declaratieregels(Bevindingen bevindingen, Declaratiekop declaratie)
    {
        (b, kop) = (bevindingen, declaratie);
        b.Periode(kop.DeclaratiePeriode.Begindatum, kop.DeclaratiePeriode.Einddatum, "TR018", "Declaratie/DeclaratiePeriode/Einddatum");
    }

    public static void Controleer(Bevindingen b, Wmo323 bericht)
    {
        var regels = new Declaratieregels(b, bericht.Declaratie.Kop);
        foreach (var client in bericht.Declaratie.Clienten) regels.Client(client);
        regels.Einde();
    }

    public void Client(DeclaratieClient client)
    {
        var plek = $"Declaratie/Clienten/Client[{++clienten}]";
        Persoonsregels.Bsn(b, client.Bsn, $"{plek}/Bsn");
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
        b.Periode(p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum, "TR018", $"{pad}/ProductPeriode/Einddatum");
        b.Eis(p.ProductPeriode.Einddatum >= kop.DeclaratieDagtekening.AddYears(-JarenTerug), "TR335", $"{pad}/ProductPeriode/Einddatum",
            "De hulp is meer dan vijf jaar geleden geëindigd.");
        if (p.ProductReferentie.VorigReferentieNummer is { } vorig)
            b.Eis(vorige.TryAdd(vorig, pad), "TR315", $"{pad}/ProductReferentie/VorigReferentieNummer",
                "Dezelfde prestatie wordt twee keer gecrediteerd.");
        if (p.IngediendBedrag.DebetCredit == Debet)
            b.Eis(debet.Add((bsn, p.ToewijzingNummer, p.ProductPeriode, p.ProductCategorie, p.ProductCode)), "TR416", pad,
                "Dezelfde hulp in dezelfde periode staat er twee keer in.");
    }
}
