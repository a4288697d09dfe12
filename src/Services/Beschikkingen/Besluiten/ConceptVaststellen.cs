using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>A beslisser takes the decision as a colleague drafted it, so that two persons looked at it.</summary>
public static class ConceptVaststellen
{
    /// <param name="Nummer">Het nummer van het concept dat u las.</param>
    public sealed record Invoer(int Nummer) : IRequestBody;

    public static void MapConceptVaststellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/concept/vaststelling", StelVast).Voor(Rollen.Beslisser).WithIdempotency()
            .WithSummary("Concept vaststellen")
            .WithDescription("Neemt het besluit zoals het in het concept van een collega staat. "
                + "Vervangt u een eerder besluit, stuur dan If-Match mee met de ETag van de aanvraag.");

    private static async Task<Ok<Beslissen.Antwoord>> StelVast(string dossiernummer, Invoer invoer, Gebruiker beslisser,
        BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, beslisser, annulering);
        var hulp = await db.HulpVan(aanvraag, annulering);
        if (ifMatch is null && aanvraag.Status == Aanvraagstatus.Besloten) throw Weigering.VersieVereist();
        ifMatch?.Eis(aanvraag);
        var nu = klok.GetUtcNow();
        var nummer = aanvraag.Beschikkingnummer ?? await db.NieuwBeschikkingnummer(nu.Dag().Year, annulering);
        if (hulp is not null) aanvraag.VolgHulp(hulp);
        aanvraag.StelConceptVast(invoer.Nummer, await db.Toetsen(aanvraag, annulering), beslisser, nummer, beleid, nu,
            await db.EerdereBeschikkingen(aanvraag, annulering));
        if (hulp is not null) aanvraag.NieuweDelen(hulp);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(Beslissen.Van(aanvraag, beleid));
    }
}
