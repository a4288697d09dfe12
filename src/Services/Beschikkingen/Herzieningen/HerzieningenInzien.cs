using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>Shows herzieningen.</summary>
public static class HerzieningenInzien
{
    /// <param name="Herzieningnummer">Het nummer.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Grond">Waarom.</param>
    /// <param name="Status">Hoe ver het is.</param>
    /// <param name="Verandering">Wat er anders wordt.</param>
    /// <param name="GevraagdOp">De dag waarop de inwoner dit vroeg of ermee instemde.</param>
    /// <param name="RedenTerug">Waarom het terugwerkt.</param>
    /// <param name="Voornemen">Het voornemen en de reactie van de inwoner.</param>
    /// <param name="EerdereVoornemens">De voornemens van voor een ander besluit over deze hulp.</param>
    /// <param name="NietGehoord">Waarom de inwoner niet eerst is gehoord.</param>
    /// <param name="Beschikkingnummer">Het nummer van het besluit.</param>
    /// <param name="Motivering">Waarom zo is besloten.</param>
    /// <param name="BeslotenOp">De dag van het besluit.</param>
    /// <param name="GoedgekeurdOp">De dag waarop een tweede medewerker het besluit goedkeurde.</param>
    /// <param name="BekendgemaaktOp">De dag waarop het besluit bekend werd.</param>
    /// <param name="Terugvorderingen">Wat er wordt teruggevorderd.</param>
    public sealed record Antwoord(
        string Herzieningnummer, string Dossiernummer, Guid VoorzieningId, Herzieningsgrond Grond, Herzieningstatus Status,
        Verandering Verandering, DateOnly? GevraagdOp, string? RedenTerug, Voornemen? Voornemen,
        IReadOnlyList<Voornemen> EerdereVoornemens, NietGehoord? NietGehoord,
        string? Beschikkingnummer, string? Motivering, DateOnly? BeslotenOp, DateOnly? GoedgekeurdOp,
        DateOnly? BekendgemaaktOp,
        IReadOnlyList<Vorderingstand> Terugvorderingen);

    public static void MapHerzieningenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/voorzieningen/{voorzieningId:guid}/herzieningen", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Herzieningen van een voorziening")
            .WithDescription("Wat er na het eerste besluit is gevraagd, voorgenomen en besloten. Een inwoner ziet een besluit zodra het is "
                + "bekendgemaakt.");
        api.MapGet("/herzieningen/{herzieningnummer}", Een).Voor(Rollen.BijHetDossier)
            .WithSummary("Een herziening")
            .WithDescription("Een herziening. De ETag in het antwoord hoort bij If-Match als u beslist.");
    }

    private static async Task<Ok<IReadOnlyList<Antwoord>>> Lijst(
        Guid voorzieningId, Gebruiker gebruiker, BeschikkingenDb db, CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        var gevonden = await db.Herzieningen.AsNoTracking().Where(h => h.VoorzieningId == voorziening.VoorzieningId).OrderBy(h => h.Id)
            .ToListAsync(annulering);
        return TypedResults.Ok<IReadOnlyList<Antwoord>>([.. gevonden.Select(h => Van(h, gebruiker))]);
    }

    private static async Task<Ok<Antwoord>> Een(
        string herzieningnummer, Gebruiker gebruiker, BeschikkingenDb db, Etag etag, CancellationToken annulering)
    {
        var (herziening, _) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(Van(herziening, gebruiker));
    }

    /// <summary>A resident reads a decision from bekendmaking on, because it takes effect then (Awb 3:40).</summary>
    internal static Antwoord Van(Herziening h, Gebruiker gebruiker)
    {
        var magLezen = h.BekendgemaaktOp is not null || gebruiker.ZietAlles || gebruiker.Is(Rollen.Consulent);
        return new(h.Herzieningnummer, h.Dossiernummer, h.VoorzieningId, h.Grond, h.Status, h.Verandering, h.WilVan, h.RedenTerug,
            h.Voornemen, [.. h.Voornemens.SkipLast(1)], magLezen ? h.NietGehoord : null, magLezen ? h.Beschikkingnummer : null,
            magLezen ? h.Motivering : null, magLezen ? h.BeslotenOp : null,
            magLezen ? h.Goedkeuring?.Op : null, h.BekendgemaaktOp,
            // A claim on somebody else is not about the person.
            [.. h.Terugvorderingen.Where(t => !t.VanMeewerker || gebruiker.IsMedewerker()).Select(Vorderingstand.Van)]);
    }

    /// <exception cref="Weigering">404: it is unknown, or this user may not see it.</exception>
    internal static async Task<(Herziening, Voorziening)> Zoek(
        this BeschikkingenDb db, string herzieningnummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        var herziening = await db.Herzieningen.SingleOrDefaultAsync(h => h.Herzieningnummer == herzieningnummer, annulering)
            ?? throw Weigering.Onbekend("Deze herziening");
        var voorziening = await db.Voorzieningen.ZichtbaarVoor(gebruiker)
            .SingleOrDefaultAsync(v => v.VoorzieningId == herziening.VoorzieningId, annulering)
            ?? throw Weigering.Onbekend("Deze herziening");
        return (herziening, voorziening);
    }
}
