using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Voorzieningen;

/// <summary>Shows voorzieningen with all decisions on them.</summary>
public static class VoorzieningenInzien
{
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt.</param>
    /// <param name="Delen">
    /// De hulp, met wat de rechter opdroeg, op volgorde van tijd; leeg als er geen hulp is.
    /// </param>
    /// <param name="Vandaag">De hulp van vandaag; leeg als die er niet is.</param>
    /// <param name="Eigen">Wat de gemeente zelf heeft toegekend, zonder wat de rechter opdroeg.</param>
    /// <param name="VanDeRechter">Wat de rechter opdroeg, ook wat voorbij is.</param>
    /// <param name="HeroverwegenOp">De dag waarop de gemeente kijkt of de hulp nog past.</param>
    /// <param name="Heroverwegingen">De keren dat de gemeente keek of de hulp nog past.</param>
    /// <param name="TijdelijkVoor">De melding waarvan het besluit de tijdelijke hulp laat eindigen; leeg zonder tijdelijke hulp.</param>
    /// <param name="Standen">De besluiten, op volgorde.</param>
    public sealed record Antwoord(
        Guid VoorzieningId, string Dossiernummer, string Wijkteam, IReadOnlyList<Voorzieningdeel> Delen, Voorzieningdeel? Vandaag,
        IReadOnlyList<Voorzieningdeel> Eigen, IReadOnlyList<Rechtersdeel> VanDeRechter,
        DateOnly? HeroverwegenOp, IReadOnlyList<Heroverweging> Heroverwegingen, string? TijdelijkVoor,
        IReadOnlyList<Voorzieningstand> Standen);

    public static void MapVoorzieningenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/voorzieningen", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Voorzieningen van een dossier")
            .WithDescription("De voorzieningen van een dossier, ook die zijn geweigerd of voorbij zijn.");
        api.MapGet("/voorzieningen/{voorzieningId:guid}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een voorziening")
            .WithDescription("Een voorziening, met alle besluiten erover. De ETag in het antwoord hoort bij If-Match als u iets wijzigt.");
    }

    private static async Task<Ok<IReadOnlyList<Antwoord>>> Lijst(
        string dossiernummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, CancellationToken annulering)
    {
        var gevonden = await db.Voorzieningen.AsNoTracking().ZichtbaarVoor(gebruiker).Where(v => v.Dossiernummer == dossiernummer)
            .OrderBy(v => v.Id).ToListAsync(annulering);
        return TypedResults.Ok<IReadOnlyList<Antwoord>>([.. gevonden.Select(v => Van(v, klok.Vandaag()))]);
    }

    private static async Task<Ok<Antwoord>> Een(
        Guid voorzieningId, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        etag.Zet(voorziening.RowVersion);
        return TypedResults.Ok(Van(voorziening, klok.Vandaag()));
    }

    internal static Antwoord Van(Voorziening v, DateOnly vandaag) =>
        new(v.VoorzieningId, v.Dossiernummer, v.Wijkteam, v.Delen, v.Delen.Op(vandaag), v.Eigen, v.VanDeRechter,
            v.HeroverwegenOp, v.Heroverwegingen, v.TijdelijkVoor, v.Standen);

    /// <summary>Limits the list to what this user may see.</summary>
    internal static IQueryable<Voorziening> ZichtbaarVoor(this IQueryable<Voorziening> voorzieningen, Gebruiker gebruiker)
    {
        if (gebruiker.ZietAlles) return voorzieningen;
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        var bsn = gebruiker.Is(Rollen.Inwoner) ? gebruiker.Bsn : null;
        return voorzieningen.Where(v => teams.Contains(v.Wijkteam) || v.Bsn == bsn);
    }

    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<Voorziening> Zoek(
        this BeschikkingenDb db, Guid voorzieningId, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Voorzieningen.ZichtbaarVoor(gebruiker).SingleOrDefaultAsync(v => v.VoorzieningId == voorzieningId, annulering)
            ?? throw Weigering.Onbekend("Deze voorziening");
}
