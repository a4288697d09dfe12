using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The consulent establishes with the person that the help ends where the provider stopped, before the agreed last day. Until then the help
/// counts as agreed, and the contribution runs on.
/// </summary>
public static class EindeVaststellen
{
    /// <param name="Reden">Waarom de hulp eerder eindigt dan was afgesproken.</param>
    public sealed record Invoer(Eindereden Reden) : IRequestBody;

    public static void MapEindeVaststellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/einde", StelVast).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Einde van de hulp vaststellen")
            .WithDescription(
                "De zorgaanbieder is eerder dan afgesproken gestopt. Leg na overleg met de inwoner vast dat de hulp op die dag eindigt; "
                + "dan eindigt ook de eigen bijdrage. Gaat de hulp door? Kies dan een andere zorgaanbieder.");

    private static async Task<Ok<Overzicht>> StelVast(
        long toewijzingnummer, Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        toewijzing.StelEindeVast(invoer.Reden, kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }
}
