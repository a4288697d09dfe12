using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>
/// The person said what was meant. A bezwaar counts from the day on which the klacht came in (Awb 6:15 lid 3 by analogy).
/// </summary>
public static class BedoelingVastleggen
{
    /// <param name="IsBezwaar">Of de inwoner bezwaar wilde maken.</param>
    /// <param name="BeantwoordOp">De dag van het antwoord; vandaag als u niets invult.</param>
    public sealed record Invoer(bool IsBezwaar, DateOnly? BeantwoordOp = null) : IRequestBody;

    public static void MapBedoelingVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/bedoeling/antwoord", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Vastleggen wat de inwoner bedoelt")
            .WithDescription("Legt het antwoord vast. Is een bezwaar bedoeld, dan wordt de klacht een bezwaar van de dag waarop de "
                + "klacht binnenkwam.");

    private static async Task<Ok<Klachtstand>> Neem(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        var bezwaar = !invoer.IsBezwaar || klacht.Besluitnummer is not { } nummer ? null
            : await klacht.AlsBezwaar(nummer, gebruiker, db, klok, annulering);
        klacht.NeemBedoeling(invoer.BeantwoordOp ?? klok.Vandaag(), bezwaar?.Bezwaarnummer, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }
}
