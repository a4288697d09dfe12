using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>A commission advises on the klacht, and the person is told: the term is ten weeks then (Awb 9:11 lid 1, 9:15).</summary>
public static class KlachtcommissieInschakelen
{
    public static void MapKlachtcommissieInschakelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/commissie", SchakelIn).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Klachtencommissie inschakelen")
            .WithDescription("Legt vast dat een commissie adviseert. De inwoner krijgt daarover een brief, en de termijn wordt "
                + "tien weken.");

    private static async Task<Ok<Klachtstand>> SchakelIn(
        string klachtnummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.SchakelCommissieIn(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }
}
