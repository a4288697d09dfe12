using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>What the judgment ordered was done.</summary>
public static class OpdrachtUitvoeren
{
    /// <param name="GedaanOp">De dag; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? GedaanOp = null) : IRequestBody;

    public static void MapOpdrachtUitvoeren(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/opdrachten/{opdrachtId:guid}/uitvoering", Voer)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Opdracht van de rechter afronden")
            .WithDescription("Legt vast dat is gedaan wat de rechter opdroeg.");

    private static async Task<Ok<Beroepstand>> Voer(
        string beroepnummer, Guid opdrachtId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        beroep.VoerUit(opdrachtId, invoer.GedaanOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }
}
