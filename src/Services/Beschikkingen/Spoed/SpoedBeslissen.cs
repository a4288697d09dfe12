using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Spoed;

/// <summary>
/// Decides without delay on temporary help after a melding (Wmo 2015 art. 2.3.3). Help starts today. It runs until the decision on the
/// aanvraag of this melding works; the terms of melding, onderzoek and aanvraag go on beside it.
/// </summary>
public static class SpoedBeslissen
{
    /// <param name="Product">De hulp.</param>
    /// <param name="Omvang">Hoeveel hulp per dag, per week of per maand.</param>
    /// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
    /// <param name="Agb">De zorgaanbieder die vandaag begint; weglaten als u geen hulp geeft.</param>
    /// <param name="Verstrekken">Of de inwoner de hulp krijgt. Met false besluit u dat die niet met spoed nodig is.</param>
    public sealed record Invoer(
        Product Product, Omvang Omvang, string Motivering, string? Agb = null, bool Verstrekken = true) : IRequestBody;

    /// <param name="Beschikkingnummer">Het nummer van het besluit.</param>
    /// <param name="Meldingnummer">De melding.</param>
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Verstrekt">Of de inwoner de hulp krijgt.</param>
    /// <param name="Motivering">Waarom.</param>
    /// <param name="BekendgemaaktOp">De dag van het besluit, waarop het ook bekend werd.</param>
    /// <param name="BezwaarUiterlijk">De laatste dag om bezwaar te maken.</param>
    public sealed record Antwoord(
        string Beschikkingnummer, string Meldingnummer, Guid VoorzieningId, bool Verstrekt, string Motivering, DateOnly BekendgemaaktOp,
        DateOnly BezwaarUiterlijk);

    public static void MapSpoedBeslissen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/meldingen/{meldingnummer}/spoedbesluiten", Beslis).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Met spoed beslissen over tijdelijke hulp")
            .WithDescription("Geeft meteen tijdelijke zorg in natura, voordat er een onderzoek is, of besluit dat die niet met spoed nodig "
                + "is. Het besluit gaat vandaag naar de inwoner, en de hulp begint vandaag. De hulp loopt tot het besluit op de aanvraag "
                + "geldt. Het onderzoek gaat gewoon door.");
        api.MapGet("/meldingen/{meldingnummer}/spoedbesluiten", Lijst).Voor(Rollen.BijHetDossier)
            .WithSummary("Spoedbesluiten bij een melding")
            .WithDescription("Wat er met spoed is besloten over tijdelijke hulp.");
    }

    private static async Task<Created<Antwoord>> Beslis(
        string meldingnummer, Invoer invoer, Gebruiker beslisser, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, Vault kluis,
        TimeProvider klok, CancellationToken annulering)
    {
        var (melding, persoon) = await db.ZoekMelding(meldingnummer, beslisser, kluis, annulering);
        if (persoon is null)
            throw Weigering.Toestand("persoon-onbekend",
                "De gegevens uit de BRP zijn er nog niet. Wacht tot de BRP antwoordt, of stel de identiteit vast als de BRP de inwoner "
                + "niet kent.", "Wmo 2015 art. 2.3.4");
        await db.Hold($"melding {melding.Id}", annulering);
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        var regels = beleid.Op(vandaag).Waarde;
        var deel = new Voorzieningdeel(invoer.Product, invoer.Omvang, new(vandaag, regels.Tijdelijk.Tot(vandaag)), Leveringsvorm.Zin,
            invoer.Agb, null)
        { Tijdelijk = true };
        SpoedKan.Eis(melding,
            await db.Onderzoeken.SingleOrDefaultAsync(o => o.Meldingnummer == melding.Meldingnummer, annulering),
            await db.Aanvragen.Where(a => a.Meldingnummer == melding.Meldingnummer).ToListAsync(annulering));
        SpoedKan.Eis(deel,
            await db.Voorzieningen.Where(v => v.TijdelijkVoor == melding.Meldingnummer).ToListAsync(annulering), vandaag);
        var (besluit, voorziening) = Spoedbesluit.Neem(melding, persoon, deel, invoer.Verstrekken, invoer.Motivering.Trim(),
            await db.NieuwBeschikkingnummer(vandaag.Year, annulering), beslisser, regels, kluis, nu);
        db.Add(besluit);
        db.Add(voorziening);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/beschikkingen/v1/voorzieningen/{besluit.VoorzieningId}", Van(besluit));
    }

    private static async Task<Ok<IReadOnlyList<Antwoord>>> Lijst(
        string meldingnummer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, CancellationToken annulering)
    {
        var (melding, _) = await db.ZoekMelding(meldingnummer, gebruiker, kluis, annulering);
        var gevonden = await db.Spoedbesluiten.AsNoTracking().Where(s => s.Meldingnummer == melding.Meldingnummer).OrderBy(s => s.Id)
            .ToListAsync(annulering);
        return TypedResults.Ok<IReadOnlyList<Antwoord>>([.. gevonden.Select(Van)]);
    }

    private static Antwoord Van(Spoedbesluit b) => new(b.Beschikkingnummer, b.Meldingnummer, b.VoorzieningId, b.Verstrekt, b.Motivering,
        b.BekendgemaaktOp, Termijnen.Bezwaar(b.BekendgemaaktOp).Uiterlijk);

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Product).Ketenproduct();
            RuleFor(v => v.Omvang).Ketenomvang();
            RuleFor(v => v.Agb).Agbcode();
            RuleFor(v => v.Agb).NotNull().When(v => v.Verstrekken).WithMessage("Noem de zorgaanbieder die vandaag begint.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Geef een motivering.").MaximumLength(10_000)
                .WithMessage("Gebruik hooguit 10.000 tekens.");
        }
    }
}
