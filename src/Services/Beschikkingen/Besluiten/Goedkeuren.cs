using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>A second beslisser approves a decision before it is made known, where the municipality wants four eyes.</summary>
public static class Goedkeuren
{
    public static void MapGoedkeuren(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/besluit/goedkeuring", KeurGoed).Voor(Rollen.Beslisser).WithIdempotency()
            .WithSummary("Besluit goedkeuren")
            .WithDescription("Keurt het besluit van een collega goed. Ziet u iets anders, neem dan zelf een ander besluit. "
                + "Stuur If-Match mee met de ETag van het besluit dat u las.");

    private static async Task<NoContent> KeurGoed(string dossiernummer, Gebruiker beslisser, BeschikkingenDb db, TimeProvider klok,
        IfMatch ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, beslisser, annulering);
        ifMatch.Eis(aanvraag);
        aanvraag.KeurGoed(beslisser, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }
}
