using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The backoffice records that it reported a signal to the CAK by hand. That is needed when no message may be sent about the person (iWmo
/// OP003), when the day is too long ago for a message, and after a start that was reported by hand.
/// </summary>
public static class MetDeHandVastleggen
{
    /// <param name="Soort">Wat aan het CAK is doorgegeven: start (het begin) of stop (het einde).</param>
    public sealed record Invoer(EbBericht Soort) : IRequestBody;

    public static void MapMetDeHandVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bijdragen/{persoonId:guid}/vastlegging", Leg).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Met de hand doorgegeven").WithDescription("Legt vast dat het begin of het einde van de eigen bijdrage, of "
                + "een correctie daarvan, met de hand aan het CAK is doorgegeven. Alleen waar geen bericht kan.");

    private static async Task<Ok<BijdrageInzien.Antwoord>> Leg(
        Guid persoonId, Invoer invoer, EigenBijdrageDb db, CakSignaal cak, TimeProvider klok, CancellationToken annulering)
    {
        var bijdrage = await db.Zoek(persoonId, annulering);
        bijdrage.LegVast(invoer.Soort, klok.GetUtcNow());
        await cak.Signaleer(bijdrage, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(BijdrageInzien.Van(bijdrage, klok));
    }
}
