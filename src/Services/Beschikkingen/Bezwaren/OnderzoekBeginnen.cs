using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// A founded bezwaar against a refusal without an indicatie asks for an onderzoek, which begins with a melding in the dossier. Then a new
/// decision can follow (Awb 7:11 lid 2, Wmo 2015 art. 2.3.2).
/// </summary>
public static class OnderzoekBeginnen
{
    /// <param name="Meldingnummer">De melding waarmee het onderzoek begon.</param>
    public sealed record Invoer(string Meldingnummer) : IRequestBody;

    public static void MapOnderzoekBeginnen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/onderzoek", Begin).Voor(Rollen.Consulent, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Onderzoek na een gegrond bezwaar vastleggen")
            .WithDescription("Legt vast met welke melding het onderzoek begon dat na een gegrond bezwaar nodig is, omdat nog niet was "
                + "onderzocht welke hulp de inwoner nodig heeft.");

    private static async Task<Ok<Bezwaarstand>> Begin(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var nummer = invoer.Meldingnummer.Trim();
        var melding = await db.Meldingen.SingleOrDefaultAsync(
            m => m.Meldingnummer == nummer && m.PersoonId == bezwaar.PersoonId && m.IngetrokkenOp == null, annulering)
            ?? throw Weigering.Onbekend("Deze melding van de inwoner");
        bezwaar.BeginOnderzoek(nummer, melding.OntvangenOp, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Meldingnummer).NotEmpty().WithMessage("Noem het nummer van de melding.").MaximumLength(30)
            .WithMessage("Gebruik hooguit 30 tekens.");
    }
}
