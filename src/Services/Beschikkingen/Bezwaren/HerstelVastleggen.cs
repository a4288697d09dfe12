using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>A defect of the bezwaarschrift was repaired. With the last of them the term to decide goes on (Awb 7:10 lid 2).</summary>
public static class HerstelVastleggen
{
    /// <param name="Hersteld">Wat er nu is.</param>
    /// <param name="OntvangenOp">De dag waarop het binnenkwam; vandaag als u niets invult.</param>
    /// <param name="Gronden">De gronden, als die nu binnenkwamen.</param>
    public sealed record Invoer(
        IReadOnlyList<Verzuimsoort> Hersteld, DateOnly? OntvangenOp = null, string? Gronden = null)
        : IRequestBody;

    public static void MapHerstelVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/herstelverzoeken/{verzoekId:guid}/herstel", Neem)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Herstel van een bezwaar vastleggen")
            .WithDescription("Legt vast wat er binnenkwam. Is alles er, dan loopt de beslistermijn weer.");

    private static async Task<Ok<Bezwaarstand>> Neem(
        string bezwaarnummer, Guid verzoekId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid,
            TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.NeemHerstel(
            verzoekId, [.. invoer.Hersteld.Distinct()], invoer.Gronden?.Trim(), invoer.OntvangenOp ?? klok.Vandaag(), beleid,
            klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Hersteld).NotEmpty().WithMessage("Noem wat er is hersteld.");
            RuleFor(v => v.Gronden).MaximumLength(20000).WithMessage("Gebruik hooguit 20.000 tekens.");
        }
    }
}
