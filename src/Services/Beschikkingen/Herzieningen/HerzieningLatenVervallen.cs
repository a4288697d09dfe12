using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Beroepen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>
/// Nothing comes of a herziening: the municipality drops it, or the person takes an opzegging back, also after it was confirmed and before
/// its day.
/// </summary>
public static class HerzieningLatenVervallen
{
    public static void MapHerzieningVervallen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/herzieningen/{herzieningnummer}/verval", LaatVervallen).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .WithSummary("Herziening laten vervallen")
            .WithDescription("De gemeente ziet ervan af. De voorziening blijft zoals die is.");
        api.MapPost("/herzieningen/{herzieningnummer}/herroeping", Herroep).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Opzegging terugnemen")
            .WithDescription("De inwoner komt terug op een opzegging. Is die al bevestigd, dan loopt de hulp door, zolang de laatste dag "
                + "niet voorbij is.");
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> LaatVervallen(
        string herzieningnummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        herziening.Vervalt(doorInwoner: false, klok.GetUtcNow());
        await db.BegintWachtende(voorziening, herziening, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }

    private static async Task<Ok<HerzieningenInzien.Antwoord>> Herroep(
        string herzieningnummer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var (herziening, voorziening) = await db.Zoek(herzieningnummer, gebruiker, annulering);
        ifMatch?.Eis(herziening.RowVersion);
        var nu = klok.GetUtcNow();
        if (herziening.Status == Herzieningstatus.Bekendgemaakt)
            herziening.Herroep(voorziening, await db.NieuwBeschikkingnummer(nu.Dag().Year, annulering),
                "U komt terug op uw opzegging. De hulp loopt door zoals die was.", kluis, nu);
        else
        {
            herziening.Vervalt(doorInwoner: true, nu);
            await db.BegintWachtende(voorziening, herziening, nu, annulering);
        }
        await db.VolgRechtershulp(voorziening, annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(herziening.RowVersion);
        return TypedResults.Ok(HerzieningenInzien.Van(herziening, gebruiker));
    }
}
