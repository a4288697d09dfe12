using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Webhooks.AbonnementenInzien;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>
/// A provider changes the address or the events of a subscription, or pauses it. Webhooks that wait during a pause are sent afterwards.
/// </summary>
public static class AbonnementWijzigen
{
    /// <summary>The states that a provider may choose. Only a receiver stops its subscription.</summary>
    public enum Stand
    {
        Actief,
        Gepauzeerd,
    }

    /// <param name="Url">Waar de webhooks heen gaan.</param>
    /// <param name="Status">Actief, of gepauzeerd: dan wachten de webhooks tot u het weer op actief zet.</param>
    /// <param name="Gebeurtenissen">Wat u wilt horen; zonder dit, of leeg: alles.</param>
    public sealed record Invoer(string Url, Stand Status, IReadOnlyList<Webhookgebeurtenis>? Gebeurtenissen = null) : IWebhookinvoer;

    public static void MapAbonnementWijzigen(this IEndpointRouteBuilder api) =>
        api.MapPut("/abonnementen/{abonnementId:guid}", Wijzig).Voor(Rollen.Aanbieder).ZoektVoorafOp().Valideer(new Vorm())
            .WithSummary("Abonnement wijzigen").WithDescription("Wijzigt het adres of wat u hoort, zet het abonnement stil of weer aan.");

    private static async Task<Ok<Overzicht>> Wijzig(
        Guid abonnementId, Invoer invoer, Gebruiker gebruiker, IfMatch ifMatch, Etag etag, ZorgaanbiedersDb db, Webhookadres adres,
        Opgezocht opgezocht, CancellationToken annulering)
    {
        var abonnement = await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        ifMatch.Eis(abonnement.RowVersion);
        abonnement.Wijzig(
            adres.Lees(invoer.Url, opgezocht), invoer.Gebeurtenissen ?? [],
            invoer.Status == Stand.Actief ? Abonnementstatus.Actief : Abonnementstatus.Gepauzeerd);
        await db.SaveChangesAsync(annulering);
        etag.Zet(abonnement.RowVersion);
        return TypedResults.Ok(Van(abonnement));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() =>
            RuleFor(v => v.Gebeurtenissen).Must(g => g is null || !g.Contains(Webhookgebeurtenis.Proef)).WithMessage(
                "Een proefbericht vraagt u aan; daar neemt u geen abonnement op.");
    }
}
