using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// The term to decide stands still because the applicant agreed, because information must come from abroad, because of the applicant, or by
/// force majeure (Awb 4:15). The applicant is told.
/// </summary>
public static class Opschorten
{
    /// <param name="Grond">Waarom: buitenland, instemming, toerekenbaar of overmacht.</param>
    /// <param name="Toelichting">Waarom, in woorden die de inwoner begrijpt.</param>
    /// <param name="Van">De dag van de instemming, de vraag of de oorzaak; vandaag als u niets invult.</param>
    /// <param name="TermijnTot">De laatste dag die is afgesproken of verwacht. Verplicht bij instemming.</param>
    public sealed record Invoer(Opschortingsgrond Grond, string Toelichting, DateOnly? Van = null, DateOnly? TermijnTot = null)
        : IRequestBody;

    /// <param name="OpschortingId">De opschorting; nodig om die te beëindigen.</param>
    /// <param name="Termijn">De beslistermijn, voor zover het einde bekend is.</param>
    public sealed record Antwoord(Guid OpschortingId, Termijnantwoord Termijn);

    public static void MapOpschorten(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/opschortingen", SchortOp).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Beslistermijn opschorten")
            .WithDescription("Laat de beslistermijn stilstaan op een grond van de wet (Awb 4:15). De inwoner krijgt daarover een brief. "
                + "Vraagt u om ontbrekende stukken, gebruik dan aanvulverzoeken.");

    private static async Task<Created<Antwoord>> SchortOp(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var stilstand = aanvraag.SchortOp(
            invoer.Grond, invoer.Van ?? klok.Vandaag(), invoer.TermijnTot, invoer.Toelichting.Trim(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Created($"/beschikkingen/v1/aanvragen/{aanvraag.Aanvraagnummer}",
            new Antwoord(stilstand.Id, Termijnantwoord.Van(aanvraag)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Grond).Must(g => g is not (Opschortingsgrond.Aanvulling or Opschortingsgrond.Verzuim)).WithMessage(
                "Kies buitenland, instemming, toerekenbaar of overmacht. Vraag om ontbrekende stukken met een aanvulverzoek.");
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Leg uit waarom de termijn stilstaat.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
