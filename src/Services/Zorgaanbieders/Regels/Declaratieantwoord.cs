using WmoPlatform.IStandaarden;

namespace WmoPlatform.Zorgaanbieders.Regels;

/// <summary>The WMO325: only what is not granted comes back, with its codes; the difference of the two totals is the sum of that (TR342).</summary>
public static class Declaratieantwoord
{
    private static readonly IReadOnlyList<string> GeenOpmerking = [Retourcode.GeenOpmerking];

    /// <summary>The standard says which code stands where (IV087); no example of it is public for the Wmo.</summary>
    /// <param name="heen">The declaration.</param>
    /// <param name="oordeel">What was judged of it.</param>
    /// <param name="identificatie">Of the answer.</param>
    /// <param name="dagtekening">The day of the answer.</param>
    public static Wmo325 Maak(Wmo323 heen, Declaratieoordeel oordeel, string identificatie, DateOnly dagtekening)
    {
        var clienten = oordeel.Clienten.Zip(heen.Declaratie.Clienten, Afgekeurd).OfType<DeclaratieClient>().ToArray();
        if (oordeel.Codes.Count == 0 && clienten.Length == 0) return Wmo325.Akkoord(heen, identificatie, dagtekening);
        var header = new DeclaratieAntwoordHeader(new Header(heen.Header.Ontvanger, heen.Header.Afzender, identificatie, dagtekening), heen.Header.BerichtIdentificatie, null, heen.Header.XsdVersie, GeenOpmerking);
        return new(header, new(heen.Declaratie.DeclaratieNummer, heen.Declaratie.TotaalIngediendBedrag, CdtTotaalBedragMetDC.Van(oordeel.ToegekendInCenten(heen)), clienten.Length > 0 ? clienten : null)
        {
            RetourCodes = oordeel.Codes.Count > 0 ? oordeel.Codes : GeenOpmerking,
        });
    }

    private static DeclaratieClient? Afgekeurd(Clientoordeel oordeel, DeclaratieClient client)
    {
        var prestaties = oordeel.Prestaties.Zip(client.Prestaties, (codes, p) => p with { RetourCodes = codes }).Where(p => p.RetourCodes is { Count: > 0 }).ToArray();
        return prestaties.Length == 0 ? null : client with { Prestaties = prestaties, RetourCodes = oordeel.Code is { } code ? [code] : GeenOpmerking };
    }
}
