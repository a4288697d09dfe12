using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Shows how far a decision is carried out. Once the obstacle is mended it is carried out again; or a person says that it was done by
/// hand.
/// </summary>
public static class BesluitUitvoeren
{
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Dossiernummer">Het dossier.</param>
    /// <param name="Stand">Het hoeveelste besluit over deze voorziening nu geldt; 1 is de eerste beschikking.</param>
    /// <param name="Delen">Wat is toegekend, op volgorde van tijd; leeg als er niets (meer) is toegekend.</param>
    /// <param name="MetDeHand">Waarom u de rest met de hand doet; leeg als het besluit helemaal is uitgevoerd.</param>
    public sealed record Overzicht(
        Guid VoorzieningId, string Dossiernummer, int Stand, IReadOnlyList<Voorzieningdeel> Delen, Uitvoeringsreden? MetDeHand);

    public static void MapBesluitUitvoeren(this IEndpointRouteBuilder api)
    {
        api.MapGet("/voorzieningen/{voorzieningId:guid}", Een).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithSummary("Een voorziening").WithDescription("Wat nu is toegekend, en of dat helemaal is uitgevoerd.");
        api.MapPost("/voorzieningen/{voorzieningId:guid}/uitvoering", Voer).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .WithSummary("Besluit opnieuw uitvoeren")
            .WithDescription(
                "Brengt de toewijzingen alsnog in lijn met het laatste besluit, "
                + "bijvoorbeeld nadat de zorgaanbieder een declaratie heeft gecrediteerd.");
        api.MapPost("/voorzieningen/{voorzieningId:guid}/uitvoering/afronding", RondAf).Voor(Rollen.Consulent, Rollen.Backoffice)
            .WithIdempotency()
            .WithSummary("Uitvoering met de hand afronden")
            .WithDescription("Legt vast dat u met de hand hebt gedaan wat niet met een bericht kon.");
    }

    private static async Task<Ok<Overzicht>> Een(
        Guid voorzieningId, Gebruiker gebruiker, ZorgaanbiedersDb db, CancellationToken annulering) =>
        TypedResults.Ok(Van(await db.ZoekVoorziening(voorzieningId, gebruiker, annulering)));

    private static async Task<Ok<Overzicht>> Voer(
        Guid voorzieningId, Gebruiker gebruiker, ZorgaanbiedersDb db, Uitvoering uitvoering, Toewijzer toewijzer,
        CancellationToken annulering)
    {
        var voorziening = await db.ZoekVoorziening(voorzieningId, gebruiker, annulering);
        var geraakt = await uitvoering.Breng(voorziening, besluit: null, annulering);
        foreach (var agb in geraakt.Select(t => t.Agb).Distinct()) await toewijzer.Vertel(voorziening.PersoonId, agb, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(voorziening));
    }

    private static async Task<Ok<Overzicht>> RondAf(
        Guid voorzieningId, Gebruiker gebruiker, ZorgaanbiedersDb db, TimeProvider klok, CancellationToken annulering)
    {
        var voorziening = await db.ZoekVoorziening(voorzieningId, gebruiker, annulering);
        voorziening.RondAf(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(voorziening));
    }

    private static Overzicht Van(Voorziening v) => new(v.VoorzieningId, v.Dossiernummer, v.Stand, v.Delen, v.MetDeHand);

    private static async Task<Voorziening> ZoekVoorziening(
        this ZorgaanbiedersDb db, Guid voorzieningId, Gebruiker gebruiker, CancellationToken annulering)
    {
        var teams = gebruiker.Is(Rollen.Consulent) ? gebruiker.Teams.ToArray() : [];
        return await db.Voorzieningen.Where(v => v.Stand > 0 && (gebruiker.ZietAlles || teams.Contains(v.Wijkteam)))
            .SingleOrDefaultAsync(v => v.VoorzieningId == voorzieningId, annulering)
            ?? throw Weigering.Onbekend("Deze voorziening");
    }
}
