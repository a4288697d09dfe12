using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector was heard on new facts, or reacted to them (Awb 7:9).</summary>
public static class ReactieVastleggen
{
    /// <param name="GereageerdOp">De dag; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? GereageerdOp = null) : IRequestBody;

    public static void MapReactieVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/nieuwe-feiten/{feitId:guid}/reactie", Neem)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Reactie op nieuwe feiten vastleggen")
            .WithDescription("Legt vast dat de inwoner over de nieuwe feiten is gehoord, of erop reageerde.");

    private static async Task<Ok<Bezwaarstand>> Neem(
        string bezwaarnummer, Guid feitId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.NeemReactie(feitId, invoer.GereageerdOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
