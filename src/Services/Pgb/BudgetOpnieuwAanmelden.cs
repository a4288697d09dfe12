using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>
/// The backoffice reports a budget again after the SVB rejected it and the cause was found: the present situation, under a new
/// identification (iPgb TR574).
/// </summary>
public static class BudgetOpnieuwAanmelden
{
    public static void MapBudgetOpnieuwAanmelden(this IEndpointRouteBuilder api) =>
        api.MapPost("/budgetten/{voorzieningId:guid}/nieuwe-aanmelding", MeldAan).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Budget opnieuw aanmelden").WithDescription("Meldt opnieuw wat de SVB heeft afgekeurd of niet verwerkt: het "
                + "budget, een wijziging of het einde ervan. Zoek eerst met de SVB uit wat er niet klopte.");

    private static async Task<Ok<BudgetInzien.Antwoord>> MeldAan(
        Guid voorzieningId, Gebruiker gebruiker, PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok, Etag etag,
        CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        await svb.MeldOpnieuwAan(budget, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(budget.RowVersion);
        return TypedResults.Ok(BudgetInzien.Van(budget, kluis, klok.Vandaag()));
    }
}
