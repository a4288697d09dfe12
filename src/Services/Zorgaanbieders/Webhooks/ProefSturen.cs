using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Webhooks.Bezorgingen;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>Sends a webhook without an assignment, to test the receiver.</summary>
public static class ProefSturen
{
    public static void MapProefSturen(this IEndpointRouteBuilder api) =>
        api.MapPost("/abonnementen/{abonnementId:guid}/proef", Stuur).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Proefbericht sturen")
            .WithDescription(
                "Stuurt een webhook van het type nl.wmo.toewijzing.proef.v1, zonder toewijzing. "
                + "Kijk bij de bezorgingen of hij is aangenomen.");

    private static async Task<Accepted<Regel>> Stuur(
        Guid abonnementId, Gebruiker gebruiker, ZorgaanbiedersDb db, WebhookOpties opties, TimeProvider klok, CancellationToken annulering)
    {
        var abonnement = await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        if (abonnement.Status != Abonnementstatus.Actief) throw NietActief();
        if (!opties.Ingericht)
            throw Weigering.Toestand(
                "webhooks-niet-ingericht", "Deze gemeente heeft webhooks nog niet ingericht. Vraag de gemeente ernaar.");
        var id = $"proef-{Guid.CreateVersion7()}";
        var bezorging = new Bezorging
        {
            AbonnementId = abonnement.Id,
            GebeurtenisId = id,
            Gebeurtenis = Webhookgebeurtenis.Proef,
            Inhoud = CloudEvent.Maak(opties, id, Webhookgebeurtenis.Proef, klok.GetUtcNow(), null),
            Traceparent = Activity.Current?.Id,
        };
        db.Add(bezorging);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Accepted($"/zorgaanbieders/v1/abonnementen/{abonnementId}/bezorgingen/{bezorging.Id}", Van(bezorging));
    }
}
