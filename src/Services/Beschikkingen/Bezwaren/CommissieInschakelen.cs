using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// An adviescommissie advises on the bezwaar, and the objector is told: the term is twelve weeks then (Awb 7:10 lid 1, 7:13).
/// </summary>
public static class CommissieInschakelen
{
    public static void MapCommissieInschakelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/commissie", SchakelIn).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Adviescommissie inschakelen")
            .WithDescription("Legt vast dat een commissie adviseert. De inwoner krijgt daarover een brief, en de termijn wordt "
                + "twaalf weken.");

    private static async Task<Ok<Bezwaarstand>> SchakelIn(
        string bezwaarnummer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.SchakelCommissieIn(beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }
}
