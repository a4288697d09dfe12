using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>The term to decide runs again after a suspension. The applicant is told what is left of it.</summary>
public static class OpschortingBeeindigen
{
    /// <param name="Tot">De dag waarop de opschorting voorbij was; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? Tot = null) : IRequestBody;

    public static void MapOpschortingBeeindigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/opschortingen/{opschortingId:guid}/einde", Beeindig)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Opschorting beëindigen")
            .WithDescription("Legt vast dat de beslistermijn weer loopt. De inwoner krijgt een brief met de nieuwe laatste dag.");

    private static async Task<Ok<Termijnantwoord>> Beeindig(
        string dossiernummer, Guid opschortingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.BeeindigOpschorting(opschortingId, invoer.Tot ?? klok.Vandaag(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(Termijnantwoord.Van(aanvraag));
    }
}
