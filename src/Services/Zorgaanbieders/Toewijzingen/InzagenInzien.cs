using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>Shows the access log of one assignment to beheer.</summary>
public static class InzagenInzien
{
    /// <param name="Wie">Het kenmerk van de gebruiker.</param>
    /// <param name="Op">Wanneer.</param>
    /// <param name="PlanId">Welk begeleidingsplan; leeg als het om de gegevens van de cliënt ging.</param>
    public sealed record Regel(string Wie, DateTimeOffset Op, Guid? PlanId);

    public static void MapInzagenInzien(this IEndpointRouteBuilder api) =>
        api.MapGet("/toewijzingen/{toewijzingnummer:long}/inzagen", Lijst).Voor(Rollen.Beheer)
            .WithSummary("Wie gegevens heeft gelezen")
            .WithDescription("Wie op het platform de gegevens van de cliënt of een begeleidingsplan heeft opgehaald, en wanneer.");

    private static async Task<Ok<IReadOnlyList<Regel>>> Lijst(long toewijzingnummer, ZorgaanbiedersDb db, CancellationToken annulering)
    {
        var id = await db.Toewijzingen.Where(t => t.Toewijzingnummer == toewijzingnummer).Select(t => (Guid?)t.Id)
            .SingleOrDefaultAsync(annulering)
            ?? throw Weigering.Onbekend("Deze toewijzing");
        return await db.Inzagen(id, i => new Regel(i.Wie, i.Op, i.DeelId), annulering);
    }
}
