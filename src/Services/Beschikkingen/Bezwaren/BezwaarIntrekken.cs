using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector withdraws the bezwaar before the decision was made known (Awb 6:21).</summary>
public static class BezwaarIntrekken
{
    /// <param name="IngetrokkenOp">De dag waarop de inwoner dat liet weten; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? IngetrokkenOp = null) : IRequestBody;

    public static void MapBezwaarIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/intrekking", TrekIn)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Bezwaar intrekken")
            .WithDescription("Legt vast dat de inwoner het bezwaar intrekt. De inwoner krijgt een bevestiging.");

    private static async Task<Ok<Bezwaarstand>> TrekIn(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var nu = klok.GetUtcNow();
        bezwaar.TrekIn(gebruiker.EigenDag(invoer.IngetrokkenOp, klok, "ingetrokkenOp"), beleid, nu);
        await db.LaatRechtershulpVervallen(bezwaar.Id, nu.Dag(),
            "U trok uw bezwaar in. Daarmee eindigt de hulp die de rechter intussen gaf.", kluis, nu, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
