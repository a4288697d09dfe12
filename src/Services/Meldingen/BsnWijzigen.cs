using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>
/// A user records that a person got another BSN. The BRP is asked under that number; its answer goes to every dossier of the person.
/// </summary>
public static class BsnWijzigen
{
    /// <param name="Bsn">Het nieuwe BSN.</param>
    public sealed record Invoer(string Bsn) : IRequestBody;

    public static void MapBsnWijzigen(this IEndpointRouteBuilder api) =>
        api.MapPost("/meldingen/{meldingnummer}/bsn", Wijzig).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("BSN wijzigen")
            .WithDescription(
                "Legt vast dat de inwoner een ander BSN heeft gekregen. De gegevens worden onder dat nummer bij de BRP opgehaald, "
                + "en gelden daarna in elk dossier van de inwoner.");

    private static async Task<Accepted> Wijzig(string meldingnummer, Invoer invoer, Gebruiker gebruiker, MeldingenDb db,
        PersoonVolgen volgen, Vault kluis, CancellationToken annulering)
    {
        var melding = await db.Zoek(meldingnummer, gebruiker, annulering);
        if (!Bsn.TryParse(invoer.Bsn, out var bsn)) throw Weigering.Invoer("bsn", "Vul een geldig BSN in: negen cijfers.");
        var persoon = await db.Persoon(melding.PersoonId, annulering);
        if (persoon.Kennis(kluis) is null)
            throw Weigering.Toestand("identiteit-onbekend", "Stel eerst vast wie de inwoner is.");
        if (bsn.Cijfers == persoon.Bsn)
            throw Weigering.Regel("niets-gewijzigd", "Dit is het BSN dat de inwoner al heeft.", veld: "bsn");
        if (await db.Personen.AnyAsync(p => p.Bsn == bsn.Cijfers, annulering))
            throw Weigering.Toestand("bsn-van-ander-dossier",
                "Er is al een inwoner met dit BSN. Controleer het nummer. Klopt het? Trek dan de dubbele melding in.");
        persoon.KrijgtBsn(bsn.Cijfers);
        db.AfterCommit(volgen.Wake);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Accepted($"/meldingen/v1/meldingen/{meldingnummer}");
    }
}
