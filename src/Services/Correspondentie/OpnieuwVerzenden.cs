using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Correspondentie;

/// <summary>A person has a letter or e-mail sent once more, after asking the resident whether it arrived.</summary>
public static class OpnieuwVerzenden
{
    public static void MapOpnieuwVerzenden(this IEndpointRouteBuilder api) =>
        api.MapPost("/verzendingen/{dossiernummer}/opnieuw", Verzend).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Opnieuw verzenden").WithDescription(
                "Verzendt een brief of e-mail nog eens waarvan niet bekend is of hij aankwam. Vraag het eerst de inwoner.");

    private static async Task<Accepted> Verzend(
        string dossiernummer, Gebruiker gebruiker, CorrespondentieDb db, CancellationToken annulering)
    {
        var verzending = await db.Verzendingen.Where(v => v.Dossiernummer == dossiernummer && v.Soort != Verzendsoort.Adrescontrole)
            .OrderByDescending(v => v.Status == Verzendstatus.Onzeker).ThenBy(v => v.Id).FirstOrDefaultAsync(annulering);
        if (verzending is null || !gebruiker.MagBij("", verzending.Wijkteam)) throw Weigering.Onbekend("Deze verzending");
        verzending.VerzendOpnieuw();
        await db.SaveChangesAsync(annulering);
        return TypedResults.Accepted((string?)null);
    }
}
