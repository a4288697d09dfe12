using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>The dwangsom was paid (Awb 4:87).</summary>
public static class DwangsomBetalen
{
    /// <param name="BetaaldOp">De dag van de betaling; vandaag als u niets invult.</param>
    /// <param name="Beroepnummer">
    /// Alleen bij een bezwaar: het beroep waarin de rechter de beslissing vernietigde die te laat was. Weglaten voor de beslissing die nu
    /// geldt of nog moet komen.
    /// </param>
    public sealed record Invoer(DateOnly? BetaaldOp = null, string? Beroepnummer = null) : IRequestBody;

    public static void MapDwangsomBetalen(this IEndpointRouteBuilder api)
    {
        Beschrijf(api.MapPost("/aanvragen/{dossiernummer}/dwangsom/betaling", BijAanvraag), "een aanvraag");
        Beschrijf(api.MapPost("/bezwaren/{bezwaarnummer}/dwangsom/betaling", BijBezwaar), "een bezwaar");
    }

    private static void Beschrijf(RouteHandlerBuilder endpoint, string waarover) =>
        endpoint.Voor(Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary($"Betaling van de dwangsom bij {waarover} vastleggen")
            .WithDescription("Legt vast dat de vastgestelde dwangsom is betaald.");

    private static async Task<NoContent> BijAanvraag(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await Betaal(await db.Zoek(dossiernummer, gebruiker, annulering), invoer, db, klok, ifMatch, etag, annulering);

    private static async Task<NoContent> BijBezwaar(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await Betaal(await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering), invoer, db, klok, ifMatch, etag, annulering);

    private static async Task<NoContent> Betaal(
        Beslisplicht zaak, Invoer invoer, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        ifMatch?.Eis(zaak);
        zaak.BetaalDwangsom(invoer.BetaaldOp ?? klok.Vandaag(), klok.GetUtcNow(), invoer.Beroepnummer?.Trim());
        await db.SaveChangesAsync(annulering);
        etag.Zet(zaak);
        return TypedResults.NoContent();
    }
}
