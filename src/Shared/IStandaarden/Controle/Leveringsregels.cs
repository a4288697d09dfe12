using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of WMO305 and WMO307.</summary>
internal static class Leveringsregels
{
    public static void Controleer(Bevindingen b, Wmo305 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Persoonsregels.Geboortedatum(b, bericht.Client.Geboortedatum, bericht.Header, "Client/Geboortedatum");
        var (producten, pad) = (bericht.Client.StartProducten, "Client/StartProducten/StartProduct");
        for (var i = 0; i < producten.Count; i++)
        {
            b.NietLater(producten[i].Begindatum, bericht.Header, $"{pad}[{i + 1}]/Begindatum");
            Status(b, producten[i].StatusAanlevering, $"{pad}[{i + 1}]");
        }
        b.Uniek(producten, "TR101", pad, p => (p.ToewijzingNummer, p.Product, p.Begindatum));
    }

    public static void Controleer(Bevindingen b, Wmo307 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Persoonsregels.Geboortedatum(b, bericht.Client.Geboortedatum, bericht.Header, "Client/Geboortedatum");
        var (producten, pad) = (bericht.Client.StopProducten, "Client/StopProducten/StopProduct");
        for (var i = 0; i < producten.Count; i++)
        {
            b.Periode(producten[i].Begindatum, producten[i].Einddatum, "TR018", $"{pad}[{i + 1}]/Einddatum");
            b.NietLater(producten[i].Begindatum, bericht.Header, $"{pad}[{i + 1}]/Begindatum");
            b.NietLater(producten[i].Einddatum, bericht.Header, $"{pad}[{i + 1}]/Einddatum");
            Status(b, producten[i].StatusAanlevering, $"{pad}[{i + 1}]");
        }
        b.Uniek(producten, "TR101", pad, p => (p.ToewijzingNummer, p.Product, p.Begindatum, p.RedenBeeindiging, p.Einddatum));
    }

    private static void Status(Bevindingen b, string status, string pad) =>
        b.Eis(status is StatusAanlevering.Eerste or StatusAanlevering.Verwijderen, "CS058", $"{pad}/StatusAanlevering",
            "Een start of stop is een eerste aanlevering of een verwijdering.");
}
