using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>
/// The klacht is about a decision that is open to bezwaar no longer; the person is asked what is meant (Awb 9:8 lid 1 onder c).
/// </summary>
public static class BedoelingVragen
{
    /// <param name="Uiterlijk">De laatste dag om te antwoorden.</param>
    public sealed record Invoer(DateOnly Uiterlijk) : IRequestBody;

    public static void MapBedoelingVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/bedoeling", Vraag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Vragen wat de inwoner bedoelt")
            .WithDescription("Vraagt de inwoner per brief of de klacht als bezwaar is bedoeld.");

    private static async Task<Ok<Klachtstand>> Vraag(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.VraagBedoeling(invoer.Uiterlijk, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }
}
