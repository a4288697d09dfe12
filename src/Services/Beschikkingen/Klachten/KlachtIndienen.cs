using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>
/// A klacht came in (Awb 9:1, 9:4). About a decision it is a bezwaar while that is possible. About a provider the person is pointed to the
/// provider's own klachtregeling (Wmo 2015 art. 3.2.1).
/// </summary>
public static class KlachtIndienen
{
    /// <param name="Dossiernummer">Het dossier van de inwoner.</param>
    /// <param name="Omschrijving">Waar de klacht over gaat, in de woorden van de inwoner.</param>
    /// <param name="Over">Waar de klacht over gaat; een gedraging als u niets invult.</param>
    /// <param name="OntvangenOp">De dag waarop de klacht binnenkwam; vandaag als u niets invult.</param>
    /// <param name="GedragingOp">De dag waarop het gebeurde.</param>
    /// <param name="Medewerker">Het kenmerk van de medewerker over wie de klacht gaat.</param>
    /// <param name="Besluitnummer">Het besluit, als de klacht daarover gaat.</param>
    public sealed record Invoer(
        string Dossiernummer, string Omschrijving, Klachtonderwerp? Over = null, DateOnly? OntvangenOp = null,
        DateOnly? GedragingOp = null, string? Medewerker = null, string? Besluitnummer = null) : IRequestBody;

    public static void MapKlachtIndienen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten", Dien).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Klacht indienen")
            .WithDescription("Dient een klacht in, of legt vast dat een klacht binnenkwam. De inwoner krijgt een bevestiging. Gaat "
                + "de klacht "
                + "over een besluit en kan er nog bezwaar worden gemaakt, dan wordt zij een bezwaar van dezelfde dag. "
                + "Wie geen dossier heeft, krijgt er eerst een: "
                + "zie Dossier openen zonder melding bij de meldingen.");

    private static async Task<Created<Klachtstand>> Dien(
        Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, CancellationToken annulering)
    {
        var klacht = await Neem(invoer, gebruiker, db, klok, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/beschikkingen/v1/klachten/{klacht.Klachtnummer}", Klachtstand.Van(klacht, gebruiker));
    }

    /// <summary>Receives it; the caller saves.</summary>
    internal static async Task<Klacht> Neem(
        Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        if (!gebruiker.IsMedewerker() && invoer.Medewerker is not null)
            throw Weigering.Regel("medewerker-onbekend", "Schrijf in uw klacht over wie het gaat. Laat dit veld weg.", veld: "medewerker");
        var ontvangen = gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp");
        Dagregel.Eis(ontvangen, new(Kalender.EersteJaar, 1, 1), nu.Dag(), "ontvangenOp", "het begin van de Wmo 2015");
        if (invoer.GedragingOp > ontvangen)
            throw Weigering.Regel("gedraging-na-klacht", "Wat gebeurde, kan niet na de klacht liggen. Controleer de dag.", "Awb art. 9:1",
                "gedragingOp");
        var over = invoer.Over ?? (invoer.Besluitnummer is null ? Klachtonderwerp.Gedraging : Klachtonderwerp.Besluit);
        if (over == Klachtonderwerp.Besluit != invoer.Besluitnummer is not null)
            throw Weigering.Regel("besluit-past-niet", "Noem het besluit precies als de klacht daarover gaat.", "Awb art. 9:8",
                "besluitnummer");
        var indiener = await db.ZoekIndiener(invoer.Dossiernummer.Trim(), gebruiker, annulering);
        var klacht = Klacht.Ontvang(await db.NieuwKlachtnummer(nu.Dag().Year, annulering), indiener, ontvangen, over,
            invoer.Omschrijving.Trim(), invoer.GedragingOp, invoer.Medewerker?.Trim(), invoer.Besluitnummer?.Trim(), nu);
        db.Add(klacht);
        // Within the term for bezwaar a letter against a decision is a bezwaar, whatever it calls itself.
        if (klacht.Besluitnummer is { } nummer
            && (await db.ZoekBesluit(BestredenSoort.Beschikking, nummer, null, gebruiker, ontvangen, annulering)).Besluit
                is { BekendgemaaktOp: { } bekend }
            && Indieningen.Bezwaar(bekend, ontvangen, null).Oordeel == Indieningsoordeel.OpTijd)
            klacht.WordtBezwaar((await BezwaarMaken.Neem(new(nummer, Gronden: klacht.Omschrijving, OntvangenOp: ontvangen), gebruiker, db,
                klok, annulering)).Bezwaarnummer, nu);
        return klacht;
    }

    internal sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Dossiernummer).NotEmpty()
                .WithMessage("Noem het dossier. Heeft de inwoner geen dossier? Open er dan eerst een.")
                .MaximumLength(30).WithMessage("Gebruik hooguit 30 tekens.");
            RuleFor(v => v.Omschrijving).NotEmpty().WithMessage("Omschrijf de klacht.").MaximumLength(20_000)
                .WithMessage("Gebruik hooguit 20.000 tekens.");
            RuleFor(v => v.Medewerker).MaximumLength(200).WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.Besluitnummer).MaximumLength(30).WithMessage("Gebruik hooguit 30 tekens.");
        }
    }
}
