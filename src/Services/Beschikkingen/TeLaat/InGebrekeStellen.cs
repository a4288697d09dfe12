using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// A written notice came in that no decision was made in time, in whatever letter it stood. It is judged and answered (Awb 4:17 lid 3).
/// </summary>
public static class InGebrekeStellen
{
    /// <param name="OntvangenOp">De dag waarop de brief binnenkwam, ook als hij later als ingebrekestelling is herkend.</param>
    /// <param name="Aanvragers">Hoeveel aanvragers de dwangsom delen; 1 als u niets invult.</param>
    /// <param name="OnredelijkLaat">Waarom de brief onredelijk laat kwam (Awb 4:17 lid 6 onder a); weglaten als dat niet zo is.</param>
    /// <param name="HerkendIn">In wat voor brief het stond; een ingebrekestelling als u niets invult.</param>
    /// <param name="Briefnummer">
    /// Het nummer van de klacht of het bezwaar waarin het stond. De dag waarop die brief binnenkwam telt, en hoeft u niet te noemen.
    /// </param>
    public sealed record Invoer(DateOnly? OntvangenOp = null, int? Aanvragers = null, string? OnredelijkLaat = null,
        Briefsoort HerkendIn = Briefsoort.Ingebrekestelling, string? Briefnummer = null) : IRequestBody;

    /// <param name="IngebrekestellingId">De ingebrekestelling.</param>
    /// <param name="Oordeel">Wat de brief betekent.</param>
    /// <param name="BeslisUiterlijk">De laatste dag waarop een besluit nog een dwangsom voorkomt; leeg als de brief niet telt.</param>
    public sealed record Antwoord(Guid IngebrekestellingId, Ingebrekestellingsoordeel Oordeel, DateOnly? BeslisUiterlijk);

    public static void MapInGebrekeStellen(this IEndpointRouteBuilder api)
    {
        Beschrijf(api.MapPost("/aanvragen/{dossiernummer}/ingebrekestellingen", BijAanvraag), "een aanvraag");
        Beschrijf(api.MapPost("/bezwaren/{bezwaarnummer}/ingebrekestellingen", BijBezwaar), "een bezwaar");
    }

    private static void Beschrijf(RouteHandlerBuilder endpoint, string waarover) =>
        endpoint.Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary($"Ingebrekestelling over {waarover} vastleggen")
            .WithDescription("Legt vast dat de inwoner schreef dat er niet op tijd is beslist, in welke brief ook. Het platform beoordeelt "
                + "of de brief telt en beantwoordt die.");

    private static async Task<Created<Antwoord>> BijAanvraag(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        return TypedResults.Created($"/beschikkingen/v1/aanvragen/{aanvraag.Aanvraagnummer}",
            await Neem(aanvraag, invoer, gebruiker, db, beleid, klok, ifMatch, etag, annulering));
    }

    private static async Task<Created<Antwoord>> BijBezwaar(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        return TypedResults.Created($"/beschikkingen/v1/bezwaren/{bezwaar.Bezwaarnummer}",
            await Neem(bezwaar, invoer, gebruiker, db, beleid, klok, ifMatch, etag, annulering));
    }

    private static async Task<Antwoord> Neem(
        Beslisplicht zaak, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        ifMatch?.Eis(zaak);
        var herkend = new Briefherkenning(invoer.HerkendIn, invoer.Briefnummer?.Trim());
        var dag = await db.Ontvangstdag(herkend, invoer.OntvangenOp, [zaak], gebruiker, annulering);
        var brief = zaak.StelInGebreke(
            dag, invoer.Aanvragers ?? 1, invoer.OnredelijkLaat?.Trim(), beleid, klok.GetUtcNow(), herkend);
        await db.SaveChangesAsync(annulering);
        etag.Zet(zaak);
        var ronde = zaak.RondeOp(dag);
        var oordeel = ronde.Oordelen(beleid).Single(b => b.Brief.Id == brief.Id).Oordeel;
        return new(brief.Id, oordeel, oordeel == Ingebrekestellingsoordeel.Geldig
            ? ronde.DwangsomOp(klok.Vandaag(), beleid)!.LaatsteDagZonder : null);
    }

    internal const string Dagvraag = "Vul de dag in waarop de brief binnenkwam.";
    internal const string Nummervraag =
        "Noem alleen het nummer van een klacht of een bezwaar, en zeg bij herkendIn welk van de twee het is.";

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.OntvangenOp).NotNull().When(v => v.Briefnummer is null).WithMessage(Dagvraag);
            RuleFor(v => v.Briefnummer)
                .Must((v, n) => n is null || (n.Length <= 30 && v.HerkendIn is Briefsoort.Klacht or Briefsoort.Bezwaar))
                .WithMessage(Nummervraag);
            RuleFor(v => v.Aanvragers).InclusiveBetween(1, 1000).WithMessage("Kies 1 tot en met 1000 aanvragers.");
            RuleFor(v => v.OnredelijkLaat).Must(t => t is null || !string.IsNullOrWhiteSpace(t))
                .WithMessage("Leg uit waarom de brief onredelijk laat kwam, of laat dit weg.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
