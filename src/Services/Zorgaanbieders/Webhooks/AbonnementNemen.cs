using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Webhooks.AbonnementenInzien;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>A provider registers an address for webhooks, and gets the secret that signs them.</summary>
public static class AbonnementNemen
{
    /// <param name="Url">Waar de webhooks heen gaan: een openbaar adres dat met https begint.</param>
    /// <param name="Gebeurtenissen">Wat u wilt horen; zonder dit, of leeg: alles.</param>
    public sealed record Invoer(string Url, IReadOnlyList<Webhookgebeurtenis>? Gebeurtenissen = null) : IWebhookinvoer;

    /// <param name="Abonnement">Het abonnement.</param>
    /// <param name="Geheim">Het geheim waarmee u de handtekening controleert. U krijgt het alleen nu te zien; bewaar het veilig.</param>
    public sealed record Nieuw(Overzicht Abonnement, string Geheim);

    public static void MapAbonnementNemen(this IEndpointRouteBuilder api) =>
        api.MapPost("/abonnementen", Neem).Voor(Rollen.Aanbieder).ZoektVoorafOp().WithIdempotency().Valideer(new Vorm())
            .WithSummary("Abonnement nemen")
            .WithDescription(
                "Meldt een webadres aan waar u hoort wat er met uw toewijzingen gebeurt. "
                + "Het antwoord bevat één keer het geheim waarmee u de handtekening controleert.");

    private static async Task<Created<Nieuw>> Neem(
        Invoer invoer, Gebruiker gebruiker, HttpResponse antwoord, ZorgaanbiedersDb db, WebhookOpties opties, Webhookadres adres,
        Opgezocht opgezocht, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        if (gebruiker.Agb is not { } agb)
            throw Weigering.Regel("geen-agb", "Uw token noemt geen AGB-code. Vraag uw beheerder om een token van uw organisatie.");
        if (!opties.Ingericht)
            throw Weigering.Toestand(
                "webhooks-niet-ingericht",
                "Deze gemeente heeft webhooks nog niet ingericht. Vraag de gemeente ernaar, en haal intussen uw toewijzingen zelf op.");
        var url = adres.Lees(invoer.Url, opgezocht);
        if (await db.Abonnementen.CountAsync(a => a.Agb == agb, annulering) >= opties.PerAanbieder)
            throw Weigering.Toestand("te-veel-abonnementen", $"U hebt al {opties.PerAanbieder} abonnementen. Zeg er eerst een op.");
        var (abonnement, geheim) = Abonnement.Neem(agb, url, invoer.Gebeurtenissen ?? [], kluis, klok.GetUtcNow());
        db.Add(abonnement);
        await db.SaveChangesAsync(annulering);
        antwoord.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/zorgaanbieders/v1/abonnementen/{abonnement.Id}", new Nieuw(Van(abonnement), geheim));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() =>
            RuleFor(v => v.Gebeurtenissen).Must(g => g is null || !g.Contains(Webhookgebeurtenis.Proef)).WithMessage(
                "Een proefbericht vraagt u aan; daar neemt u geen abonnement op.");
    }
}
