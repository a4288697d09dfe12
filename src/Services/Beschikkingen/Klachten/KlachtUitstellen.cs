using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>Handling the klacht is put off further with the written consent of the person (Awb 9:11 lid 3).</summary>
public static class KlachtUitstellen
{
    /// <param name="Tot">De laatste dag die is afgesproken.</param>
    /// <param name="Toelichting">Waarom, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(DateOnly Tot, string Toelichting) : IRequestBody;

    public static void MapKlachtUitstellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/uitstel", StelUit).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Klacht verder uitstellen")
            .WithDescription("Stelt de afhandeling verder uit, als de inwoner dat schriftelijk goedvindt.");

    private static async Task<Ok<Klachtstand>> StelUit(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.StelVerderUit(invoer.Tot, invoer.Toelichting.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
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
