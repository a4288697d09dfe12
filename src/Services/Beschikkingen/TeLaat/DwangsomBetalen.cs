using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>The dwangsom was paid (Awb 4:87).</summary>
public static class DwangsomBetalen
{
    /// <param name="BetaaldOp">De dag van de betaling; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly? BetaaldOp = null) : IRequestBody;

    public static void MapDwangsomBetalen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/dwangsom/betaling", Betaal).Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Betaling van de dwangsom vastleggen")
            .WithDescription("Legt vast dat de vastgestelde dwangsom is betaald.");

    private static async Task<NoContent> Betaal(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.BetaalDwangsom(invoer.BetaaldOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }
}
