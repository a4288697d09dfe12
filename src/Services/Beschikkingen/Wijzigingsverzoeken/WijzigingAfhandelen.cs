using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// A request for change was carried out within the decision that there is. One that is an aanvraag is done with by the decision on that.
/// </summary>
public static class WijzigingAfhandelen
{
    public static void MapWijzigingAfhandelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/wijzigingsverzoeken/{wijzigingsnummer}/afronding", Rond)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Wijzigingsverzoek afronden")
            .WithDescription("Legt vast dat het verzoek is uitgevoerd. Een aanvraag rondt u af met het besluit daarop.");

    private static async Task<Ok<Wijzigingsstand>> Rond(
        string wijzigingsnummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        ifMatch?.Eis(verzoek.RowVersion);
        verzoek.IsUitgevoerd(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(await db.Stand(verzoek, annulering));
    }
}
