using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Declaraties.DeclaratiesInzien;

namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>
/// The backoffice approves declarations above an amount that the municipality chooses, before the answer is sent. The judgement itself
/// stands, because the standard has no code for doubt. A user who doubts speaks with the provider, which can credit.
/// </summary>
public static class DeclaratieGoedkeuren
{
    public static void MapDeclaratieGoedkeuren(this IEndpointRouteBuilder api) =>
        api.MapPost("/declaraties/{declaratieId:guid}/goedkeuring", KeurGoed).Voor(Rollen.Backoffice).WithIdempotency()
            .WithSummary("Declaratie goedkeuren")
            .WithDescription("Laat het antwoord gaan op een declaratie die op goedkeuring wacht, zoals het is beoordeeld.");

    private static async Task<Ok<Overzicht>> KeurGoed(
        Guid declaratieId, Gebruiker gebruiker, ZorgaanbiedersDb db, Ketenpost post, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var declaratie = await db.Declaraties.SingleOrDefaultAsync(d => d.Id == declaratieId, annulering)
            ?? throw Weigering.Onbekend("Deze declaratie");
        await post.LegAntwoord(
            declaratie.KeurGoed(gebruiker.Id, await post.NieuweIdentificatie(annulering), kluis, klok.GetUtcNow()), "", annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(declaratie, gebruiker, klok));
    }
}
