using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>A bezwaar that came late is judged all the same when the objector cannot reasonably be blamed (Awb 6:11).</summary>
public static class VerschoningBeoordelen
{
    /// <param name="Verschoonbaar">Of de inwoner er redelijkerwijs niets aan kon doen.</param>
    /// <param name="Motivering">Waarom.</param>
    public sealed record Invoer(bool Verschoonbaar, string Motivering) : IRequestBody;

    public static void MapVerschoningBeoordelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/verschoning", Beoordeel).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Reden van te laat beoordelen")
            .WithDescription("Legt vast of de inwoner er iets aan kon doen dat het bezwaar te laat kwam. Zo niet, dan telt het "
                + "bezwaar toch.");

    private static async Task<Ok<Bezwaarstand>> Beoordeel(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.BeoordeelVerschoning(invoer.Verschoonbaar, invoer.Motivering.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom.")
                .MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
