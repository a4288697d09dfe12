using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Ketenverkeer;

/// <summary>How the traffic with the partner goes: what waits, since when, and whether the post pauses.</summary>
internal static class BerichtenVerkeer
{
    /// <summary>The traffic with one partner.</summary>
    /// <param name="Partner">De ketenpartner.</param>
    /// <param name="Wachtend">Hoeveel berichten wachten om te gaan.</param>
    /// <param name="OudsteSinds">Sinds wanneer het oudste wacht; leeg als er niets wacht.</param>
    /// <param name="Weigeringen">Hoeveel berichten de partner achter elkaar weigerde.</param>
    /// <param name="GepauzeerdSinds">Sinds wanneer de post wacht omdat de partner alles weigert; leeg zonder pauze.</param>
    /// <param name="VolgendePoging">Wanneer er tijdens de pauze weer één bericht gaat.</param>
    public sealed record Stand(
        string Partner, int Wachtend, DateTimeOffset? OudsteSinds, int Weigeringen, DateTimeOffset? GepauzeerdSinds,
        DateTimeOffset? VolgendePoging);

    public static void MapVerkeer(this RouteGroupBuilder groep)
    {
        groep.MapGet("/verkeer", Lees).Voor(Rollen.Beheer, Rollen.Backoffice)
            .ToontNiemand("De stand telt berichten en noemt er geen.")
            .WithSummary("Stand van het verkeer").WithDescription(
                "Wat er wacht om naar de partner te gaan, en of de post een pauze heeft omdat de partner alles weigert.");
        groep.MapPost("/verkeer/hervatting", Hervat).Voor(Rollen.Beheer, Rollen.Backoffice)
            .ToontNiemand("De opdracht gaat over een ketenpartner en noemt geen bericht.")
            .WithSummary("Pauze beëindigen").WithDescription("Biedt de wachtende berichten meteen weer aan. Weigert de partner nog steeds "
                + "alles, dan begint een nieuwe pauze. Opnieuw sturen geeft hetzelfde resultaat.");
    }

    private static async Task<Ok<Stand>> Lees(ServiceDb db, Ketenpartner partner, CancellationToken annulering)
    {
        var wachtend = await db.Set<Poststuk>().Where(b => b.Status == Poststatus.TeVerzenden).GroupBy(_ => 1)
            .Select(g => new { Aantal = g.Count(), Oudste = g.Min(b => b.GeregistreerdOp) }).SingleOrDefaultAsync(annulering);
        var stand = await db.Set<Verkeersstand>().AsNoTracking().SingleOrDefaultAsync(v => v.Partner == partner.Naam, annulering);
        return TypedResults.Ok(new Stand(partner.Naam, wachtend?.Aantal ?? 0, wachtend?.Oudste, stand?.Weigeringen ?? 0,
            stand?.GepauzeerdSinds, stand?.VolgendePoging));
    }

    private static async Task<Accepted> Hervat(
        ServiceDb db, Ketenpartner partner, KetenverzenderWekker verzender, CancellationToken annulering)
    {
        await Verkeersstand.Hervat(db, partner.Naam, annulering);
        verzender.Wek();
        return TypedResults.Accepted((string?)null);
    }
}
