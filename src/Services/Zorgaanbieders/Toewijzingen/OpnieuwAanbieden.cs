using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Offers a held assignment or a rejected change once more, after a user mended the obstacle or the fault. A held assignment is checked
/// again.
/// </summary>
public static class OpnieuwAanbieden
{
    public static void MapOpnieuwAanbieden(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/opnieuw-aanbieden", BiedAan).Voor(Rollen.Backoffice, Rollen.Consulent)
            .WithIdempotency()
            .WithSummary("Opnieuw aanbieden")
            .WithDescription(
                "Biedt een aangehouden toewijzing opnieuw aan, bijvoorbeeld nadat het contract is hersteld; "
                + "of een wijziging die de zorgaanbieder afkeurde.");

    private static async Task<Ok<Overzicht>> BiedAan(
        long toewijzingnummer, Gebruiker gebruiker, ZorgaanbiedersDb db, Toewijzer toewijzer, TimeProvider klok,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        if (toewijzing.Status == Toewijzingstatus.Aangehouden)
        {
            await toewijzer.EisGeenBeletsel(toewijzing, annulering);
            await toewijzer.WijsToeOfHoudAan([toewijzing], annulering);
        }
        else
        {
            toewijzing.VertelOpnieuw(klok.GetUtcNow());
            await toewijzer.Vertel(toewijzing.PersoonId, toewijzing.Agb, annulering);
        }
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }
}
