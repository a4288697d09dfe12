using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Levering;

/// <summary>
/// The backoffice records what a provider answered by telephone or letter, in place of a WMO302, WMO305 or WMO307, because no messages may
/// be sent about the person (iWmo OP003).
/// </summary>
public static class MetDeHandVastleggen
{
    public enum Antwoord
    {
        Geaccepteerd,
        Afgekeurd,
        Gestart,
        Gestopt,
    }

    /// <param name="Wat">Wat de zorgaanbieder heeft laten weten.</param>
    /// <param name="Datum">De eerste dag bij een start, de laatste dag bij een stop.</param>
    /// <param name="Reden">Bij een stop de reden van beëindiging, twee cijfers; 20 is tijdelijk.</param>
    public sealed record Invoer(Antwoord Wat, DateOnly? Datum = null, string? Reden = null) : IRequestBody;

    public static void MapMetDeHandVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/vastlegging", Leg).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Met de hand vastleggen")
            .WithDescription(
                "Legt vast wat de zorgaanbieder buiten het berichtenverkeer om heeft laten weten. Alleen waar geen berichten gaan.");

    private static async Task<Ok<Overzicht>> Leg(
        long toewijzingnummer, Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Leveringsopgave opgave, TimeProvider klok,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        if (toewijzing.MetDeHand is null)
            throw Weigering.Toestand(
                "gaat-met-berichten", "De zorgaanbieder meldt dit zelf met een bericht. Vraag de zorgaanbieder om het te sturen.");
        var nu = klok.GetUtcNow();
        switch (invoer.Wat)
        {
            case Antwoord.Geaccepteerd:
                toewijzing.Accepteer(nu);
                break;
            case Antwoord.Afgekeurd:
                toewijzing.KeurAf([], nu);
                break;
            case Antwoord.Gestart:
                opgave.Start(toewijzing, Dag(invoer), "datum");
                break;
            default:
                opgave.Stop(toewijzing, Dag(invoer), invoer.Reden, "datum");
                break;
        }
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }

    private static DateOnly Dag(Invoer invoer) => invoer.Datum ?? throw Weigering.Invoer("datum", "Vul de datum in.");
}
