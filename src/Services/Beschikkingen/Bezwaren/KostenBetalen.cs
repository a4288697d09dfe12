using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The costs of the objector were paid (Awb 7:15, 4:87).</summary>
public static class KostenBetalen
{
    /// <param name="BetaaldOp">De dag van de betaling; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? BetaaldOp = null) : IRequestBody;

    public static void MapKostenBetalen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/kosten/betaling", Betaal).Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Betaling van kosten vastleggen")
            .WithDescription("Legt vast dat de kosten van de inwoner zijn betaald.");

    private static async Task<Ok<Bezwaarstand>> Betaal(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.BetaalKosten(invoer.BetaaldOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
