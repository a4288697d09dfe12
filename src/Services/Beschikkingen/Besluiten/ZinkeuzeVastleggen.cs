using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The applicant wrote not to want zorg in natura if the pgb is refused, or to want it after all. Nobody is given help that they refuse.
/// </summary>
public static class ZinkeuzeVastleggen
{
    /// <param name="VoorzieningId">De voorziening waarvoor een pgb is gevraagd.</param>
    /// <param name="WilGeenZin">True als de inwoner geen zorg in natura wil, false als de inwoner daarop terugkomt.</param>
    /// <param name="OntvangenOp">De dag waarop de brief van de inwoner binnenkwam; vandaag als u niets invult.</param>
    public sealed record Invoer(Guid VoorzieningId, bool WilGeenZin, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapZinkeuzeVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/zinkeuzes", LegVast).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Keuze over zorg in natura vastleggen")
            .WithDescription("Legt vast dat de inwoner schriftelijk liet weten geen zorg in natura te willen als het pgb niet kan, of "
                + "daarop terugkomt. Zonder zo'n brief krijgt wie geen pgb krijgt, zorg in natura.");

    private static async Task<NoContent> LegVast(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.LegZinkeuzeVast(invoer.VoorzieningId, invoer.WilGeenZin, invoer.OntvangenOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }
}
