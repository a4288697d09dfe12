using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The consulent withdraws an indicatie, for instance after remarks on the verslag. A new indicatie may take its place.</summary>
public static class IndicatieIntrekken
{
    public static void MapIndicatieIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/indicaties/{voorzieningId:guid}/intrekking", TrekIn).Voor(Rollen.Consulent)
            .WithIdempotency()
            .WithSummary("Indicatie intrekken").WithDescription(
                "Trekt een indicatie in, met de keuze die erbij hoort, zolang het verslag niet vastligt. Stuur If-Match mee met de ETag "
                    + "van het onderzoek; het antwoord geeft de nieuwe ETag.");

    private static async Task<NoContent> TrekIn(
        string dossiernummer, Guid voorzieningId, Gebruiker gebruiker, OnderzoekDb db, IfMatch ifMatch, Etag etag, TimeProvider klok,
            CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch.Eis(onderzoek.RowVersion);
        onderzoek.TrekIndicatieIn(voorzieningId, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(onderzoek.RowVersion);
        return TypedResults.NoContent();
    }
}
