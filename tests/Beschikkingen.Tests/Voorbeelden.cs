using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A signed verslag, and the voorzieningen that it asks for.</summary>
internal static class Voorbeelden
{
    public const string Inwoner = "999993653";
    public const string AndereInwoner = "999900006";
    public const string Achternaam = "Lokaas-Proefman";
    public const string Team = "wijkteam-haven";

    private static int _volgnummer;

    public static Persoonsgegevens Persoon { get; } = new(
        Inwoner, new Persoonsnaam(Achternaam, "van", "Willemijn", "W"), new DateOnly(1951, 3, 14), null, 2,
            new Adres("Kadeplein", 7, null, null, "1315AA", "Almere"));

    public static GekozenVoorziening Zin() => new(Guid.CreateVersion7(), new Product("02", "02T21"), new Omvang(120, "01", "2"),
        new Periode(new DateOnly(2026, 6, 1), new DateOnly(2027, 5, 31)), Leveringsvorm.Zin, "12345678");

    public static GekozenVoorziening Pgb() => Zin() with { Leveringsvorm = Leveringsvorm.Pgb, Agb = null };

    public static VerslagOndertekend Verslag(DateOnly ontvangenOp, params GekozenVoorziening[] voorzieningen) =>
        new(ontvangenOp, Ondertekenwijze.Digitaal, Guid.CreateVersion7(), Team, voorzieningen, GeenBerichtenverkeer: false, new(Persoon))
        {
            Dossiernummer = Nummers.Dossiernummer(2026, Interlocked.Increment(ref _volgnummer)),
            AggregaatId = Guid.CreateVersion7(),
            Versie = 9,
            Op = DateTimeOffset.UtcNow,
        };

    public static PgbToetsAfgerond Toets(Guid voorzieningId, bool akkoord, int versie = 4) =>
        new(voorzieningId, akkoord)
        {
            Dossiernummer = "D-2026-000001",
            AggregaatId = Guid.CreateVersion7(),
            Versie = versie,
            Op = DateTimeOffset.UtcNow
        };

    public static Gebruiker Beslisser(string? bsn = null) =>
        new("beslisser-1", new HashSet<string> { Rollen.Beslisser }, bsn, null, new HashSet<string>());
}
