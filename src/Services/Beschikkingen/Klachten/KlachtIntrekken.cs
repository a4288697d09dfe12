using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The person withdraws the klacht.</summary>
public static class KlachtIntrekken
{
    /// <param name="IngetrokkenOp">De dag waarop de inwoner dat liet weten; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? IngetrokkenOp = null) : IRequestBody;

    public static void MapKlachtIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/intrekking", TrekIn)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Klacht intrekken")
            .WithDescription("Legt vast dat de inwoner de klacht intrekt. De inwoner krijgt een bevestiging.");

    private static async Task<Ok<Klachtstand>> TrekIn(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.TrekIn(gebruiker.EigenDag(invoer.IngetrokkenOp, klok, "ingetrokkenOp"), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }
}
