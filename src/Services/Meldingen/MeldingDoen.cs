using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Inzage;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Registers a reported need for support. It joins the dossier of the person that is open, or starts one. Either way it starts its own five
/// working days and six weeks.
/// </summary>
public static class MeldingDoen
{
    /// <param name="Kanaal">Hoe de melding binnenkwam; een inwoner meldt zelf via web.</param>
    /// <param name="Hulpvraag">Wat de inwoner vraagt, in eigen woorden.</param>
    /// <param name="Bsn">Het BSN, als een medewerker de melding vastlegt; een inwoner laat dit weg.</param>
    /// <param name="Email">Waar de bevestiging naartoe mag; zonder e-mailadres komt er een brief.</param>
    /// <param name="Wijkteam">
    /// Het wijkteam dat de melding behandelt, als een medewerker dat kiest; anders het eigen team of het standaardteam van de gemeente.
    /// Komt de melding bij een dossier dat nog openstaat, dan behandelt het wijkteam van dat dossier haar.
    /// </param>
    /// <param name="Spoed">Of hulp niet kan wachten (Wmo 2015 art. 2.3.3).</param>
    /// <param name="Melder">Wie namens de inwoner meldt.</param>
    /// <param name="OntvangenOp">
    /// De dag waarop de melding de gemeente bereikte, ook als dat een zaterdag was; vandaag als u niets invult. Een inwoner laat dit weg.
    /// </param>
    /// <param name="RedenLaat">
    /// Waarom u de melding nu pas vastlegt; verplicht als dat later is dan de eerste werkdag na de ontvangst.
    /// </param>
    public sealed record Invoer(Meldkanaal Kanaal, string Hulpvraag, string? Bsn = null, string? Email = null, string? Wijkteam = null,
        bool Spoed = false, string? Melder = null, DateOnly? OntvangenOp = null, string? RedenLaat = null) : IRequestBody;

    /// <param name="Dossiernummer">Het dossier: een nieuw, of het dossier van deze inwoner dat nog openstaat.</param>
    /// <param name="Meldingnummer">De melding zelf.</param>
    /// <param name="OntvangenOp">De dag waarop de melding binnenkwam.</param>
    /// <param name="Status">Hoe ver de melding is.</param>
    /// <param name="BevestigingUiterlijk">De laatste dag waarop de gemeente de ontvangst bevestigt.</param>
    /// <param name="SluitAan">Of de melding bij een dossier kwam dat nog openstond.</param>
    public sealed record Antwoord(string Dossiernummer, string Meldingnummer, DateOnly OntvangenOp, Meldingstatus Status,
        DateOnly BevestigingUiterlijk, bool SluitAan);

    public static void MapMeldingDoen(this IEndpointRouteBuilder api) =>
        api.MapPost("/meldingen", Doe).Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotencyInOneSave()
            .Valideer(new Vorm())
            .ToontNiemand("Het antwoord geeft alleen de nummers van wat de melder zelf meldt. De gebeurtenis noemt wie dat was.")
            .WithSummary("Melding doen")
            .WithDescription("Meld dat iemand hulp of ondersteuning nodig heeft. U krijgt meteen een dossiernummer. Staat er nog een "
                + "dossier van deze inwoner open, dan komt de melding daarbij, met een eigen bevestiging en een eigen onderzoek.");

    /// <summary>Adds the melding. The filter of the Idempotency-Key stores it.</summary>
    private static async Task<Created<Antwoord>> Doe(
        Invoer invoer, Gebruiker gebruiker, MeldingenDb db, Gemeente gemeente,
            Tabel<Gemeentebeleid> beleid, Meldgrenzen grenzen, BrpNavraag navraag, TimeProvider klok, CancellationToken annulering)
    {
        var bsn = Betrokkene.VanWie(invoer.Bsn, gebruiker);
        var wijkteam = Betrokkene.WelkWijkteam(invoer.Wijkteam, gebruiker, gemeente);
        var nu = klok.GetUtcNow();
        var dag = Betrokkene.WelkeOntvangst(invoer.OntvangenOp, invoer.RedenLaat, gebruiker) ?? nu.Dag();
        var normen = beleid.Op(dag).Waarde.Servicenormen;
        var van = await db.PersoonEnVolgnummer(bsn, gebruiker.Id, dag, nu.Dag(), grenzen, annulering);
        grenzen.Controleer(van.VanPersoon, van.VanMelder, nu);
        var melding = Melding.Doe(van.Volgnummer, van.Dossier, van.PersoonId, bsn, invoer.Kanaal,
            van.Wijkteam ?? wijkteam, invoer.Spoed, invoer.Hulpvraag.Trim(), invoer.Email, invoer.Melder, gebruiker.Id, normen, nu,
            dag, invoer.RedenLaat?.Trim());
        db.Add(melding);
        if (van.Dossier is null) db.Add(new Dossierplaats(van.PersoonId, van.Dossiervolgorde, melding.Dossiernummer));
        db.AfterCommit(navraag.Wake);
        return TypedResults.Created($"/meldingen/v1/meldingen/{melding.Meldingnummer}",
            new Antwoord(melding.Dossiernummer, melding.Meldingnummer, melding.OntvangenOp, melding.Status, melding.BevestigingUiterlijk,
                SluitAan: van.Dossier is not null));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Hulpvraag).NotEmpty().WithMessage("Vertel in een paar woorden welke hulp nodig is.")
                .MaximumLength(4000).WithMessage("Gebruik hooguit 4000 tekens.");
            RuleFor(v => v.Email).EmailAddress().WithMessage("Vul een geldig e-mailadres in.")
                .Must(Emailadres.IsBezorgbaar).WithMessage(Emailadres.Uitleg).MaximumLength(254)
                .WithMessage("Gebruik hooguit 254 tekens.");
            RuleFor(v => v.Wijkteam).Matches(@"\A[a-z0-9-]{1,60}\z")
                .WithMessage("Gebruik de korte naam van het wijkteam, bijvoorbeeld wijkteam-haven.");
            RuleFor(v => v.Melder).MaximumLength(200).WithMessage("Gebruik hooguit 200 tekens.");
            RuleFor(v => v.OntvangenOp).Must(d => d is null || d.Value.Year >= Kalender.EersteJaar)
                .WithMessage($"Kies een dag vanaf {Kalender.EersteJaar}, het eerste jaar van de Wmo 2015.");
            RuleFor(v => v.RedenLaat).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
