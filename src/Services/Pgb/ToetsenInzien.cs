using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>Shows the work list of toetsen, oldest first, and one toets with its details.</summary>
public static class ToetsenInzien
{
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Status">Hoe ver de toets is.</param>
    /// <param name="GestartOp">De dag waarop de inwoner voor een pgb koos.</param>
    /// <param name="AfgerondOp">De dag van de uitkomst.</param>
    /// <param name="Ontbreekt">Welke documenten nog niet binnen zijn.</param>
    /// <param name="Vervolg">Wat er nu moet gebeuren.</param>
    public sealed record Overzicht(
        Guid VoorzieningId, string Dossiernummer, string Wijkteam, Toetsstatus Status, DateOnly? GestartOp, DateOnly? AfgerondOp,
        IReadOnlyList<PgbDocument> Ontbreekt, string Vervolg);

    /// <param name="Toets">De toets, zoals in de lijst.</param>
    /// <param name="Documenten">Wat er binnen is.</param>
    /// <param name="Gesprek">Het bewustekeuzegesprek.</param>
    public sealed record Detail(Overzicht Toets, IReadOnlyList<OntvangenDocument> Documenten, Bewustekeuzegesprek? Gesprek);

    public static void MapToetsenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/toetsen", Lijst).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Pgb-toetsen").WithDescription("De toetsen die u mag zien, oudste eerst. Zonder status: alles wat nog loopt.");
        api.MapGet("/toetsen/{voorzieningId:guid}", Een).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice, Rollen.Systeem)
            .WithSummary("Een pgb-toets").WithDescription(
                "Een toets met de documenten en het bewustekeuzegesprek. De ETag is nodig om een eerder vastgelegd gesprek te vervangen.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, PgbDb db, Keuze<Toetsstatus>? status, string? dossiernummer, string? na, int? aantal,
        CancellationToken annulering)
    {
        var (n, gevraagd, vanaf) = (Pagina.Aantal(aantal), status?.Waarde("status") ?? Toetsstatus.Lopend, Pagina.NaGuid(na));
        var toetsen = db.Toetsen.AsNoTracking().ZichtbaarVoor(gebruiker).Where(t => t.Status == gevraagd && t.Id > vanaf);
        if (dossiernummer is not null) toetsen = toetsen.Where(t => t.Dossiernummer == dossiernummer);
        var pagina = Pagina.Van(await toetsen.OrderBy(t => t.Id).Take(n + 1).ToListAsync(annulering), n, t => t.Id.ToString());
        return TypedResults.Ok(new Pagina<Overzicht>([.. pagina.Items.Select(Van)], pagina.Volgende));
    }

    private static async Task<Ok<Detail>> Een(Guid voorzieningId, Gebruiker gebruiker, PgbDb db, Etag etag, CancellationToken annulering)
    {
        var toets = await db.Zoek(voorzieningId, gebruiker, annulering);
        etag.Zet(toets.RowVersion);
        return TypedResults.Ok(VanEen(toets));
    }

    internal static Detail VanEen(PgbToets t) => new(Van(t), t.Documenten, t.Gesprek);

    private static Overzicht Van(PgbToets t) =>
        new(t.VoorzieningId, t.Dossiernummer, t.Wijkteam, t.Status, t.GestartOp, t.AfgerondOp, [.. t.Ontbrekend], Vervolg(t));

    private static string Vervolg(PgbToets t) => (t.Status, t.Ontbrekend.Any(), t.Gesprek) switch
    {
        (Toetsstatus.Vervallen, _, _) => "Er is geen pgb-toets meer nodig: de inwoner koos voor zorg in natura, de indicatie is "
            + "ingetrokken, het onderzoek is gestopt of het besluit is genomen.",
        (Toetsstatus.Akkoord, _, _) => "Het pgb past. De beslisser kan het toekennen.",
        (Toetsstatus.NietAkkoord, _, _) => "Het pgb past niet. Bespreek zorg in natura met de inwoner.",
        _ when t.VertegenwoordigerOntbreekt => "De inwoner kan het budget alleen met een vertegenwoordiger beheren. Leg vast wie dat is"
            + (t.Ontbrekend.Any() ? ", en vraag de documenten die nog ontbreken." : "."),
        (_, true, null) => "De inwoner stuurt de documenten die nog ontbreken. Plan ook het bewustekeuzegesprek.",
        (_, true, _) => "De inwoner stuurt de documenten die nog ontbreken.",
        _ => "Voer het bewustekeuzegesprek met de inwoner.",
    };

    private static IQueryable<PgbToets> ZichtbaarVoor(this IQueryable<PgbToets> toetsen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return toetsen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        return toetsen.Where(t => teams.Contains(t.Wijkteam));
    }

    /// <summary>Finds the toets of a voorziening that this user may see.</summary>
    /// <exception cref="Weigering">404: the toets is unknown, or this user may not see it.</exception>
    internal static async Task<PgbToets> Zoek(this PgbDb db, Guid voorzieningId, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Toetsen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(t => t.VoorzieningId == voorzieningId, annulering)
            ?? throw Weigering.Onbekend("Deze pgb-toets");
}
