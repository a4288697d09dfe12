using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// A person without an address gets the letter in hand. Once a consulent or the backoffice records the day, it counts as sent (Wmo 2015
/// art. 2.3.2 lid 1).
/// </summary>
public static class Uitreiken
{
    /// <param name="UitgereiktOp">De dag waarop de inwoner de brief kreeg.</param>
    /// <param name="VerzendingId">Welke brief, als er bij het dossier meer op een medewerker wachten.</param>
    public sealed record Invoer(DateOnly UitgereiktOp, Guid? VerzendingId = null) : IRequestBody;

    public static void MapUitreiken(this IEndpointRouteBuilder api) =>
        api.MapPost("/verzendingen/{dossiernummer}/uitreiking", ReikUit).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Uitreiking vastleggen").WithDescription(
                "Legt vast dat de inwoner een brief van een medewerker kreeg. Alleen als er geen adres is om die naartoe te sturen, als "
                    + "niet bekend is of de brief aankwam, als het e-mailadres nog niet is bevestigd, of als verzenden al uren niet lukt.");

    private static async Task<NoContent> ReikUit(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, CorrespondentieDb db, Vault kluis, TimeProvider klok,
            CancellationToken annulering)
    {
        var brieven = await db.Verzendingen.Where(v => v.Dossiernummer == dossiernummer && v.Soort != Verzendsoort.Adrescontrole
            && (invoer.VerzendingId == null || v.Id == invoer.VerzendingId)).OrderBy(v => v.Id).ToListAsync(annulering);
        brieven.RemoveAll(v => !gebruiker.MagBij("", v.Wijkteam));
        // With several letters, the one that waits for a person is handed over.
        var wachtend = brieven.FindAll(v => v.Status is Verzendstatus.WachtOpAdres or Verzendstatus.Onzeker);
        if (wachtend.Count > 1)
            throw Weigering.Toestand("meer-brieven",
                "Bij dit dossier wachten meer brieven op een medewerker. Noem met verzendingId welke de inwoner kreeg.");
        var verzending = wachtend.FirstOrDefault() ?? brieven.FirstOrDefault() ?? throw Weigering.Onbekend("Deze verzending");
        verzending.ReikUit(invoer.UitgereiktOp, kluis, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }
}
