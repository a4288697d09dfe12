using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>Records that a document for the pgb was received: uitvoeringsplan, uitvraagformulier or zorgovereenkomst.</summary>
public static class DocumentVastleggen
{
    /// <param name="Soort">Welk document.</param>
    /// <param name="OntvangenOp">De dag van ontvangst.</param>
    public sealed record Invoer(PgbDocument Soort, DateOnly OntvangenOp) : IRequestBody;

    public static void MapDocumentVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toetsen/{voorzieningId:guid}/documenten", LegVast).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Document vastleggen")
            .WithDescription("Legt vast dat een document voor het pgb is ontvangen. Is daarna alles er, dan is de toets afgerond.");

    private static async Task<Ok<ToetsenInzien.Detail>> LegVast(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var toets = await db.Zoek(voorzieningId, gebruiker, annulering);
        toets.Ontvang(new(invoer.Soort, invoer.OntvangenOp), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(toets.RowVersion);
        return TypedResults.Ok(ToetsenInzien.VanEen(toets));
    }
}
