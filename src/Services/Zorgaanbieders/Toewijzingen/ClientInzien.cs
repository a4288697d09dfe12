using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Shows the person of an assignment, as the WMO301 would name them, to a provider on the platform. After a rejection the provider no
/// longer sees them.
/// </summary>
public static class ClientInzien
{
    public static void MapClientInzien(this IEndpointRouteBuilder api) =>
        api.MapGet("/toewijzingen/{toewijzingnummer:long}/client", Een).Voor(Rollen.Aanbieder).Produces(StatusCodes.Status409Conflict)
            .WithSummary("De cliënt")
            .WithDescription(
                "Wie de hulp krijgt: wat u nodig hebt om te beginnen, en niet meer. "
                + "Bewaar dit niet langer dan nodig. "
                + "Alleen voor zorgaanbieders die op het platform zijn aangesloten; wie het opvraagt, wordt vastgelegd.");

    private static async Task<Ok<Persoonsgegevens>> Een(
        long toewijzingnummer, Gebruiker gebruiker, HttpResponse antwoord, ZorgaanbiedersDb db, Vault kluis, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        if (toewijzing.Status == Toewijzingstatus.Afgekeurd)
            throw Weigering.Toestand(
                "toewijzing-afgekeurd", "Deze toewijzing is afgekeurd; daarom ziet u de gegevens van de cliënt niet meer.");
        antwoord.Headers.CacheControl = "no-store";
        return TypedResults.Ok(toewijzing.Persoon(kluis));
    }
}
