using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>A provider cancels a subscription; its waiting webhooks are removed with it.</summary>
public static class AbonnementOpzeggen
{
    public static void MapAbonnementOpzeggen(this IEndpointRouteBuilder api) =>
        api.MapDelete("/abonnementen/{abonnementId:guid}", Zeg).Voor(Rollen.Aanbieder)
            .WithSummary("Abonnement opzeggen").WithDescription("Verwijdert het abonnement, met alles wat er nog voor klaarstond.");

    private static async Task<NoContent> Zeg(Guid abonnementId, Gebruiker gebruiker, ZorgaanbiedersDb db, CancellationToken annulering)
    {
        var abonnement = await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        await using var transactie = await db.Database.BeginTransactionAsync(annulering);
        db.Remove(abonnement);
        await db.SaveChangesAsync(annulering);
        await db.Bezorgingen.Where(b => b.AbonnementId == abonnementId).ExecuteDeleteAsync(annulering);
        await transactie.CommitAsync(annulering);
        return TypedResults.NoContent();
    }
}
