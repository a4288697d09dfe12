using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The decision on the bezwaar is postponed once, by at most six weeks (Awb 7:10 lid 3).</summary>
public static class BezwaarVerdagen
{
    /// <param name="Weken">1 tot en met 6.</param>
    /// <param name="Reden">Waarom, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(int Weken, string Reden) : IRequestBody;

    public static void MapBezwaarVerdagen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/verdaging", Verdaag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Beslissing op bezwaar verdagen")
            .WithDescription("Stelt de beslissing één keer uit, met hooguit zes weken. De inwoner krijgt daarover een brief.");

    private static async Task<Ok<Bezwaarstand>> Verdaag(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.Verdaag(invoer.Weken, invoer.Reden.Trim(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Weken).GreaterThan(0).WithMessage("Kies minstens één week.");
            RuleFor(v => v.Reden).NotEmpty().WithMessage("Leg uit waarom het langer duurt.")
                .MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
