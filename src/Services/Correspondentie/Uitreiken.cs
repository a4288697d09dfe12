using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Correspondentie;

/// <summary>Somebody without any address gets the confirmation of receipt in hand; recorded here, it counts as any other (Wmo 2015 art. 2.3.2 lid 1).</summary>
public static class Uitreiken
{
    /// <param name="UitgereiktOp">De dag waarop de inwoner de bevestiging kreeg.</param>
    public sealed record Verzoek(DateOnly UitgereiktOp) : IRequestBody;

    public static void MapUitreiken(this IEndpointRouteBuilder api) =>
        api.MapPost("/verzendingen/{dossiernummer}/uitreiking", ReikUit).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Uitreiking vastleggen").WithDescription("Legt vast dat de inwoner de ontvangstbevestiging van een medewerker kreeg. Alleen als er geen adres is om die naartoe te sturen.");

    private static async Task<NoContent> ReikUit(string dossiernummer, Verzoek verzoek, Gebruiker gebruiker, CorrespondentieDb db, TimeProvider klok, CancellationToken annulering)
    {
        var verzending = await db.Verzendingen.SingleOrDefaultAsync(v => v.Dossiernummer == dossiernummer && v.Soort == Verzendsoort.Ontvangstbevestiging, annulering);
        if (verzending is null || !gebruiker.MagBij("", verzending.Wijkteam)) throw Weigering.Onbekend("Deze verzending");
        verzending.ReikUit(verzoek.UitgereiktOp, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }
}
