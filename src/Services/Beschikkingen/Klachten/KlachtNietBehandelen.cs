using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The klacht is not handled, on a ground of the law; the person is told within four weeks (Awb 9:8).</summary>
public static class KlachtNietBehandelen
{
    /// <param name="Grond">Waarom dat mag.</param>
    /// <param name="Motivering">Waarom, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(Nietbehandelgrond Grond, string Motivering) : IRequestBody;

    public static void MapKlachtNietBehandelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/niet-behandelen", Weiger).Voor(Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Klacht niet behandelen")
            .WithDescription("Legt vast waarom de klacht niet wordt behandeld. De inwoner krijgt daarover een brief, met de weg "
                + "naar de ombudsman.");

    private static async Task<Ok<Klachtstand>> Weiger(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.BehandelNiet(invoer.Grond, invoer.Motivering.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom.")
                .MaximumLength(10000).WithMessage("Gebruik hooguit 10.000 tekens.");
        }
    }
}
