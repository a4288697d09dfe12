using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>The file was sent to the court (Awb 8:42).</summary>
public static class StukkenInzenden
{
    /// <param name="IngezondenOp">De dag; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? IngezondenOp = null) : IRequestBody;

    public static void MapStukkenInzenden(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/stukken", Zend).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Inzenden van stukken vastleggen")
            .WithDescription("Legt vast dat de stukken naar de rechter zijn gestuurd.");

    private static async Task<Ok<Beroepstand>> Zend(
        string beroepnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        beroep.ZendStukken(invoer.IngezondenOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }
}
