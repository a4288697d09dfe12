using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>Shows one klacht, or the list that a user may see.</summary>
public static class KlachtInzien
{
    /// <param name="Stand">Hoe ver de klacht is.</param>
    /// <param name="Omschrijving">Waar de klacht over gaat, in de woorden van de inwoner.</param>
    /// <param name="GedragingOp">De dag waarop het gebeurde.</param>
    /// <param name="Beklaagden">Over wie de klacht gaat, en wat die zei. Een inwoner ziet dit niet.</param>
    /// <param name="Besluitnummer">Het besluit waar de klacht over gaat.</param>
    /// <param name="CommissieGemeldOp">De dag waarop de inwoner hoorde dat een commissie adviseert.</param>
    /// <param name="Advies">Het advies van de commissie. Een inwoner krijgt het met het oordeel.</param>
    /// <param name="Bedoeling">De vraag aan de inwoner wat er is bedoeld.</param>
    /// <param name="Horen">Wanneer de inwoner wordt of is gehoord, of waarom niet.</param>
    /// <param name="Afronding">Hoe het afliep.</param>
    public sealed record Detail(
        Klachtstand Stand, string Omschrijving, DateOnly? GedragingOp, IReadOnlyList<Beklaagde> Beklaagden,
        string? Besluitnummer, DateOnly? CommissieGemeldOp, Klachtadvies? Advies, Bedoelingsvraag? Bedoeling, Horen? Horen,
        Klachtafronding? Afronding);

    public static void MapKlachtInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/klachten", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Klachten")
            .WithDescription("De klachten die u mag zien, die met de eerste uiterste dag voorop; met open=true alleen die nog lopen.");
        api.MapGet("/klachten/{klachtnummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een klacht")
            .WithDescription("Een klacht met wat er is gezegd en hoe zij afliep. De ETag hoort bij If-Match als u iets vastlegt.");
    }

    private static async Task<Ok<Pagina<Klachtstand>>> Lijst(
        Gebruiker gebruiker, BeschikkingenDb db, bool? open, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Pagina.NaDag(na);
        var rijen = await db.Klachten.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(k => open == null || open == (k.Afronding == null))
            .Where(k => k.Uiterlijk > dag || (k.Uiterlijk == dag && string.Compare(k.Klachtnummer, nummer) > 0))
            .OrderBy(k => k.Uiterlijk).ThenBy(k => k.Klachtnummer).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(k => Klachtstand.Van(k, gebruiker))], n, k =>
            Pagina.Dagsleutel(k.Uiterlijk, k.Klachtnummer)));
    }

    private static async Task<Ok<Detail>> Een(
        string klachtnummer, Gebruiker gebruiker, BeschikkingenDb db, Etag etag, CancellationToken annulering)
    {
        var k = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        etag.Zet(k.RowVersion);
        return TypedResults.Ok(new Detail(Klachtstand.Van(k, gebruiker), k.Omschrijving, k.GedragingOp,
            gebruiker.IsMedewerker() ? k.Beklaagden : [], k.Besluitnummer, k.Termijn.CommissieGemeldOp,
            gebruiker.IsMedewerker() || !k.IsOpen ? k.Advies : null, k.Bedoeling, k.Horen, k.Afronding));
    }

    private static IQueryable<Klacht> ZichtbaarVoor(this IQueryable<Klacht> klachten, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return klachten;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return klachten.Where(k => teams.Contains(k.Wijkteam) || k.Bsn == bsn);
    }

    /// <summary>Finds a klacht that this user may see.</summary>
    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<Klacht> ZoekKlacht(
        this BeschikkingenDb db, string klachtnummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Klachten.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(k => k.Klachtnummer == klachtnummer, annulering)
            ?? throw Weigering.Onbekend("Deze klacht");

    /// <summary>Finds the person of a dossier that this user may see.</summary>
    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<Bezwaren.Indiener> ZoekIndiener(
        this BeschikkingenDb db, string dossiernummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        var houder = await db.Dossierhouders.SingleOrDefaultAsync(d => d.Dossiernummer == dossiernummer, annulering);
        return houder is not null && gebruiker.MagBij(houder.Bsn, houder.Wijkteam)
            ? new(houder.Dossiernummer, houder.PersoonId, houder.Bsn, houder.Wijkteam)
            : throw Weigering.Onbekend("Dit dossier");
    }
}

/// <summary>How far a klacht is.</summary>
/// <param name="Dossiernummer">Het dossier.</param>
/// <param name="Klachtnummer">De klacht.</param>
/// <param name="Over">Waar de klacht over gaat.</param>
/// <param name="OntvangenOp">De dag van ontvangst.</param>
/// <param name="Uiterlijk">De laatste dag om de klacht af te handelen.</param>
/// <param name="Stappen">Hoe die dag is berekend, op volgorde.</param>
/// <param name="Afloop">Hoe het afliep; leeg zolang de klacht loopt.</param>
/// <param name="Bezwaarnummer">Het bezwaar dat de klacht werd.</param>
public sealed record Klachtstand(
    string Dossiernummer, string Klachtnummer, Klachtonderwerp Over, DateOnly OntvangenOp, DateOnly Uiterlijk,
    IReadOnlyList<Rekenstap> Stappen, Klachtafloop? Afloop, string? Bezwaarnummer)
{
    internal static Klachtstand Van(Klacht k, Gebruiker gebruiker) => new(
        k.Dossiernummer, k.Klachtnummer, k.Over, k.OntvangenOp, k.Uiterlijk, Rekenstap.Van(k.Termijn.Wettelijk.Stappen),
        k.Afronding?.Afloop, k.Afronding?.Bezwaarnummer);
}
