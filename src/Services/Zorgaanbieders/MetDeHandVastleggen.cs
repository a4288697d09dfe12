using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Verzoeken;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>
/// Where no messages may go about a person (iWmo OP003), the provider answers by telephone or letter: the backoffice records here what a 302,
/// 305 or 307 would have said.
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
    public sealed record Verzoek(Antwoord Wat, DateOnly? Datum = null, string? Reden = null) : IVerzoek;

    public static void MapMetDeHandVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/vastlegging", Leg).Voor(Rollen.Backoffice).MetIdempotentie()
            .WithSummary("Met de hand vastleggen").WithDescription("Legt vast wat de zorgaanbieder buiten het berichtenverkeer om heeft laten weten. Alleen waar geen berichten gaan.");

    private static async Task<Ok<Overzicht>> Leg(
        long toewijzingnummer, Verzoek verzoek, Gebruiker gebruiker, ZorgaanbiedersDb db, Kluis kluis, TimeProvider klok, CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        if (toewijzing.MetDeHand is null)
            throw Weigering.Toestand("gaat-met-berichten", "De zorgaanbieder meldt dit zelf met een bericht. Vraag de zorgaanbieder om het te sturen.");
        var nu = klok.GetUtcNow();
        switch (verzoek.Wat)
        {
            case Antwoord.Geaccepteerd:
                toewijzing.Accepteer(nu);
                break;
            case Antwoord.Afgekeurd:
                toewijzing.KeurAf([], nu);
                break;
            case Antwoord.Gestart:
                var persoon = toewijzing.Persoon(kluis);
                Eis(toewijzing.Start(Dag(verzoek, klok), new Persoonskern(persoon.Bsn, persoon.Geboortedatum), nu));
                break;
            default:
                if (verzoek.Reden is not { } reden || !RedenBeeindiging.Alle.Contains(reden)) throw Weigering.Invoer("reden", "Noem de reden van beëindiging: twee cijfers uit de codelijst, bijvoorbeeld 19 (volgens plan) of 20 (tijdelijk).");
                var einde = Dag(verzoek, klok);
                if (toewijzing.Begindatum is not { } begin) throw Weigering.Toestand("niet-gestart", "Deze hulp is niet gestart. Leg eerst de start vast.");
                if (einde < begin) throw Weigering.Regel("einde-voor-begin", "De laatste dag ligt voor de eerste. Controleer de datum.", "iWmo TR018", "datum");
                Eis(toewijzing.Stop(begin, einde, reden, nu));
                break;
        }
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }

    private static DateOnly Dag(Verzoek verzoek, TimeProvider klok) =>
        verzoek.Datum is not { } dag ? throw Weigering.Invoer("datum", "Vul de datum in.")
        : dag > klok.Vandaag() ? throw Weigering.Regel("datum-in-de-toekomst", "De datum ligt in de toekomst. Leg het vast als het zover is.", veld: "datum")
        : dag;

    /// <summary>What a message would be answered with as a code is here a refusal.</summary>
    private static void Eis(string? code)
    {
        if (code is not null) throw Weigering.Toestand("past-niet", "Dit past niet bij wat er al is vastgelegd. Bekijk de toewijzing en controleer de datum.", $"iWmo retourcode {code}");
    }
}
