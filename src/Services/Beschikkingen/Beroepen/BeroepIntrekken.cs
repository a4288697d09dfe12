using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>The case at the court was withdrawn (Awb 6:21).</summary>
public static class BeroepIntrekken
{
    /// <param name="IngetrokkenOp">De dag; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? IngetrokkenOp = null) : IRequestBody;

    public static void MapBeroepIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/intrekking", TrekIn).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Intrekking van het beroep vastleggen")
            .WithDescription("Legt vast dat het beroep is ingetrokken.");

    private static async Task<Ok<Beroepstand>> TrekIn(
        string beroepnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        var nu = klok.GetUtcNow();
        beroep.TrekIn(invoer.IngetrokkenOp ?? nu.Dag(), nu);
        if (beroep.IsHoofdzaak)
            await db.LaatRechtershulpVervallen(beroep.BesluitId, nu.Dag(),
                "Het beroep is ingetrokken. Daarmee eindigt de hulp die de rechter intussen gaf.", kluis, nu, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }
}
