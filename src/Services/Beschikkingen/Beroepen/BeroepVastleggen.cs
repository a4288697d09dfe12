using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>
/// The court said that a resident went to court: beroep, hoger beroep, a provisional measure, or because no decision was made in time (Awb
/// 6:12, 8:1, 8:81, 8:104).
/// </summary>
public static class BeroepVastleggen
{
    /// <param name="Soort">Wat voor zaak.</param>
    /// <param name="Nummer">Het bezwaar, de aanvraag, het wijzigingsverzoek, het besluit of het eerdere beroep waar het over gaat.</param>
    /// <param name="Rechtbanknummer">Het zaaknummer van de rechter.</param>
    /// <param name="IngesteldOp">De dag waarop het bij de rechter binnenkwam.</param>
    /// <param name="DoorgestuurdOp">
    /// De dag waarop de rechter het aan de gemeente stuurde; daarmee begint de termijn voor de stukken.
    /// </param>
    /// <param name="StukkenUiterlijk">De laatste dag voor de stukken, als de rechter die zelf bepaalde.</param>
    public sealed record Invoer(
        Beroepsoort Soort, string Nummer, string Rechtbanknummer, DateOnly IngesteldOp, DateOnly? DoorgestuurdOp = null,
        DateOnly? StukkenUiterlijk = null) : IRequestBody;

    public static void MapBeroepVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen", Leg).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Beroep vastleggen")
            .WithDescription("Legt vast dat de inwoner naar de rechter ging, en tot wanneer de stukken naar de rechter kunnen.");

    private static async Task<Created<Beroepstand>> Leg(
        Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Vault kluis, TimeProvider klok, CancellationToken annulering)
    {
        var nu = klok.GetUtcNow();
        var nummer = invoer.Nummer.Trim();
        var (indiener, besluit) = await Waarover(db, nummer, gebruiker, annulering);
        if (await db.Beroepen.AnyAsync(b => b.Soort == invoer.Soort && b.Rechtbanknummer == invoer.Rechtbanknummer.Trim(), annulering))
            throw Weigering.Toestand("beroep-al-vastgelegd", "Een zaak met dit nummer van de rechter is al vastgelegd.", "Awb art. 8:1");
        if (invoer.StukkenUiterlijk < invoer.IngesteldOp)
            throw Weigering.Regel("stukken-voor-beroep", "De laatste dag voor de stukken ligt voor het beroep. Controleer de dag.",
                "Awb art. 8:42", "stukkenUiterlijk");
        var stukken = invoer.StukkenUiterlijk is { } dag ? new Termijn("processtukken", invoer.IngesteldOp, dag, "Awb art. 8:42")
            : invoer.DoorgestuurdOp is { } gestuurd ? Termijnen.Processtukken(gestuurd, invoer.Soort == Beroepsoort.NietTijdig).AlsTermijn()
            : null;
        var beroep = Beroep.Registreer(await db.NieuwBeroepnummer(nu.Dag().Year, annulering), indiener, invoer.Soort,
            invoer.Rechtbanknummer.Trim(), besluit, invoer.IngesteldOp, stukken, nu);
        db.Add(beroep);
        await db.VoegIntussen(beroep, nu, annulering);
        if (beroep.Soort == Beroepsoort.Beroep)
            await db.LaatRechtershulpDoorlopen(beroep.BesluitId, beroep.IngesteldOp,
                "U ging in beroep. Daarom gaat de hulp door die de rechter intussen gaf.", kluis, nu, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/beschikkingen/v1/beroepen/{beroep.Beroepnummer}", Beroepstand.Van(beroep, gebruiker));
    }

    private static async Task<(Indiener Indiener, (Guid Id, string Nummer) Besluit)> Waarover(
        BeschikkingenDb db, string nummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        if (await db.Bezwaren.SingleOrDefaultAsync(b => b.Bezwaarnummer == nummer, annulering) is { } bezwaar
            && gebruiker.MagBij(bezwaar.Bsn, bezwaar.Wijkteam))
            return (new(bezwaar.Dossiernummer, bezwaar.PersoonId, bezwaar.Bsn, bezwaar.Wijkteam), (bezwaar.Id, nummer));
        if (await db.Beroepen.SingleOrDefaultAsync(b => b.Beroepnummer == nummer, annulering) is { } eerder
            && gebruiker.MagBij(eerder.Bsn, eerder.Wijkteam))
            return (new(eerder.Dossiernummer, eerder.PersoonId, eerder.Bsn, eerder.Wijkteam), (eerder.BesluitId, nummer));
        return await db.Aanvragen.SingleOrDefaultAsync(
                a => a.Aanvraagnummer == nummer || a.Beschikkingnummer == nummer || a.Wijzigingsnummer == nummer, annulering)
            is { } aanvraag && gebruiker.MagBij(aanvraag.Bsn, aanvraag.Wijkteam)
            ? (new(aanvraag.Dossiernummer, aanvraag.PersoonId, aanvraag.Bsn, aanvraag.Wijkteam),
                (aanvraag.Id, nummer == aanvraag.Wijzigingsnummer ? aanvraag.Aanvraagnummer : nummer))
            : throw Weigering.Onbekend("Dit besluit");
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Nummer).NotEmpty().WithMessage("Noem waar het beroep over gaat.").MaximumLength(30)
                .WithMessage("Gebruik hooguit 30 tekens.");
            RuleFor(v => v.Rechtbanknummer).NotEmpty().WithMessage("Noem het zaaknummer van de rechter.").MaximumLength(50)
                .WithMessage("Gebruik hooguit 50 tekens.");
            RuleFor(v => v.IngesteldOp).Must(d => d.Year >= Kalender.EersteJaar).WithMessage("Vul de dag van het beroep in.");
            RuleFor(v => v.DoorgestuurdOp).Must(d => d is not { Year: < Kalender.EersteJaar }).WithMessage("Kies een latere dag.");
        }
    }
}
