using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

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
        string wijzigingsnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        ifMatch?.Eis(verzoek.RowVersion);
        var (op, nu) = (gebruiker.EigenDag(invoer.IngetrokkenOp, klok, "ingetrokkenOp"), klok.GetUtcNow());
        verzoek.MoetOpen();
        if (verzoek.Weg == Wijzigingsroute.Aanvraag && await db.AanvraagVan(verzoek, annulering) is { } aanvraag)
        {
            aanvraag.TrekIn(null, op, beleid, nu);
            verzoek.Volg(aanvraag, beleid, nu);
        }
        else
        {
            verzoek.TrekIn(op, nu);
        }
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(await db.Stand(verzoek, annulering));
    }
}
