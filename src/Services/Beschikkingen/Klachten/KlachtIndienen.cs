using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
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
    /// <param name="Besluitnummer">Het besluit, of de beslissing op bezwaar, als de klacht daarover gaat.</param>
    /// <param name="Poststempel">De dag waarop de brief op de post ging; telt als de klacht een bezwaar wordt.</param>
    /// <param name="EldersOntvangenOp">De dag waarop een ander de brief kreeg en doorstuurde; telt als de klacht een bezwaar wordt.</param>
    public sealed record Invoer(
        string Dossiernummer, string Omschrijving, Klachtonderwerp? Over = null, DateOnly? OntvangenOp = null,
        DateOnly? GedragingOp = null, string? Medewerker = null, string? Besluitnummer = null,
        DateOnly? Poststempel = null, DateOnly? EldersOntvangenOp = null) : IRequestBody;

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
        if (!gebruiker.IsMedewerker() && invoer is not { Poststempel: null, EldersOntvangenOp: null })
            throw Weigering.Regel("dag-is-vandaag", "U klaagt vandaag. Laat de andere dagen weg.", veld: "poststempel");
        var ontvangst = new Klachtontvangst(
            gebruiker.EigenDag(invoer.OntvangenOp, klok, "ontvangenOp"), invoer.Poststempel, invoer.EldersOntvangenOp);
        var ontvangen = ontvangst.OntvangenOp;
        Dagregel.Eis(ontvangen, new(Kalender.EersteJaar, 1, 1), nu.Dag(), "ontvangenOp", "het begin van de Wmo 2015");
        if (invoer.GedragingOp > ontvangen)
            throw Weigering.Regel("gedraging-na-klacht", "Wat gebeurde, kan niet na de klacht liggen. Controleer de dag.", "Awb art. 9:1",
                "gedragingOp");
        var over = invoer.Over ?? (invoer.Besluitnummer is null ? Klachtonderwerp.Gedraging : Klachtonderwerp.Besluit);
        if (over == Klachtonderwerp.Besluit != invoer.Besluitnummer is not null)
            throw Weigering.Regel("besluit-past-niet", "Noem het besluit precies als de klacht daarover gaat.", "Awb art. 9:8",
                "besluitnummer");
        var indiener = await db.ZoekIndiener(invoer.Dossiernummer.Trim(), gebruiker, annulering);
        var klacht = Klacht.Ontvang(await db.NieuwKlachtnummer(nu.Dag().Year, annulering), indiener, ontvangst, over,
            invoer.Omschrijving.Trim(), invoer.GedragingOp, invoer.Medewerker?.Trim(), invoer.Besluitnummer?.Trim(), nu);
        db.Add(klacht);
        if (klacht.Besluitnummer is { } nummer) await LeesBesluit(klacht, indiener, nummer, gebruiker, db, klok, annulering);
        return klacht;
    }

    /// <summary>
    /// Finds the decision that it is about. Within the term for bezwaar a letter against a decision is a bezwaar, whatever it calls itself;
    /// it joins the bezwaar that runs.
    /// </summary>
    private static async Task LeesBesluit(
        Klacht klacht, Indiener indiener, string nummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok,
        CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        if (nummer.StartsWith('Z'))
        {
            var beslissing = await db.ZoekBezwaar(nummer, gebruiker, annulering);
            ZelfdePersoon.Eis(indiener, (beslissing.Dossiernummer, beslissing.PersoonId), nummer, "besluitnummer");
            if (beslissing.BekendgemaaktOp is null)
                throw Weigering.Toestand("nog-niet-beslist",
                    "Op dit bezwaar is nog niet beslist. Laat het nummer weg als de klacht gaat over hoe het wordt behandeld.",
                    "Awb art. 9:8");
            klacht.GaatOver(beslissing.BeslotenDoor is { } nemer ? [nemer] : [], kanBezwaarZijn: false);
            return;
        }
        var (besluit, van, _) = await db.ZoekBesluit(
            BestredenSoort.Beschikking, nummer, null, gebruiker, klacht.OntvangenOp, annulering);
        ZelfdePersoon.Eis(indiener, (van.Dossiernummer, van.PersoonId), nummer, "besluitnummer");
        // A bezwaar that another part of the same letter became is not stored yet.
        await db.Bezwaren.Where(b => b.Dossiernummer == van.Dossiernummer).LoadAsync(annulering);
        var bezwaar = db.Bezwaren.Local.Where(b => b.Dossiernummer == van.Dossiernummer && b.IngetrokkenOp is null
            && b.Besluiten.Any(x => x.Soort == besluit.Soort && x.Nummer == besluit.Nummer)).MaxBy(b => b.Id);
        klacht.GaatOver([.. besluit.Meebeslissers.Append(besluit.BeslotenDoor).OfType<string>().Distinct()],
            kanBezwaarZijn: bezwaar is null && besluit.BekendgemaaktOp is not null);
        var dag = klacht.EldersOntvangenOp ?? klacht.OntvangenOp;
        if (bezwaar is { KlaarOp: null }) klacht.WordtBezwaar(bezwaar.Bezwaarnummer, nu);
        else if (bezwaar is null && besluit.BekendgemaaktOp is { } bekend && Indieningen.Bezwaar(bekend, dag, klacht.Poststempel).Oordeel
            is Indieningsoordeel.OpTijd or Indieningsoordeel.OpTijdPerPost)
            klacht.WordtBezwaar((await klacht.AlsBezwaar(nummer, gebruiker, db, klok, annulering)).Bezwaarnummer, nu);
    }

    /// <summary>The bezwaar that it is, of the day of the klacht; the caller saves.</summary>
    internal static Task<Bezwaar> AlsBezwaar(
        this Klacht klacht, string nummer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, CancellationToken annulering) =>
        BezwaarMaken.Neem(new(nummer, Gronden: klacht.Omschrijving, OntvangenOp: klacht.OntvangenOp, Poststempel: klacht.Poststempel,
            EldersOntvangenOp: klacht.EldersOntvangenOp), gebruiker, db, klok, annulering, voegBij: true);

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
