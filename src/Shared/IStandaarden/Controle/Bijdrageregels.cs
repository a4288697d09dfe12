using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of WMO401 and WMO403. The limits are those of iEb 1.0.2; the CAK's limits differ per release.</summary>
internal static class Bijdrageregels
{
    private const int MaandenTerug = 12;
    private const int MaandenVooruit = 1;
    private static readonly DateOnly Vroegst = new(2020, 1, 1);

    public static void Controleer(Bevindingen b, Wmo401 bericht)
    {
        var start = bericht.Client.StartEigenBijdrage;
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Datum(b, start.EbStartdatum, start.StatusAanlevering, bericht.Header, "Client/StartEigenBijdrage/EbStartdatum");
        b.Eis(start.EbKostprijs is not { } prijs || prijs.KostprijsStartdatum >= start.EbStartdatum, "CS334",
            "Client/StartEigenBijdrage/EbKostprijs/KostprijsStartdatum", "De kostprijs geldt vanaf een dag voor de start.");
    }

    public static void Controleer(Bevindingen b, Wmo403 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Datum(b, bericht.Client.StopEigenBijdrage.EbStopdatum, bericht.Client.StopEigenBijdrage.StatusAanlevering, bericht.Header,
            "Client/StopEigenBijdrage/EbStopdatum");
    }

    private static void Datum(Bevindingen b, DateOnly datum, string status, Header header, string pad)
    {
        var dagtekening = header.BerichtIdentificatie.Dagtekening;
        b.Eis(datum >= Vroegst, "CS332", pad, "De dag ligt voor 1 januari 2020.");
        if (status != StatusAanlevering.Eerste) return; // a change or removal may name what was there (TR114, TR115)
        b.Eis(datum >= dagtekening.AddMonths(-MaandenTerug), "TR112", pad, "De dag ligt meer dan twaalf maanden voor de dagtekening.");
        b.Eis(datum <= dagtekening.AddMonths(MaandenVooruit), "TR113", pad, "De dag ligt meer dan een maand na de dagtekening.");
    }
}
