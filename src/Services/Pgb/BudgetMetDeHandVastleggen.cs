using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Pgb;

/// <summary>
/// The backoffice records the answer of the SVB, because no messages may be sent about the person (iWmo OP003), or because the SVB did not
/// process the message. For a budget in eigen beheer it records that the amount is reserved.
/// </summary>
public static class BudgetMetDeHandVastleggen
{
    /// <param name="Akkoord">Of de SVB heeft verwerkt wat het laatst is gemeld: het budget, een wijziging of het einde ervan. Bij een
    /// budget in eigen beheer: of het bedrag is gereserveerd.</param>
    public sealed record Invoer(bool Akkoord) : IRequestBody;

    public static void MapBudgetMetDeHandVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/budgetten/{voorzieningId:guid}/vastlegging", Leg).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Antwoord van de SVB vastleggen").WithDescription("Legt vast wat de SVB buiten het berichtenverkeer om heeft "
                + "geantwoord, over het budget, een wijziging of het einde ervan. Alleen waar geen berichten gaan, of na een bericht "
                + "dat de SVB niet verwerkte. Bij een budget in eigen beheer: dat het bedrag is gereserveerd.");

    private static async Task<Ok<BudgetInzien.Antwoord>> Leg(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, PgbDb db, SvbAanmelding svb, Vault kluis, TimeProvider klok, Etag etag,
        CancellationToken annulering)
    {
        var budget = await db.Budget(voorzieningId, gebruiker, annulering);
        budget.LegVast(invoer.Akkoord, budget.Persoon(kluis), klok.GetUtcNow());
        await svb.MeldAan(budget, annulering);
        await svb.MeldTegengehoudenAan(budget.PersoonId, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(budget.RowVersion);
        return TypedResults.Ok(BudgetInzien.Van(budget, kluis, klok.Vandaag()));
    }
}
