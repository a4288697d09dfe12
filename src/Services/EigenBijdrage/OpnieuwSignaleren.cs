using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.EigenBijdrage;

/// <summary>The backoffice sends a signal again after the CAK rejected or did not process it, and the cause was found.</summary>
public static class OpnieuwSignaleren
{
    public static void MapOpnieuwSignaleren(this IEndpointRouteBuilder api) =>
        api.MapPost("/bijdragen/{persoonId:guid}/nieuwe-melding", Meld).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Opnieuw aan het CAK melden")
            .WithDescription("Meldt opnieuw wat het CAK heeft afgekeurd of niet verwerkt, ook een correctie, met de gegevens van nu.");

    private static async Task<Ok<BijdrageInzien.Antwoord>> Meld(
        Guid persoonId, EigenBijdrageDb db, CakSignaal cak, TimeProvider klok, CancellationToken annulering)
    {
        var bijdrage = await db.Zoek(persoonId, annulering);
        bijdrage.GeefVrijNaAfkeuring();
        await cak.Signaleer(bijdrage, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(BijdrageInzien.Van(bijdrage, klok));
    }
}
