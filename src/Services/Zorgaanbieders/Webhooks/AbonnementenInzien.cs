using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Webhooks;

/// <summary>Shows the subscriptions of a provider to the provider itself and to beheer, without their secrets.</summary>
public static class AbonnementenInzien
{
    /// <param name="AbonnementId">Het nummer van het abonnement.</param>
    /// <param name="Agb">De zorgaanbieder.</param>
    /// <param name="Url">Waar de webhooks heen gaan.</param>
    /// <param name="Gebeurtenissen">Wat u hoort; leeg is alles.</param>
    /// <param name="Status">Of er bezorgd wordt. Gestopt: de ontvanger antwoordde dat hij niet meer bestaat (410).</param>
    /// <param name="AangemaaktOp">Wanneer het abonnement is genomen.</param>
    /// <param name="VorigGeheimTot">Tot wanneer het vorige geheim nog meetekent; leeg als er geen is.</param>
    public sealed record Overzicht(
        Guid AbonnementId, string Agb, string Url, IReadOnlyList<string> Gebeurtenissen, Abonnementstatus Status,
        DateTimeOffset AangemaaktOp, DateTimeOffset? VorigGeheimTot);

    public static void MapAbonnementenInzien(this IEndpointRouteBuilder api)
    {
        api.MapGet("/abonnementen", Lijst).Voor(Rollen.Aanbieder, Rollen.Beheer)
            .WithSummary("Abonnementen")
            .WithDescription("Uw abonnementen op webhooks, oudste eerst; beheer ziet die van alle zorgaanbieders.");
        api.MapGet("/abonnementen/{abonnementId:guid}", Een).Voor(Rollen.Aanbieder, Rollen.Beheer)
            .WithSummary("Een abonnement").WithDescription("Een abonnement, zonder zijn geheim. De ETag is nodig om het te wijzigen.");
    }

    private static async Task<Ok<Pagina<Overzicht>>> Lijst(
        Gebruiker gebruiker, ZorgaanbiedersDb db, string? na, int? aantal, CancellationToken annulering)
    {
        var n = Pagina.Aantal(aantal);
        var vanaf = Pagina.NaGuid(na);
        var rijen = await db.Abonnementen.AsNoTracking().ZichtbaarVoor(gebruiker).Where(a => a.Id > vanaf).OrderBy(a => a.Id).Take(n + 1)
            .ToListAsync(annulering);
        return TypedResults.Ok(Pagina.Van([.. rijen.Select(Van)], n, a => a.AbonnementId.ToString()));
    }

    private static async Task<Ok<Overzicht>> Een(
        Guid abonnementId, Gebruiker gebruiker, Etag etag, ZorgaanbiedersDb db, CancellationToken annulering)
    {
        var abonnement = await db.ZoekAbonnement(abonnementId, gebruiker, annulering);
        etag.Zet(abonnement.RowVersion);
        return TypedResults.Ok(Van(abonnement));
    }

    internal static Overzicht Van(Abonnement a) => new(a.Id, a.Agb, a.Url, a.Gebeurtenissen, a.Status, a.AangemaaktOp, a.VorigGeheimTot);
}
