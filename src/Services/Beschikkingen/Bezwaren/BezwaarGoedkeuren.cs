using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>A second beslisser approves a decision on a bezwaar before it is made known, where the municipality wants four eyes.</summary>
public static class BezwaarGoedkeuren
{
    public static void MapBezwaarGoedkeuren(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/besluit/goedkeuring", KeurGoed).Voor(Rollen.Beslisser).WithIdempotency()
            .WithSummary("Beslissing op bezwaar goedkeuren")
            .WithDescription("Keurt de beslissing van een collega op een bezwaar goed. Ziet u iets anders, beslis dan zelf. "
                + "Stuur If-Match mee met de ETag van het bezwaar dat u las.");

    private static async Task<Ok<Bezwaarstand>> KeurGoed(
        string bezwaarnummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch.Eis(bezwaar.RowVersion);
        bezwaar.KeurGoed(gebruiker, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
