using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>The person takes a request for change back. The help stays as it is.</summary>
public static class WijzigingIntrekken
{
    /// <param name="IngetrokkenOp">De dag waarop de inwoner dat liet weten; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? IngetrokkenOp = null) : IRequestBody;

    public static void MapWijzigingIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/wijzigingsverzoeken/{wijzigingsnummer}/intrekking", TrekIn)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Wijzigingsverzoek intrekken")
            .WithDescription("Legt vast dat de inwoner het verzoek intrekt. De hulp blijft zoals die is.");

    private static async Task<Ok<Wijzigingsstand>> TrekIn(
        string wijzigingsnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        ifMatch?.Eis(verzoek.RowVersion);
        verzoek.TrekIn(gebruiker.EigenDag(invoer.IngetrokkenOp, klok, "ingetrokkenOp"), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(Wijzigingsstand.Van(verzoek));
    }
}
