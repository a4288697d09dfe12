using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Pgb.Tests;

internal static class Voorbeelden
{
    private static int _nummer;

    public static LeveringsvormGekozen Keuze(
        Leveringsvorm vorm = Leveringsvorm.Pgb, int versie = 5, Guid? voorzieningId = null, string wijkteam = Huis.Team) =>
        new(voorzieningId ?? Guid.CreateVersion7(), Guid.CreateVersion7(), wijkteam, vorm, vorm == Leveringsvorm.Zin ? "12345678" : null)
        {
            Dossiernummer = Nummers.Dossiernummer(2026, Interlocked.Increment(ref _nummer)),
            AggregaatId = Guid.CreateVersion7(),
            Versie = versie,
            Op = DateTimeOffset.UtcNow
        };

    public static IndicatieIngetrokken Intrekking(LeveringsvormGekozen keuze, int? versie = null) =>
        new(keuze.VoorzieningId, new("02", "02A05"))
        {
            Dossiernummer = keuze.Dossiernummer,
            AggregaatId = keuze.AggregaatId,
            Versie = versie ?? keuze.Versie + 1,
            Op = DateTimeOffset.UtcNow,
        };

    public static Bewustekeuzegesprek Gesprek(DateOnly dag, bool vaardig = true, Oordeel oordeel = Oordeel.Ja) =>
        new(dag, new Dictionary<Vaardigheid, Oordeel>
        {
            [Vaardigheid.SituatieOverzien] = Oordeel.Ja,
            [Vaardigheid.RegelsKennen] = Oordeel.Ja,
            [Vaardigheid.HulpBeoordelen] = Oordeel.Ja,
            [Vaardigheid.HulpKiezen] = Oordeel.Ja,
            [Vaardigheid.AdministratieBijhouden] = oordeel,
        }, vaardig, "De inwoner houdt zelf een schrift bij.");

    public static BeschikteVoorziening Hulp(
        DateOnly vanaf, int dagen = 200, decimal? budget = 3900.50m, Uitkomst uitkomst = Uitkomst.Toekennen) =>
        new(Guid.CreateVersion7(), uitkomst, new("02", "02A05"), new(2, "04", "2"), new(vanaf, vanaf.AddDays(dagen)), Leveringsvorm.Pgb,
            null, budget);

    public static BeschikkingBekendgemaakt Beschikking(params BeschikteVoorziening[] voorzieningen)
    {
        var nummer = Interlocked.Increment(ref _nummer);
        var persoon = new Persoonsgegevens(TestBsn.Nieuw(), new("Lokaas-Proefman", "van", "Willemijn", "W"), new(1951, 3, 14), null, 2,
            new("Kadeplein", 7, null, null, "1315AA", "Almere"));
        return new(Guid.CreateVersion7(), Nummers.Beschikkingnummer(2026, nummer), new(2026, 1, 5),
            new("bezwaar", new(2026, 1, 5), new(2026, 2, 16), "Awb 6:7"),
            Guid.CreateVersion7(), Huis.Team, voorzieningen, GeenBerichtenverkeer: false, new(persoon))
        {
            Dossiernummer = Nummers.Dossiernummer(2026, nummer),
            AggregaatId = Guid.CreateVersion7(),
            Versie = 3,
            Op = DateTimeOffset.UtcNow
        };
    }

    /// <summary>A later decision on a voorziening, made known on this day.</summary>
    public static VoorzieningGewijzigd Besluit(
        this BeschikkingBekendgemaakt beschikking, Guid voorzieningId, int stand, DateOnly op, params Voorzieningdeel[] delen) =>
        new(voorzieningId, stand, Besluitsoort.Herziening, Guid.CreateVersion7(),
            Nummers.Beschikkingnummer(2026, Interlocked.Increment(ref _nummer)), op, beschikking.Bezwaartermijn, beschikking.PersoonId,
            beschikking.Wijkteam, delen, beschikking.GeenBerichtenverkeer, beschikking.Persoon)
        {
            Persoonstand = beschikking.Persoonstand,
            Dossiernummer = beschikking.Dossiernummer,
            AggregaatId = voorzieningId,
            Versie = stand,
            Op = DateTimeOffset.UtcNow,
        };

    /// <summary>A part of a voorziening that is granted as pgb.</summary>
    public static Voorzieningdeel AlsPgb(DateOnly begin, DateOnly einde, decimal budget, string categorie = "02") =>
        new(new(categorie, $"{categorie}A05"), new(2, "04", "2"), new(begin, einde), Leveringsvorm.Pgb, null, budget);

    /// <summary>A part of a voorziening that is granted as zorg in natura.</summary>
    public static Voorzieningdeel AlsZin(DateOnly begin, DateOnly einde, string categorie = "02") =>
        new(new(categorie, $"{categorie}A05"), new(2, "04", "2"), new(begin, einde), Leveringsvorm.Zin, "12345678", null);

    /// <summary>The representatives in a request.</summary>
    public static object Zus(string soort = "gemachtigde", string? nummer = null) => new
    {
        relaties = new object[]
        {
            new
            {
                soort, bereik = "financien", nummer, bsn = "999994542",
                    naam = new { achternaam = "Lokaas-Proefman", voorvoegsel = "van", voorletters = "M" },
                adres = new { straatnaam = "Kadeplein", huisnummer = 9, postcode = "1315AA", plaatsnaam = "Almere" },
            },
        },
    };

    /// <summary>A part of a budget in a request.</summary>
    public static object Deel(DateOnly begin, DateOnly einde, decimal bedrag, string zorgfunctie = "02") =>
        new { zorgfunctie, periode = new { ingangsdatum = begin, einddatum = einde }, bedrag };

    /// <summary>The SVB closes a part of a budget.</summary>
    public static Wmo507 Afsluiting(
        Wmo501 bericht, decimal besteed, string reden, DateOnly dagtekening, CdtGeslotenPeriode? periode = null, int deel = 0)
    {
        var (budget, functie) = (bericht.Client.Budget, bericht.Client.Budget.FunctieBudgetten[deel]);
        return new(new Header(null, "0034", Identificatie(), dagtekening), new(bericht.Client.Bsn,
            [new(budget.BudgetIdentificatie, functie.Zorgfunctie, periode ?? functie.FunctieBudgetPeriode, Bedrag.InCenten(besteed), null,
                null, reden)]));
    }

    public static Wmo502 Akkoord(Wmo501 bericht) => (Wmo502)Retour.Akkoord(bericht, Identificatie(), Dag(bericht));

    public static Wmo502 Afkeuring(Wmo501 bericht, params string[] codes) =>
        (Wmo502)Retour.Afgekeurd(bericht, Identificatie(), Dag(bericht), codes);

    private static string Identificatie() => $"S{Interlocked.Increment(ref _nummer):00000000000}";

    private static DateOnly Dag(Wmo501 bericht) => bericht.Header.BerichtIdentificatie.Dagtekening;
}
