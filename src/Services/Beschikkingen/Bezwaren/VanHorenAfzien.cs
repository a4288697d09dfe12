using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>There is no hearing, on one of the grounds of the law (Awb 7:3).</summary>
public static class VanHorenAfzien
{
    /// <param name="Grond">Waarom dat mag.</param>
    /// <param name="Toelichting">Hoe dat is gebleken.</param>
    public sealed record Invoer(Geenhoorgrond Grond, string Toelichting) : IRequestBody;

    public static void MapVanHorenAfzien(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/geen-hoorzitting", ZieAf).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Van horen afzien")
            .WithDescription("Legt vast waarom de inwoner niet wordt gehoord. De beslissing moet bij die reden passen.");

    private static async Task<Ok<Bezwaarstand>> ZieAf(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        bezwaar.ZieAfVanHoren(invoer.Grond, invoer.Toelichting.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Ok(Bezwaarstand.Van(bezwaar, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Leg uit hoe dat is gebleken.")
                .MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
