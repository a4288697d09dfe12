using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Simulators.Tests;

internal static class Voorbeelden
{
    public const string Agb = "12345678";
    public const string Bsn = "999993653";
    public const string AnderBsn = "999900006";
    public static readonly DateOnly Vandaag = TestKlok.Vandaag;

    public static Wmo301 Toewijzing(long nummer, string identificatie = "T1", string bsn = Bsn, string agb = Agb) => new(
        new Header("0034", agb, identificatie, Vandaag),
        new Wmo301Client(bsn, new CdtGeboortedatum(new DateOnly(1952, 4, 17)), "2",
            new CdtVolledigeNaam(new CdtAchternaam("Amrani", "el"), null, "Fatima", "F", "1"),
            [new Contact(AdresSoort.Brp, new CdtAdres(new CdtHuis(12), "1315HR", "Stadhuisplein", "Almere", "NL"))],
            [new ToegewezenProduct(nummer, new CdtProduct("02", "02T21"), Vandaag, new TimeOnly(9, 0), Vandaag, Vandaag.AddYears(1),
                new CdtOmvang(3, "04", "2"))]));

    /// <summary>The same toewijzing, with another product.</summary>
    public static Wmo301 Met(this Wmo301 heen, Func<ToegewezenProduct, ToegewezenProduct> anders, string? identificatie = null) => heen with
    {
        Header = identificatie is null ? heen.Header : new Header(heen.Header.Afzender, heen.Header.Ontvanger, identificatie, Vandaag),
        Client = heen.Client with { ToegewezenProducten = [.. heen.Client.ToegewezenProducten.Select(anders)] },
    };

    /// <summary>One of the platform's golden messages.</summary>
    public static byte[] Goud(string naam)
    {
        using var bron = typeof(Voorbeelden).Assembly.GetManifestResourceStream(naam).ShouldNotBeNull($"Golden/{naam}.xml ontbreekt");
        using var inhoud = new MemoryStream();
        bron.CopyTo(inhoud);
        return inhoud.ToArray();
    }

    public static Wmo501 Toekenning(string budget, string identificatie = "P1", string? oud = null, long centen = 100_000,
        DateOnly? einde = null) => new(
        new Header("0034", null, identificatie, Vandaag),
        new Wmo501Client(AnderBsn, new Budget(budget, oud, Vandaag, new CdtGeslotenPeriode(Vandaag, Vandaag.AddYears(1)),
            [new FunctieBudget("02", new CdtGeslotenPeriode(Vandaag, einde ?? Vandaag.AddYears(1)), centen)])));

    public static Wmo401 EbStart(long nummer, string identificatie = "S1", string bsn = Bsn) =>
        new(new Header("0034", null, identificatie, Vandaag),
            new Wmo401Client(bsn, new StartEigenBijdrage(nummer, Vandaag, StatusAanlevering.Eerste)));

    public static Wmo403 EbStop(long nummer, string identificatie = "E1") =>
        new(new Header("0034", null, identificatie, Vandaag),
            new Wmo403Client(Bsn, new StopEigenBijdrage(nummer, Vandaag, StatusAanlevering.Eerste)));
}
