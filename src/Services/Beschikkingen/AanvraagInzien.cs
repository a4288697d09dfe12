using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen;

/// <summary>Shows one aanvraag, or the list that a user may see, the earliest last day first.</summary>
public static class AanvraagInzien
{
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="OntvangenOp">De dag waarop het ondertekende verslag binnenkwam.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    /// <param name="Uiterlijk">De laatste dag volgens de wet.</param>
    /// <param name="ToegezegdeDatum">De dag die bij uitstel is toegezegd, naast de wettelijke.</param>
    /// <param name="Tijdig">Of de wettelijke termijn is gehaald, of nog te halen is.</param>
    /// <param name="Beschikkingnummer">Het nummer van de beschikking, zodra er is beslist.</param>
    /// <param name="BeslotenOp">De dag van het besluit.</param>
    /// <param name="BekendgemaaktOp">De dag waarop de beschikking is bekendgemaakt.</param>
    /// <param name="BezwaarUiterlijk">De laatste dag om bezwaar te maken.</param>
    public sealed record Overzicht(string Dossiernummer, DateOnly OntvangenOp, string Wijkteam, Aanvraagstatus Status, DateOnly Uiterlijk,
        DateOnly? ToegezegdeDatum,
        bool Tijdig, string? Beschikkingnummer, DateOnly? BeslotenOp, DateOnly? BekendgemaaktOp, DateOnly? BezwaarUiterlijk);

    /// <param name="Aanvraag">De aanvraag, zoals in de lijst.</param>
    /// <param name="RedenUitstel">Waarom uitstel is aangekondigd.</param>
    /// <param name="Voorzieningen">Wat er is gevraagd; leeg als er niets is geïndiceerd.</param>
    /// <param name="Besluiten">De besluiten; nog leeg als er niet is beslist.</param>
    public sealed record Detail(Overzicht Aanvraag, string? RedenUitstel,
        IReadOnlyList<Gevraagd> Voorzieningen, IReadOnlyList<Voorzieningbesluit> Besluiten);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Product">Welke hulp.</param>
    /// <param name="Omvang">Hoeveel.</param>
    /// <param name="Periode">Wanneer.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb.</param>
    /// <param name="Agb">De gekozen aanbieder; niet bij een pgb.</param>
    /// <param name="PgbToets">Hoe de pgb-toets afliep; alleen bij een pgb.</param>
    public sealed record Gevraagd(Guid VoorzieningId, Product Product, Omvang Omvang, Periode Periode, Leveringsvorm Leveringsvorm,
        string? Agb, Toetsuitkomst? PgbToets);

    public enum Toetsuitkomst
    {
        NogNietAfgerond,
        Akkoord,
        NietAkkoord,
    }

    public static void MapAanvraagInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/aanvragen", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Aanvragen")
            .WithDescription("De aanvragen die u mag zien, die met de eerste uiterste dag voorop; met open=true alleen die nog niet zijn "
                + "bekendgemaakt. Een inwoner ziet de eigen aanvragen zodra de beschikking is bekendgemaakt.");
        api.MapGet("/aanvragen/{dossiernummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een aanvraag")
            .WithDescription("Een aanvraag met wat er is gevraagd en besloten. De ETag in het antwoord hoort bij If-Match als u beslist.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, bool? open, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var (dag, nummer) = Pagina.NaDag(na);
        var rijen = await db.Aanvragen.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(a => open == null || open == (a.Status != Aanvraagstatus.Bekendgemaakt && a.Status != Aanvraagstatus.Doorgezonden))
            .Where(a => a.Uiterlijk > dag || (a.Uiterlijk == dag && string.Compare(a.Dossiernummer, nummer) > 0))
            .OrderBy(a => a.Uiterlijk).ThenBy(a => a.Dossiernummer).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(a => Van(a, klok.Vandaag()))], n, o =>
            Pagina.Dagsleutel(o.Uiterlijk, o.Dossiernummer)));
    }

    private static async Task<Ok<Detail>> Een(string dossiernummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, Etag etag,
        CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        var toetsen = await db.Toetsen(aanvraag, annulering);
        etag.Zet(aanvraag.RowVersion);
        return TypedResults.Ok(new Detail(Van(aanvraag, klok.Vandaag()), aanvraag.RedenUitstel,
            [.. aanvraag.Voorzieningen.Select(v =>
                new Gevraagd(v.VoorzieningId, v.Product, v.Omvang, v.Periode, v.Leveringsvorm, v.Agb, Toets(v, toetsen)))],
                aanvraag.Besluiten));
    }

    private static Toetsuitkomst? Toets(GekozenVoorziening voorziening, Dictionary<Guid, bool> toetsen) =>
        voorziening.Leveringsvorm != Leveringsvorm.Pgb ? null
        : !toetsen.TryGetValue(voorziening.VoorzieningId, out var akkoord) ? Toetsuitkomst.NogNietAfgerond
        : akkoord ? Toetsuitkomst.Akkoord : Toetsuitkomst.NietAkkoord;

    internal static Overzicht Van(Aanvraag a, DateOnly vandaag) =>
        new(a.Dossiernummer, a.OntvangenOp, a.Wijkteam, a.Status, a.Uiterlijk, a.ToegezegdeDatum,
        a.IsTijdig(vandaag), a.Beschikkingnummer, a.BeslotenOp, a.BekendgemaaktOp, a.BezwaarUiterlijk);

    /// <summary>
    /// Limits the list to what this user may see. A resident sees a decision from bekendmaking on, because it takes effect then (Awb 3:40).
    /// </summary>
    private static IQueryable<Aanvraag> ZichtbaarVoor(this IQueryable<Aanvraag> aanvragen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return aanvragen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return aanvragen.Where(a => teams.Contains(a.Wijkteam) || (a.Bsn == bsn && a.Status == Aanvraagstatus.Bekendgemaakt));
    }

    /// <summary>Finds the aanvraag of a dossier that this user may see.</summary>
    /// <exception cref="Weigering">404: the aanvraag is unknown, or this user may not see it.</exception>
    internal static async Task<Aanvraag> Zoek(this BeschikkingenDb db, string dossiernummer, Gebruiker gebruiker,
        CancellationToken annulering) =>
        await db.Aanvragen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(a => a.Dossiernummer == dossiernummer, annulering)
            ?? throw Weigering.Onbekend("Deze aanvraag");
}
