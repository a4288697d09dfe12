using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Aanbiederplatform;

/// <summary>A provider on the platform reports a start or a stop, as another does with a WMO305 or WMO307.</summary>
public static class LeveringMelden
{
    /// <param name="Begindatum">De eerste dag van de hulp; na een tijdelijke stop de dag waarop zij verdergaat.</param>
    public sealed record StartVerzoek(DateOnly Begindatum) : IRequestBody;

    /// <param name="Einddatum">De laatste dag van de hulp.</param>
    /// <param name="Reden">De reden van beëindiging: twee cijfers uit de codelijst WMO588; 20 is tijdelijk, 19 volgens plan.</param>
    public sealed record StopVerzoek(DateOnly Einddatum, string Reden) : IRequestBody;

    public static void MapLeveringMelden(this IEndpointRouteBuilder api)
    {
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/start", Start).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Start melden").WithDescription("Meldt de eerste dag van de hulp. Alleen voor zorgaanbieders die op het platform zijn aangesloten; anders gaat dit met een WMO305.");
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/stop", Stop).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Stop melden").WithDescription("Meldt dat de hulp tijdelijk of voorgoed is gestopt. Alleen voor zorgaanbieders die op het platform zijn aangesloten; anders gaat dit met een WMO307.");
    }

    private static async Task<Ok<Overzicht>> Start(long toewijzingnummer, StartVerzoek verzoek, Gebruiker gebruiker, ZorgaanbiedersDb db, Levering levering, TimeProvider klok, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        levering.Start(toewijzing, verzoek.Begindatum, "begindatum");
        await db.TekenBerichtAf(toewijzing, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }

    private static async Task<Ok<Overzicht>> Stop(long toewijzingnummer, StopVerzoek verzoek, Gebruiker gebruiker, ZorgaanbiedersDb db, Levering levering, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        levering.Stop(toewijzing, verzoek.Einddatum, verzoek.Reden, "einddatum");
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }
}
