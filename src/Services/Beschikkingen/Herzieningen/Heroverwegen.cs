using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// The municipality looks periodically whether a decision is to be reconsidered (Wmo 2015 art. 2.3.9). It plans a day, and records that it
/// was done. A change that follows is a herziening.
/// </summary>
public static class Heroverwegen
{
    /// <param name="Op">De dag waarop de gemeente weer kijkt of de hulp past; weglaten als dat niet meer hoeft.</param>
    public sealed record Invoer(DateOnly? Op = null) : IRequestBody;

    public static void MapHeroverwegen(this IEndpointRouteBuilder api) =>
        api.MapPost("/voorzieningen/{voorzieningId:guid}/heroverweging", Plan).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .WithSummary("Heroverweging plannen of afronden")
            .WithDescription("Legt vast wanneer de gemeente weer met de inwoner bekijkt of de hulp nog past. Is dat gedaan, plan dan de "
                + "volgende keer, of laat de dag weg.");

    private static async Task<Ok<VoorzieningenInzien.Antwoord>> Plan(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        ifMatch?.Eis(voorziening.RowVersion);
        if (invoer.Op <= klok.Vandaag())
            throw Weigering.Regel("dag-voorbij", "Plan een dag die nog komt.", "Wmo 2015 art. 2.3.9", "op");
        Dagregel.EisDichtbij(invoer.Op, klok.Vandaag(), "op");
        voorziening.PlanHeroverweging(invoer.Op, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(voorziening.RowVersion);
        return TypedResults.Ok(VoorzieningenInzien.Van(voorziening, klok.Vandaag()));
    }
}
