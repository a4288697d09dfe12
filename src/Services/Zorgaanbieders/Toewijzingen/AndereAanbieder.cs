using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Assigns the help to another provider, under a new number. The present provider rejected it, did not process the message, or cannot have
/// it. When only the message was wrong, the same provider may get it again.
/// </summary>
public static class AndereAanbieder
{
    /// <param name="Agb">De AGB-code van de zorgaanbieder die de hulp nu krijgt, acht cijfers.</param>
    public sealed record Invoer(string Agb) : IRequestBody;

    public static void MapAndereAanbieder(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/andere-aanbieder", Kies).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Andere zorgaanbieder kiezen")
            .WithDescription(
                "Wijst dezelfde hulp toe aan een andere gecontracteerde zorgaanbieder, nadat de vorige de toewijzing heeft "
                + "afgekeurd of als die is aangehouden, verwijderd of op een verzoek wacht. "
                + "Was alleen het bericht fout of bleef het onbeantwoord, dan kan het ook dezelfde zijn.");

    private static async Task<Created<Overzicht>> Kies(
        long toewijzingnummer, Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Toewijzer toewijzer, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var vorige = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        var voorziening = await db.Bekend(vorige.VoorzieningId, annulering);
        var alle = await db.VanVoorziening(vorige.VoorzieningId, annulering);
        var nieuwe = vorige.Vervang(invoer.Agb, await db.Toewijzingnummer(annulering), kluis, klok.GetUtcNow(),
            alle.Max(t => t.Volgnummer) + 1, voorziening?.InNatura);
        // A later decision may have given these days to another assignment. What follows after them is no obstacle.
        if (alle.Exists(t => t != vorige && !t.IsVervallen
            && t.Periode.Ingangsdatum <= nieuwe.Periode.Einddatum && nieuwe.Periode.Ingangsdatum <= t.Periode.Einddatum))
            throw Weigering.Toestand(
                "al-opgevolgd", "Deze hulp is al aan een andere aanbieder toegewezen. Zoek de toewijzing op bij het dossier.");
        if (!await db.Zorgaanbieders.AnyAsync(z => z.Agb == invoer.Agb, annulering))
            throw Weigering.Regel(
                "onbekende-aanbieder", "Deze zorgaanbieder staat niet in het register. Kies er een uit de lijst.", veld: "agb");
        await toewijzer.EisGeenBeletsel(nieuwe, annulering);
        await toewijzer.WijsToeOfHoudAan([nieuwe], annulering);
        if (voorziening?.MetDeHand == Uitvoeringsreden.AanbiederGestopt) voorziening.RondAf(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/zorgaanbieders/v1/toewijzingen/{nieuwe.Toewijzingnummer}", Van(nieuwe));
    }
}
