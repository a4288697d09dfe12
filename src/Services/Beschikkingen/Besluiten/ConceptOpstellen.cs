using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// A consulent or a beslisser drafts the decision. A colleague reads it, and returns it with a remark or takes the decision as it stands.
/// </summary>
public static class ConceptOpstellen
{
    /// <param name="Nummer">Het nummer van het concept.</param>
    /// <param name="Status">Of het op een beoordeling wacht.</param>
    public sealed record Antwoord(int Nummer, Conceptstatus Status);

    public static void MapConceptOpstellen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{dossiernummer}/concept", StelOp).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Beslissen.Vorm())
            .WithSummary("Concept opstellen")
            .WithDescription("Legt een concept van het besluit voor aan een collega. Een nieuw concept vervangt het vorige.");
        api.MapGet("/aanvragen/{dossiernummer}/concept", Lees).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithSummary("Concept lezen")
            .WithDescription("Het laatste concept van het besluit, met wat collega's erover opmerkten.");
    }

    private static async Task<Ok<Antwoord>> StelOp(string dossiernummer, Beslissen.Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var concept = aanvraag.StelConceptOp(invoer.Besluiten, gebruiker, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(new Antwoord(concept.Nummer, concept.Status));
    }

    private static async Task<Ok<Concept>> Lees(
        string dossiernummer, Gebruiker gebruiker, BeschikkingenDb db, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(aanvraag.Besluitvorming.Concept ?? throw Weigering.Onbekend("Een concept bij deze aanvraag"));
    }
}
