namespace WmoPlatform.IStandaarden.Controle;

/// <summary>
/// The rules of WMO401 and WMO403. How far back and ahead a day may lie (TR112, TR113) is not among them: it differs per release of the
/// CAK, and the one who sends decides by it what goes in a message at all.
/// </summary>
internal static class Bijdrageregels
{
    private static readonly DateOnly Vroegst = new(2020, 1, 1);

    public static void Controleer(Bevindingen b, Wmo401 bericht)
    {
        var start = bericht.Client.StartEigenBijdrage;
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Datum(b, start.EbStartdatum, "Client/StartEigenBijdrage/EbStartdatum");
        b.Eis(start.EbKostprijs is not { } prijs || prijs.KostprijsStartdatum >= start.EbStartdatum, "CS334",
            "Client/StartEigenBijdrage/EbKostprijs/KostprijsStartdatum", "De kostprijs geldt vanaf een dag voor de start.");
    }

    public static void Controleer(Bevindingen b, Wmo403 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        Datum(b, bericht.Client.StopEigenBijdrage.EbStopdatum, "Client/StopEigenBijdrage/EbStopdatum");
    }

    private static void Datum(Bevindingen b, DateOnly datum, string pad) =>
        b.Eis(datum >= Vroegst, "CS332", pad, "De dag ligt voor 1 januari 2020.");
}
