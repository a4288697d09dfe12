using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The decision on the bezwaar is put off further, with consent or because the law needs it (Awb 7:10 lid 4).</summary>
public static class VerderUitstellen
{
    /// <param name="Grond">Waarom dat mag.</param>
    /// <param name="Tot">De laatste dag die is afgesproken of nodig is.</param>
    /// <param name="Toelichting">Waarom, in woorden die de inwoner begrijpt.</param>
    /// <param name="AfgesprokenOp">De dag waarop de inwoner instemde, als u dat later vastlegt; vandaag als u niets invult.</param>
    public sealed record Invoer(Bezwaaruitstelgrond Grond, DateOnly Tot, string Toelichting, DateOnly? AfgesprokenOp = null) : IRequestBody;

    public static void MapVerderUitstellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/uitstel", StelUit).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Beslissing op bezwaar verder uitstellen")
            .WithDescription("Stelt de beslissing verder uit, met instemming van de inwoner of omdat een wettelijk voorschrift dat "
                + "nodig maakt.");

    private static async Task<Ok<Bezwaarstand>> StelUit(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.StelVerderUit(invoer.Grond, invoer.Tot, invoer.Toelichting.Trim(), beleid, klok.GetUtcNow(),
            invoer.AfgesprokenOp);
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Leg uit waarom het langer duurt.")
                .MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
