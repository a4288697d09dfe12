using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Meldingen;

/// <summary>The resident withdraws the melding, which stops its onderzoek.</summary>
public static class MeldingIntrekken
{
    public static void MapMeldingIntrekken(this IEndpointRouteBuilder api) =>
        api.MapPost("/meldingen/{meldingnummer}/intrekking", TrekIn).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Melding intrekken").WithDescription("Trekt de melding in, zolang er geen aanvraag is gedaan.");

    private static async Task<NoContent> TrekIn(string meldingnummer, Gebruiker gebruiker, MeldingenDb db, TimeProvider klok,
        CancellationToken annulering)
    {
        var melding = await db.Zoek(meldingnummer, gebruiker, annulering);
        melding.TrekIn(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }
}
