using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// A provider stopped before the last day of its assignment, and a decision grants no help after that day: the assignment then ends where
/// the help did. Without such a decision the right goes on, and so does the contribution.
/// </summary>
public static class EindeVaststellen
{
    /// <param name="Reden">Waarom de hulp eerder eindigt dan was afgesproken.</param>
    public sealed record Invoer(Eindereden Reden) : IRequestBody;

    public static void MapEindeVaststellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/einde", StelVast).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Einde van de hulp vaststellen")
            .WithDescription(
                "De zorgaanbieder is eerder gestopt dan in de toewijzing staat, en er is na die dag geen hulp meer toegekend. Leg vast dat "
                + "de hulp op die dag eindigt. Is er nog wel hulp toegekend? Dan is eerst een besluit nodig: een opzegging van de inwoner, "
                + "of een herziening. Gaat de hulp door? Kies dan een andere zorgaanbieder.");

    private static async Task<Ok<Overzicht>> StelVast(
        long toewijzingnummer, Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        var voorziening = await db.Bekend(toewijzing.VoorzieningId, annulering);
        toewijzing.StelEindeVast(
            invoer.Reden, voorziening is { Stand: > 0 } ? voorziening.InNatura : null, kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }
}
