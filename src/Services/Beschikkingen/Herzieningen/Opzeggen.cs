using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// The person says that the help may end. That is the person's own statement; the municipality confirms it by withdrawing the decision at
/// request. Until that day the person may take it back.
/// </summary>
public static class Opzeggen
{
    /// <param name="LaatsteDag">De laatste dag waarop de inwoner de hulp nog wil.</param>
    /// <param name="OpgezegdOp">De dag waarop de inwoner dat zei; vandaag als u niets invult.</param>
    public sealed record Invoer(DateOnly LaatsteDag, DateOnly? OpgezegdOp = null) : IRequestBody;

    public static void MapOpzeggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/voorzieningen/{voorzieningId:guid}/opzegging", Zeg)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Hulp opzeggen")
            .WithDescription("De inwoner zegt de hulp op, zelf of via een medewerker. De gemeente bevestigt dat met een besluit. Tot de "
                + "laatste dag kan de inwoner erop terugkomen.");

    private static async Task<Created<HerzieningenInzien.Antwoord>> Zeg(
        Guid voorzieningId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, Etag etag,
        CancellationToken annulering)
    {
        var voorziening = await db.Zoek(voorzieningId, gebruiker, annulering);
        // A resident who signs in says it now.
        var op = gebruiker.Is(Rollen.Consulent) || gebruiker.Is(Rollen.Backoffice) ? invoer.OpgezegdOp ?? klok.Vandaag() : klok.Vandaag();
        Regels.Dagregel.EisDichtbij(invoer.LaatsteDag, klok.Vandaag(), "laatsteDag");
        var herziening = await db.Begin(voorziening, Herzieningsgrond.OpVerzoek,
            new Verandering(Overgang.DagNa(invoer.LaatsteDag), Einde: true), op, null, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Created(
            $"/beschikkingen/v1/herzieningen/{herziening.Herzieningnummer}", HerzieningenInzien.Van(herziening, gebruiker));
    }
}
