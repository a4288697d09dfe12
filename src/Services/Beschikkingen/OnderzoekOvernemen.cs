using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// The outcome of the onderzoek is brought into an aanvraag that came without it: the indicaties, as chosen, also before there is a verslag
/// (Wmo 2015 art. 2.3.2 lid 9).
/// </summary>
public static class OnderzoekOvernemen
{
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Aanvraagnummer">De aanvraag.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    /// <param name="Voorzieningen">Waar de aanvraag nu over gaat.</param>
    public sealed record Antwoord(
        string Dossiernummer, string Aanvraagnummer, Aanvraagstatus Status, IReadOnlyList<AanvraagInzien.Gevraagd> Voorzieningen);

    public static void MapOnderzoekOvernemen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/onderzoeksuitkomst", NeemOver).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .WithSummary("Onderzoek overnemen")
            .WithDescription("Neemt de indicaties waarvoor de inwoner heeft gekozen over in een aanvraag die zonder ondertekend verslag "
                + "kwam. Dat kan ook als er nog geen verslag is. Is er al besloten maar nog niet bekendgemaakt, dan is een nieuw besluit "
                + "nodig.");

    private static async Task<Ok<Antwoord>> NeemOver(string dossiernummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag.RowVersion);
        var onderzoek = await db.Onderzoeken.AsNoTracking().SingleOrDefaultAsync(o => o.Id == aanvraag.OnderzoekId, annulering)
            ?? throw Weigering.Onbekend("Het onderzoek van deze aanvraag");
        aanvraag.NeemOnderzoekOver(onderzoek, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag.RowVersion);
        return TypedResults.Ok(new Antwoord(aanvraag.Dossiernummer, aanvraag.Aanvraagnummer, aanvraag.Status,
            AanvraagInzien.Gevraagde(aanvraag, await db.Toetsen(aanvraag, annulering))));
    }
}
