using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>
/// The backoffice records what was done about a part of a budget that the SVB had closed (WMO507) when a later decision changed it. No
/// message undoes what was paid. Claiming money back is a decision of its own (Wmo 2015 art. 2.4.1).
/// </summary>
public static class AfsluitingNalopen
{
    /// <param name="Uitkomst">Of er nog iets moet worden betaald of teruggevraagd.</param>
    public sealed record Invoer(Nalooputkomst Uitkomst) : IRequestBody;

    public static void MapAfsluitingNalopen(this IEndpointRouteBuilder api) =>
        api.MapPost("/budgetten/{voorzieningId:guid}/naloop", LoopNa).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Afgesloten deel nalopen").WithDescription("Legt vast wat er is gedaan met een deel van het budget dat de SVB al "
                + "had afgesloten toen een besluit het wijzigde. Wat er is betaald, verandert niet door een bericht.");

    private static async Task<Ok<BudgetInzien.Antwoord>> LoopNa(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, Vault kluis, TimeProvider klok, Etag etag,
        CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        budget.LoopNa(invoer.Uitkomst, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(budget.RowVersion);
        return TypedResults.Ok(BudgetInzien.Van(budget, kluis, klok.Vandaag()));
    }
}
