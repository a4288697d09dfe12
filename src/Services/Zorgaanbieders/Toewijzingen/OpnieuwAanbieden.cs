using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>What held an assignment back, or made a provider reject a change, has been mended: it is checked and told once more.</summary>
public static class OpnieuwAanbieden
{
    public static void MapOpnieuwAanbieden(this IEndpointRouteBuilder api) =>
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/opnieuw-aanbieden", BiedAan).Voor(Rollen.Backoffice, Rollen.Consulent).WithIdempotency()
            .WithSummary("Opnieuw aanbieden").WithDescription("Biedt een aangehouden toewijzing opnieuw aan, bijvoorbeeld nadat het contract is hersteld; of een wijziging die de zorgaanbieder afkeurde.");

    private static async Task<Ok<Overzicht>> BiedAan(
        long toewijzingnummer, Gebruiker gebruiker, ZorgaanbiedersDb db, ToewijzingMelden melden, TimeProvider klok, CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(toewijzingnummer, gebruiker, annulering);
        if (toewijzing.Status == Toewijzingstatus.Aangehouden)
        {
            await melden.Eis(toewijzing, annulering);
            await melden.Wijs([toewijzing], annulering);
        }
        else
        {
            toewijzing.MeldOpnieuw(klok.GetUtcNow());
            await melden.Meld(toewijzing.PersoonId, toewijzing.Agb, annulering);
        }
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }
}
