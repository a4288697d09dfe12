using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Opens a dossier for somebody who asks for no help but, for instance, complains, as everybody may (Awb 9:1). A person with an open
/// dossier gets that one.
/// </summary>
public static class DossierOpenen
{
    /// <param name="Bsn">Het BSN, als een medewerker het dossier opent; een inwoner laat dit weg.</param>
    /// <param name="Wijkteam">Het wijkteam dat het dossier behandelt, als een medewerker dat kiest.</param>
    public sealed record Invoer(string? Bsn = null, string? Wijkteam = null) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier: een nieuw, of het dossier van deze inwoner dat nog openstaat.</param>
    /// <param name="Nieuw">Of het dossier nu is geopend.</param>
    public sealed record Antwoord(string Dossiernummer, bool Nieuw);

    public static void MapDossierOpenen(this IEndpointRouteBuilder api) =>
        api.MapPost("/dossiers", Open).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Dossier openen zonder melding")
            .WithDescription("Opent een dossier voor een inwoner die geen hulp vraagt, maar bijvoorbeeld een klacht heeft. Staat er nog "
                + "een dossier van deze inwoner open, dan krijgt u dat.");

    private static async Task<Ok<Antwoord>> Open(
        Invoer invoer, Gebruiker gebruiker, MeldingenDb db, Gemeente gemeente, Meldgrenzen grenzen, PersoonVolgen volgen, Vault kluis,
        TimeProvider klok, CancellationToken annulering)
    {
        var bsn = Betrokkene.VanWie(invoer.Bsn, gebruiker);
        var wijkteam = Betrokkene.WelkWijkteam(invoer.Wijkteam, gebruiker, gemeente);
        var nu = klok.GetUtcNow();
        var van = await db.PersoonEnVolgnummer(bsn, gebruiker.Id, nu.Dag(), nu.Dag(), grenzen, annulering);
        grenzen.Controleer(vanPersoon: 0, van.VanMelder, nu);
        if (van.Dossier is { } lopend) return TypedResults.Ok(new Antwoord(lopend, Nieuw: false));
        var opening = Dossieropening.Open(van.Volgnummer, van.PersoonId, bsn, wijkteam, gebruiker.Id, nu);
        var persoon = await db.Persoon(van.PersoonId, annulering);
        if (persoon.Geldend(kluis) is { } bekend) opening.NeemPersoon(bekend, persoon.Stand, [], nu);
        persoon.MoetBekendWorden();
        db.Add(opening);
        db.Add(new Dossierplaats(van.PersoonId, van.Dossiervolgorde, opening.Dossiernummer));
        db.AfterCommit(volgen.Wake);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(new Antwoord(opening.Dossiernummer, Nieuw: true));
    }

    /// <summary>Finds the opening of a dossier that this user may see.</summary>
    /// <exception cref="Weigering">404: it is unknown, or began with a melding, or this user may not see it.</exception>
    internal static async Task<Dossieropening> ZoekOpening(
        this MeldingenDb db, string dossiernummer, Gebruiker gebruiker, CancellationToken annulering) =>
        await db.Dossieropeningen.SingleOrDefaultAsync(o => o.Dossiernummer == dossiernummer, annulering) is { } opening
            && gebruiker.MagBij(opening.Bsn, opening.Wijkteam)
            ? opening
            : throw Weigering.Onbekend("Dit dossier zonder melding");

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Wijkteam).Matches(@"\A[a-z0-9-]{1,60}\z")
            .WithMessage("Gebruik de korte naam van het wijkteam, bijvoorbeeld wijkteam-haven.");
    }
}
