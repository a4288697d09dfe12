using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Meldingen;

/// <summary>A consulent or the backoffice has the BRP asked once more, after its record was mended or its failure was over.</summary>
public static class OpnieuwNavragen
{
    public static void MapOpnieuwNavragen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/meldingen/{meldingnummer}/navraag", Vraag).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Opnieuw bij de BRP navragen")
            .WithDescription("Vraagt de BRP nog eens wie de inwoner is. Dat kan zolang de identiteit niet bekend is.");
        api.MapPost("/dossiers/{dossiernummer}/navraag", VraagBijDossier).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Opnieuw bij de BRP navragen voor een dossier zonder melding")
            .WithDescription("Vraagt de BRP nog eens wie de inwoner is. Dat kan zolang de identiteit niet bekend is.");
    }

    private static async Task<NoContent> VraagBijDossier(
        string dossiernummer, Gebruiker gebruiker, MeldingenDb db, PersoonVolgen volgen, CancellationToken annulering)
    {
        var opening = await db.ZoekOpening(dossiernummer, gebruiker, annulering);
        opening.EisOnbekend();
        (await db.Persoon(opening.PersoonId, annulering)).MoetBekendWorden();
        db.AfterCommit(volgen.Wake);
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> Vraag(
        string meldingnummer, Gebruiker gebruiker, MeldingenDb db, CancellationToken annulering)
    {
        var melding = await db.Zoek(meldingnummer, gebruiker, annulering);
        melding.VraagOpnieuwNa();
        await db.SaveChangesAsync(annulering);
        return TypedResults.Accepted($"/meldingen/v1/meldingen/{meldingnummer}");
    }
}
