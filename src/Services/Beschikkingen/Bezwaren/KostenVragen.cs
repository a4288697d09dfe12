using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector asks for their costs, before the decision (Awb 7:15 lid 3).</summary>
public static class KostenVragen
{
    /// <param name="GevraagdOp">De dag waarop de inwoner het vroeg; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? GevraagdOp = null) : IRequestBody;

    public static void MapKostenVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/kostenverzoek", Vraag)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Vergoeding van kosten vragen")
            .WithDescription("Legt vast dat de inwoner om vergoeding van kosten vraagt, bijvoorbeeld van een advocaat. Daarover "
                + "wordt met het bezwaar beslist.");

    private static async Task<Ok<Bezwaarstand>> Vraag(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.VraagKosten(gebruiker.EigenDag(invoer.GevraagdOp, klok, "gevraagdOp"), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
