using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>Makes a new secret. The old one signs beside it for a day.</summary>
public static class GeheimVernieuwen
{
    /// <param name="Geheim">Het nieuwe geheim. U krijgt het alleen nu te zien; bewaar het veilig.</param>
    /// <param name="VorigGeheimTot">Tot wanneer het vorige geheim nog meetekent.</param>
    public sealed record Nieuw(string Geheim, DateTimeOffset VorigGeheimTot);

    public static void MapGeheimVernieuwen(this IEndpointRouteBuilder api) =>
        api.MapPost("/abonnementen/{abonnementId:guid}/geheim", Vernieuw).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Geheim vernieuwen")
            .WithDescription(
                "Geeft een nieuw geheim. "
                + "Nog 24 uur staan er twee handtekeningen in de kop, zodat u kunt overstappen zonder iets te missen.");

    private static async Task<Ok<Nieuw>> Vernieuw(
        Guid abonnementId, Gebruiker gebruiker, HttpResponse antwoord, ZorgaanbiedersDb db, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var abonnement = await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        var geheim = abonnement.VernieuwGeheim(kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        antwoord.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Nieuw(geheim, abonnement.VorigGeheimTot!.Value));
    }
}
