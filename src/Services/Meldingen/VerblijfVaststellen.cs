using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Meldingen;

/// <summary>
/// A user establishes where a person lives of whom the BRP says that it is not here. The BRP is a sign and no decision: who lives here
/// keeps the help (Wmo 2015 art. 1.2.1). It holds for every dossier of the person, until the BRP names another municipality.
/// </summary>
public static class VerblijfVaststellen
{
    /// <param name="VerblijftHier">Of de inwoner in deze gemeente woont.</param>
    public sealed record Invoer(bool VerblijftHier) : IRequestBody;

    public static void MapVerblijfVaststellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/meldingen/{meldingnummer}/verblijf", StelVast).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Verblijf vaststellen")
            .WithDescription(
                "Legt vast of een inwoner in deze gemeente woont die volgens de BRP ergens anders staat ingeschreven, of niet op het eigen "
                + "adres verblijft. "
                + "Dan gaat de hulp door. Woont de inwoner elders, dan beëindigt u de hulp zelf, of stuurt u de melding door.");

    private static async Task<NoContent> StelVast(string meldingnummer, Invoer invoer, Gebruiker gebruiker, MeldingenDb db,
        Persoonswijzigingen wijzigingen, Vault kluis, CancellationToken annulering)
    {
        var melding = await db.Zoek(meldingnummer, gebruiker, annulering);
        var persoon = await db.Persoon(melding.PersoonId, annulering);
        await wijzigingen.Vertel(persoon, persoon.StelVerblijfVast(invoer.VerblijftHier, kluis), annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }
}
