using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector is asked whether a hearing is wanted, within a term (Awb 7:3 onder d).</summary>
public static class HorenVragen
{
    /// <param name="Uiterlijk">De laatste dag om te antwoorden.</param>
    public sealed record Invoer(DateOnly Uiterlijk) : IRequestBody;

    public static void MapHorenVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/hoorvraag", Vraag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Vragen of de inwoner wil worden gehoord")
            .WithDescription("Vraagt de inwoner per brief of die wil worden gehoord, met een laatste dag. Komt er geen antwoord, dan hoeft "
                + "horen niet.");

    private static async Task<Ok<Bezwaarstand>> Vraag(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.VraagOfHoren(invoer.Uiterlijk, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
