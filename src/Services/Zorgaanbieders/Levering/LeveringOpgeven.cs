using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Levering;

/// <summary>A provider on the platform reports a start or a stop; other providers send a WMO305 or WMO307.</summary>
public static class LeveringOpgeven
{
    /// <param name="Begindatum">De eerste dag van de hulp; na een tijdelijke stop de dag waarop de hulp verdergaat.</param>
    public sealed record StartInvoer(DateOnly Begindatum) : IRequestBody;

    /// <param name="Einddatum">De laatste dag van de hulp.</param>
    /// <param name="Reden">De reden van beëindiging: twee cijfers uit de codelijst WMO588; 20 is tijdelijk, 19 volgens plan.</param>
    public sealed record StopInvoer(DateOnly Einddatum, string Reden) : IRequestBody;

    public static void MapLeveringOpgeven(this IEndpointRouteBuilder api)
    {
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/start", Start).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Start melden")
            .WithDescription(
                "Meldt de eerste dag van de hulp. "
                + "Alleen voor zorgaanbieders die op het platform zijn aangesloten; anders gaat dit met een WMO305.");
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/stop", Stop).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Stop melden")
            .WithDescription(
                "Meldt dat de hulp tijdelijk of voorgoed is gestopt. Alleen voor zorgaanbieders die op het platform zijn "
                + "aangesloten; anders gaat dit met een WMO307.");
    }

    private static async Task<Ok<Overzicht>> Start(
        long toewijzingnummer, StartInvoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Leveringsopgave opgave,
        TimeProvider klok, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        opgave.Start(toewijzing, invoer.Begindatum, "begindatum");
        await db.TekenBerichtAf(toewijzing, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }

    private static async Task<Ok<Overzicht>> Stop(
        long toewijzingnummer, StopInvoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Leveringsopgave opgave,
        CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        opgave.Stop(toewijzing, invoer.Einddatum, invoer.Reden, "einddatum");
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }
}
