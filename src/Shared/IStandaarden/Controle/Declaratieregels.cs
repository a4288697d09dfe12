namespace WmoPlatform.IStandaarden.Controle;

/// <summary>WMO323.</summary>
internal static class Declaratieregels
{
    private const int JarenTerug = 5;
    private const string Debet = "D";

    public static void Controleer(Bevindingen b, Wmo323 bericht)
    {
        var declaratie = bericht.Declaratie;
        b.Periode(declaratie.DeclaratiePeriode.Begindatum, declaratie.DeclaratiePeriode.Einddatum, "TR018", "Declaratie/DeclaratiePeriode/Einddatum");
        var prestaties = declaratie.Clienten.SelectMany((c, i) => c.Prestaties.Select((p, j) => (Client: c.Bsn, Prestatie: p, Pad: $"Declaratie/Clienten/Client[{i + 1}]/Prestaties/Prestatie[{j + 1}]"))).ToArray();
        b.Eis(declaratie.TotaalIngediendBedrag.InCenten == prestaties.Sum(p => p.Prestatie.IngediendBedrag.InCenten), "TR358", "Declaratie/TotaalIngediendBedrag", "Het totaal is niet de som van de bedragen.");
        for (var i = 0; i < declaratie.Clienten.Count; i++) Persoonsregels.Bsn(b, declaratie.Clienten[i].Bsn, $"Declaratie/Clienten/Client[{i + 1}]/Bsn");

        // Sets, because a declaration of 25 MB has some fifty thousand prestaties.
        var nummers = prestaties.Select(p => p.Prestatie.ProductReferentie.ReferentieNummer).ToHashSet();
        HashSet<string> vorige = [];
        HashSet<object> debet = [];
        foreach (var (client, p, pad) in prestaties)
        {
            b.Periode(p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum, "TR018", $"{pad}/ProductPeriode/Einddatum");
            b.Eis(p.ProductPeriode.Einddatum >= declaratie.DeclaratieDagtekening.AddYears(-JarenTerug), "TR335", $"{pad}/ProductPeriode/Einddatum", "De hulp is meer dan vijf jaar geleden geëindigd.");
            if (p.ProductReferentie.VorigReferentieNummer is { } vorig)
            {
                b.Eis(vorige.Add(vorig), "TR315", $"{pad}/ProductReferentie/VorigReferentieNummer", "Dezelfde prestatie wordt twee keer gecrediteerd.");
                b.Eis(!nummers.Contains(vorig), "TR316", $"{pad}/ProductReferentie/VorigReferentieNummer", "Een prestatie wordt niet gecrediteerd in het bericht waarin zij staat.");
            }
            if (p.IngediendBedrag.DebetCredit == Debet)
                b.Eis(debet.Add((client, p.ToewijzingNummer, p.ProductPeriode, p.ProductCategorie, p.ProductCode)), "TR416", pad, "Dezelfde hulp in dezelfde periode staat er twee keer in.");
        }
    }
}
