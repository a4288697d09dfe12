using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The adviescommissie gave its advice, without which nothing is decided (Awb 7:13).</summary>
public static class AdviesVastleggen
{
    /// <param name="OntvangenOp">De dag waarop het advies binnenkwam; vandaag als u niets invult.</param>
    /// <param name="Strekking">Wat de commissie adviseert te beslissen.</param>
    /// <param name="Advies">Het advies, zoals het bij de beslissing komt.</param>
    public sealed record Invoer(Bezwaaruitkomst? Strekking, string Advies, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapAdviesVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/advies", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Advies van de commissie vastleggen")
            .WithDescription("Legt vast dat het advies binnen is. Daarna kan op het bezwaar worden beslist.");

    private static async Task<Ok<Bezwaarstand>> Neem(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.NeemAdvies(
            new(invoer.OntvangenOp ?? klok.Vandaag(), invoer.Strekking!.Value, invoer.Advies.Trim()), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Strekking).NotNull().WithMessage("Kies wat de commissie adviseert te beslissen.");
            RuleFor(v => v.Advies).NotEmpty().WithMessage("Vul het advies in.").MaximumLength(20_000)
                .WithMessage("Gebruik hooguit 20.000 tekens.");
        }
    }
}
