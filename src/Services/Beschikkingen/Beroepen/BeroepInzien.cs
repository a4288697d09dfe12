using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>Shows one case at the court, or the list that a user may see, the last first.</summary>
public static class BeroepInzien
{
    public static void MapBeroepInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/beroepen", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Beroepen")
            .WithDescription("De zaken bij de rechter die u mag zien, op volgorde van nummer; met open=true alleen waarop nog geen "
                + "uitspraak is.");
        api.MapGet("/beroepen/{beroepnummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een beroep")
            .WithDescription("Een zaak bij de rechter met de uitspraken en wat de gemeente daardoor moet doen.");
    }

    private static async Task<Ok<Pagina<Beroepstand>>> Lijst(
        Gebruiker gebruiker, BeschikkingenDb db, bool? open, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var rijen = await db.Beroepen.AsNoTracking().ZichtbaarVoor(gebruiker)
            .Where(b => (open == null || open == b.IsAanhangig) && (na == null || string.Compare(b.Beroepnummer, na) > 0))
            .OrderBy(b => b.Beroepnummer).Take(n + 1).ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(b => Beroepstand.Van(b, gebruiker))], n, b => b.Beroepnummer));
    }

    private static async Task<Ok<Beroepstand>> Een(
        string beroepnummer, Gebruiker gebruiker, BeschikkingenDb db, Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }

    private static IQueryable<Beroep> ZichtbaarVoor(this IQueryable<Beroep> beroepen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return beroepen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return beroepen.Where(b => teams.Contains(b.Wijkteam) || b.Bsn == bsn);
    }

    /// <summary>Finds a case that this user may see.</summary>
    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<Beroep> ZoekBeroep(
        this BeschikkingenDb db, string beroepnummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Beroepen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(b => b.Beroepnummer == beroepnummer, annulering)
            ?? throw Weigering.Onbekend("Dit beroep");
}

/// <summary>How far a case at the court is.</summary>
/// <param name="Dossiernummer">Het dossier.</param>
/// <param name="Beroepnummer">Het beroep.</param>
/// <param name="Soort">Wat voor zaak.</param>
/// <param name="Rechtbanknummer">Het zaaknummer van de rechter.</param>
/// <param name="Besluitnummer">Waar het over gaat.</param>
/// <param name="LatereBesluiten">Besluiten die later kwamen en waar het ook over gaat.</param>
/// <param name="IngesteldOp">De dag waarop het bij de rechter binnenkwam.</param>
/// <param name="StukkenUiterlijk">De laatste dag om de stukken naar de rechter te sturen.</param>
/// <param name="StukkenIngezondenOp">De dag waarop dat gebeurde.</param>
/// <param name="Zitting">Wanneer de zitting is.</param>
/// <param name="Uitspraken">De uitspraken, oudste eerst.</param>
/// <param name="Hulp">De hulp die de rechter gaf, met de laatste dag.</param>
/// <param name="HogerBeroepUiterlijk">De laatste dag voor hoger beroep.</param>
/// <param name="VerzetUiterlijk">De laatste dag voor verzet.</param>
/// <param name="IngetrokkenOp">De dag waarop het is ingetrokken.</param>
public sealed record Beroepstand(
    string Dossiernummer, string Beroepnummer, Beroepsoort Soort, string Rechtbanknummer, string Besluitnummer,
    IReadOnlyList<string> LatereBesluiten, DateOnly IngesteldOp, DateOnly? StukkenUiterlijk, DateOnly? StukkenIngezondenOp,
    DateTimeOffset? Zitting, IReadOnlyList<Beroepstand.Oordeel> Uitspraken, IReadOnlyList<Rechtershulp> Hulp,
    DateOnly? HogerBeroepUiterlijk, DateOnly? VerzetUiterlijk, DateOnly? IngetrokkenOp)
{
    /// <param name="Uitkomst">De uitkomst.</param>
    /// <param name="Tussenuitspraak">Of de zaak daarna verdergaat.</param>
    /// <param name="VerzondenOp">De dag waarop de rechter haar verstuurde.</param>
    /// <param name="Opdrachten">Wat de gemeente moet doen.</param>
    public sealed record Oordeel(Beroepuitkomst Uitkomst, bool Tussenuitspraak, DateOnly VerzondenOp, IReadOnlyList<Taak> Opdrachten);

    /// <param name="OpdrachtId">De opdracht.</param>
    /// <param name="Soort">Wat er moet gebeuren.</param>
    /// <param name="Uiterlijk">De laatste dag.</param>
    /// <param name="DwangsomPerDag">Euro's voor elke dag te laat.</param>
    /// <param name="GedaanOp">De dag waarop het is gedaan; leeg zolang dat niet zo is.</param>
    /// <param name="Vervallen">Of het niet meer hoeft, omdat de uitspraak niet meer geldt.</param>
    public sealed record Taak(
        Guid OpdrachtId, Opdrachtsoort Soort, DateOnly Uiterlijk, decimal? DwangsomPerDag, DateOnly? GedaanOp, bool Vervallen);

    internal static Beroepstand Van(Beroep b, Gebruiker _) => new(
        b.Dossiernummer, b.Beroepnummer, b.Soort, b.Rechtbanknummer, b.Besluitnummer, b.LatereBesluiten, b.IngesteldOp, b.StukkenUiterlijk,
        b.StukkenIngezondenOp, b.Zitting,
        [.. b.Uitspraken.Select(u => new Oordeel(u.Uitkomst, u.Tussenuitspraak, u.VerzondenOp, [.. u.Opdrachten.Select(o =>
            new Taak(o.OpdrachtId, o.Soort, o.Termijn.Uiterlijk, o.DwangsomPerDag,
                b.Uitgevoerd.FirstOrDefault(g => g.OpdrachtId == o.OpdrachtId)?.GedaanOp, b.Vervallen.Contains(o.OpdrachtId)))]))],
        b.Hulp, b.HogerBeroepUiterlijk, b.VerzetUiterlijk, b.IngetrokkenOp);
}
