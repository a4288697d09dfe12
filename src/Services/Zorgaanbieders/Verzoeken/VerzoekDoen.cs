using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>A provider asks on the platform for the assignment that waits for its request, for an extension, or for a change.</summary>
public static class VerzoekDoen
{
    /// <param name="Toewijzingnummer">De toewijzing waar het om gaat.</param>
    /// <param name="Vanaf">De eerste dag; leeg als die zo blijft.</param>
    /// <param name="Einddatum">De laatste dag, als die anders wordt.</param>
    /// <param name="Omvang">Hoeveel hulp, als dat anders wordt.</param>
    /// <param name="Referentie">Uw eigen nummer van dit verzoek; leeg laat ons er een kiezen.</param>
    public sealed record Invoer(
        long Toewijzingnummer, DateOnly? Vanaf = null, DateOnly? Einddatum = null, Omvang? Omvang = null,
        string? Referentie = null) : IRequestBody;

    public static void MapVerzoekDoen(this IEndpointRouteBuilder api) =>
        api.MapPost("/verzoeken", Doe).Voor(Rollen.Aanbieder).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verzoek doen")
            .WithDescription(
                "Vraagt de toewijzing die op uw verzoek wacht, een verlenging of een wijziging. U krijgt binnen vijf werkdagen antwoord.");

    private static async Task<Created<VerzoekenInzien.Overzicht>> Doe(
        Invoer invoer, Gebruiker gebruiker, ZorgaanbiedersDb db, Verzoekbehandeling behandeling, Vault kluis, TimeProvider klok,
        CancellationToken annulering)
    {
        var toewijzing = await db.Zoek(invoer.Toewijzingnummer, gebruiker, annulering);
        var (bsn, vandaag) = (toewijzing.Persoon(kluis).Bsn, klok.Vandaag());
        var referentie = invoer.Referentie ?? $"P{Guid.CreateVersion7():N}";
        if (await behandeling.IsGebruikt(toewijzing.Agb, referentie, annulering))
            throw Weigering.Regel(
                "referentie-gebruikt", "U hebt deze referentie al eens gebruikt. Geef elk verzoek een eigen referentie.", "iWmo TR347",
                "referentie");
        if (await behandeling.IsOnderhanden(toewijzing.Agb, bsn, annulering))
            throw Weigering.Toestand("verzoek-onderhanden", "Over deze cliënt loopt al een verzoek. Wacht op het antwoord.", "iWmo TR374");

        var wacht = toewijzing.Status == Toewijzingstatus.WachtOpVerzoek;
        if (!wacht && !toewijzing.Geldt(vandaag))
            throw Weigering.Toestand("niet-actueel", "Deze toewijzing loopt niet meer. Neem contact op met de gemeente.", "iWmo TR351");
        // Refuses at once a request that changes nothing, or that lacks the first day.
        if (!wacht) Wijzigingsweg.Opvolging(toewijzing, new Wens(invoer.Vanaf, invoer.Einddatum, Omvang: invoer.Omvang), vandaag);
        var gevraagd = new GevraagdProduct(
            wacht ? null : toewijzing.Toewijzingnummer, toewijzing.Product.Categorie, toewijzing.Product.Code,
            invoer.Vanaf ?? toewijzing.Periode.Ingangsdatum, invoer.Einddatum, invoer.Omvang);
        Toewijzing.Eis(new(gevraagd.Vanaf, gevraagd.Einddatum ?? toewijzing.Periode.Einddatum));
        if (!wacht) EisIngang(gevraagd, toewijzing, vandaag);
        var verzoek = Verzoek.Ontvang(
            wacht ? Verzoeksoort.Toewijzing : Verzoeksoort.Wijziging, toewijzing.Agb, referentie, perBericht: false, bsn, toewijzing,
            [gevraagd], kluis, vandaag);
        if (wacht) await behandeling.NeemToewijzingsverzoek(verzoek, annulering);
        else
        {
            db.Add(verzoek);
            behandeling.LegVoor(verzoek, "De zorgaanbieder vraagt een wijziging. Beoordeel die als geheel.");
        }
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/zorgaanbieders/v1/verzoeken/{verzoek.Id}", VerzoekenInzien.Van(verzoek, gebruiker));
    }

    /// <summary>The same rules as for a message.</summary>
    private static void EisIngang(GevraagdProduct gevraagd, Toewijzing toewijzing, DateOnly vandaag)
    {
        switch (Wijzigingsverzoekoordeel.Ingangscode(gevraagd, toewijzing, vandaag))
        {
            case Verzoekcode.IngangsdatumWijktAf:
                throw Weigering.Regel("vanaf-is-voorbij",
                    "De eerste dag van een wijziging ligt na vandaag, of is de eerste dag van de toewijzing. Kies een van die twee.",
                    "iWmo TR357", "vanaf");
            case Verzoekcode.TotaalVanafIngangsdatum:
                throw Weigering.Regel("totaal-vanaf-begin",
                    "Een ander totaal geldt voor de hele toewijzing. Vraag het vanaf de eerste dag van de toewijzing.",
                    "iWmo TR373", "vanaf");
        }
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Referentie).Matches(@"\A[\w.\-]{1,36}\z").WithMessage(
                "Een referentie heeft één tot 36 letters, cijfers, punten of streepjes.");
            RuleFor(v => v.Omvang!).SetValidator(new OmvangVorm()).When(v => v.Omvang is not null);
        }
    }
}
