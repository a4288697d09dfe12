using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using static WmoPlatform.Zorgaanbieders.Toewijzingen.ToewijzingenInzien;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>A provider on the platform accepts or rejects; other providers send a WMO302.</summary>
public static class ToewijzingBeantwoorden
{
    /// <param name="Reden">Waarom u de toewijzing afkeurt.</param>
    /// <param name="Toelichting">Wat de consulent moet weten, hooguit 1000 tekens; verplicht bij anders en gegevens-kloppen-niet.</param>
    public sealed record Invoer(Afkeurreden Reden, string? Toelichting = null) : IRequestBody;

    public static void MapToewijzingBeantwoorden(this IEndpointRouteBuilder api)
    {
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/acceptatie", Accepteer).Voor(Rollen.Aanbieder).WithIdempotency()
            .WithSummary("Toewijzing accepteren")
            .WithDescription(
                "U neemt de hulp aan. Alleen voor zorgaanbieders die op het platform zijn aangesloten; anders gaat dit met een WMO302.");
        api.MapPost("/toewijzingen/{toewijzingnummer:long}/afkeuring", KeurAf).Voor(Rollen.Aanbieder).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Toewijzing afkeuren")
            .WithDescription(
                "U neemt de hulp niet aan; de consulent kiest met de inwoner een andere zorgaanbieder. "
                + "Alleen voor zorgaanbieders die op het platform zijn aangesloten.");
    }

    private static async Task<Ok<Overzicht>> Accepteer(
        long toewijzingnummer, Gebruiker gebruiker, ZorgaanbiedersDb db, TimeProvider klok, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        if (toewijzing.OpgevolgdDoor is not null)
            throw Weigering.Toestand(
                "al-opgevolgd", "De gemeente heeft de hulp intussen aan een andere zorgaanbieder toegewezen. U hoeft niets meer te doen.");
        toewijzing.Accepteer(klok.GetUtcNow());
        await db.TekenBerichtAf(toewijzing, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }

    private static async Task<Ok<Overzicht>> KeurAf(
        long toewijzingnummer, Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var toewijzing = await db.ZoekOpPlatform(toewijzingnummer, gebruiker, annulering);
        switch (toewijzing.Status)
        {
            // A real answer, after the municipality gave up waiting.
            case Toewijzingstatus.Afgekeurd when toewijzing.OpgevolgdDoor is null && Retourcode.ZijnTechnisch(toewijzing.Retourcodes):
            case Toewijzingstatus.Toegewezen:
                toewijzing.KeurAf(
                    invoer.Reden, string.IsNullOrWhiteSpace(invoer.Toelichting) ? null : invoer.Toelichting.Trim(), kluis,
                    klok.GetUtcNow());
                break;
            case Toewijzingstatus.Afgekeurd:
                // A second rejection changes nothing.
                break;
            default:
                throw Weigering.Toestand(
                    "al-geaccepteerd",
                    "U hebt deze toewijzing al geaccepteerd. Kunt u de hulp toch niet geven, neem dan contact op met de gemeente.");
        }
        await db.TekenBerichtAf(toewijzing, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(Van(toewijzing));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).MaximumLength(1000).WithMessage("Gebruik hooguit 1000 tekens.");
            RuleFor(v => v.Toelichting).NotEmpty().When(v => v.Reden is Afkeurreden.Anders or Afkeurreden.GegevensKloppenNiet).WithMessage(
                "Leg kort uit wat er is, zodat de consulent weet wat te doen. Noem geen BSN.");
        }
    }
}
