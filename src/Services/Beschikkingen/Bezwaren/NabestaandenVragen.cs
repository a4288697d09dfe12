using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector died; the heirs are asked by letter whether they go on with the bezwaar (BW 4:182).</summary>
public static class NabestaandenVragen
{
    /// <param name="Uiterlijk">De laatste dag om te antwoorden.</param>
    public sealed record Invoer(DateOnly Uiterlijk) : IRequestBody;

    public static void MapNabestaandenVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/nabestaanden", Vraag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Nabestaanden vragen of zij het bezwaar voortzetten")
            .WithDescription("Vraagt de nabestaanden van een overleden inwoner per brief, aan het laatste adres, of zij het bezwaar "
                + "voortzetten. De beslistermijn loopt intussen door.");

    private static async Task<Ok<Bezwaarstand>> Vraag(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.VraagNabestaanden(invoer.Uiterlijk, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
