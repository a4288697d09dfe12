using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The adviescommissie gave its advice, without which nothing is decided (Awb 7:13).</summary>
public static class AdviesVastleggen
{
    /// <param name="OntvangenOp">De dag waarop het advies binnenkwam; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapAdviesVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/advies", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Advies van de commissie vastleggen")
            .WithDescription("Legt vast dat het advies binnen is. Daarna kan op het bezwaar worden beslist.");

    private static async Task<Ok<Bezwaarstand>> Neem(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.NeemAdvies(invoer.OntvangenOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
