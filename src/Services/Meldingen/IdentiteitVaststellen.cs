using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Meldingen;

/// <summary>
/// A consulent or the backoffice establishes the identity of a resident unknown to the BRP, from an identity document (Wmo 2015 art.
/// 2.3.4). The document's number and a copy of it are not kept.
/// </summary>
public static class IdentiteitVaststellen
{
    public enum Document
    {
        Paspoort,
        Identiteitskaart,
        Rijbewijs,
        Vreemdelingendocument,
    }

    /// <param name="Document">Het document dat de inwoner heeft laten zien.</param>
    /// <param name="Achternaam">Achternaam zonder voorvoegsel.</param>
    /// <param name="Geboortedatum">Geboortedatum.</param>
    /// <param name="Geslacht">0 onbekend, 1 man, 2 vrouw.</param>
    /// <param name="Straatnaam">Straat.</param>
    /// <param name="Huisnummer">Huisnummer.</param>
    /// <param name="Postcode">Vier cijfers en twee letters.</param>
    /// <param name="Plaatsnaam">Woonplaats.</param>
    /// <param name="Voorvoegsel">Voorvoegsel, bijvoorbeeld "van der".</param>
    /// <param name="Voornamen">Voornamen.</param>
    /// <param name="Voorletters">Voorletters, zonder punten.</param>
    /// <param name="Huisletter">Huisletter.</param>
    /// <param name="Toevoeging">Toevoeging bij het huisnummer.</param>
    public sealed record Invoer(
        Document Document, string Achternaam, DateOnly Geboortedatum, int Geslacht,
        string Straatnaam, int Huisnummer, string Postcode, string Plaatsnaam,
        string? Voorvoegsel = null, string? Voornamen = null, string? Voorletters = null,
        string? Huisletter = null, string? Toevoeging = null) : IRequestBody;

    public static void MapIdentiteitVaststellen(this IEndpointRouteBuilder api)
    {
        api.MapPost("/meldingen/{meldingnummer}/identiteit", Stel).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Identiteit vaststellen")
            .WithDescription("Legt met een identiteitsbewijs vast wie de inwoner is, als de BRP het BSN niet kent.");
        api.MapPost("/dossiers/{dossiernummer}/identiteit", StelBijDossier).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Identiteit vaststellen bij een dossier zonder melding")
            .WithDescription("Legt met een identiteitsbewijs vast wie de inwoner is van een dossier dat zonder melding is geopend, als de "
                + "BRP het BSN niet kent.");
    }

    private static async Task<NoContent> Stel(string meldingnummer, Invoer v, Gebruiker gebruiker, MeldingenDb db,
        Persoonswijzigingen wijzigingen, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        var melding = await db.Zoek(meldingnummer, gebruiker, annulering);
        var persoon = await db.Persoon(melding.PersoonId, annulering);
        melding.EisIdentiteitVastTeStellen(v.Geboortedatum, SchietTekort(persoon.Kennis(kluis)), klok.GetUtcNow());
        await Neem(v, persoon, wijzigingen, kluis, annulering);
        melding.StelPersoonVast(persoon.Geldend(kluis)!, persoon.Stand, klok.GetUtcNow());
        persoon.GaNietVolgen(Volguitslag.NietIngericht);
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> StelBijDossier(string dossiernummer, Invoer v, Gebruiker gebruiker, MeldingenDb db,
        Persoonswijzigingen wijzigingen, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        var opening = await db.ZoekOpening(dossiernummer, gebruiker, annulering);
        var persoon = await db.Persoon(opening.PersoonId, annulering);
        opening.EisIdentiteitVastTeStellen(v.Geboortedatum, SchietTekort(persoon.Kennis(kluis)),
            brpDuurtLang: persoon.Attempts >= Melding.NavraagDuurtLang, klok.GetUtcNow());
        // What is known of the person goes to every dossier, and so to this one.
        await Neem(v, persoon, wijzigingen, kluis, annulering);
        persoon.GaNietVolgen(Volguitslag.NietIngericht);
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private static bool SchietTekort(BrpPersoon? bekend) =>
        bekend?.Signalen.Any(s => s is Brpsignaal.NummerVervallen or Brpsignaal.Onleesbaar) == true;

    private static Task<Persoon> Neem(
        Invoer v, Persoon persoon, Persoonswijzigingen wijzigingen, Vault kluis, CancellationToken annulering)
    {
        var bekend = persoon.Kennis(kluis);
        var gegevens = new Persoonsgegevens(persoon.Bsn,
            new Persoonsnaam(v.Achternaam, v.Voorvoegsel, v.Voornamen, v.Voorletters), v.Geboortedatum, null, v.Geslacht,
            new Adres(v.Straatnaam, v.Huisnummer, v.Huisletter, v.Toevoeging, v.Postcode.ToUpperInvariant(), v.Plaatsnaam));
        // An answer of the BRP that comes after all changes nothing for this melding any more. What else was known stays.
        return wijzigingen.Neem(persoon.Id, bekend is null ? new(gegevens, false, []) : bekend with
        {
            Persoon = gegevens,
            Signalen = [.. bekend.Signalen.Where(s => s is not (Brpsignaal.NummerVervallen or Brpsignaal.Onleesbaar))],
        }, annulering);
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        // The lengths of iWmo 3.2, so that every later message can hold these values.
        public Vorm()
        {
            RuleFor(v => v.Achternaam).NotEmpty().WithMessage("Vul de achternaam in.").MaximumLength(200)
                .WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Voorvoegsel).MaximumLength(10).WithMessage("Gebruik hooguit 10 tekens.");
            RuleFor(v => v.Voornamen).MaximumLength(200).WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Voorletters).MaximumLength(6).WithMessage("Gebruik hooguit 6 letters, zonder punten.");
            RuleFor(v => v.Geboortedatum).Must(d => d.Year > 1900).WithMessage("Vul een geldige geboortedatum in.");
            RuleFor(v => v.Geslacht).InclusiveBetween(0, 2).WithMessage("Kies 0 (onbekend), 1 (man) of 2 (vrouw).");
            RuleFor(v => v.Straatnaam).NotEmpty().WithMessage("Vul de straat in.").MaximumLength(24)
                .WithMessage("Gebruik hooguit 24 tekens.");
            RuleFor(v => v.Huisnummer).InclusiveBetween(0, 99999).WithMessage("Vul een geldig huisnummer in.");
            RuleFor(v => v.Huisletter).MaximumLength(1).WithMessage("Gebruik één letter.");
            RuleFor(v => v.Toevoeging).MaximumLength(4).WithMessage("Gebruik hooguit 4 tekens.");
            RuleFor(v => v.Postcode).Matches(@"\A[1-9][0-9]{3}[A-Za-z]{2}\z").WithMessage("Vul de postcode in als 1234AB.");
            RuleFor(v => v.Plaatsnaam).NotEmpty().WithMessage("Vul de woonplaats in.").MaximumLength(80)
                .WithMessage("Gebruik hooguit 80 tekens.");
        }
    }
}
