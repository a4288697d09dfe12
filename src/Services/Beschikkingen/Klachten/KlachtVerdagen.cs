using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>Handling the klacht is postponed once, by at most four weeks (Awb 9:11 lid 2).</summary>
public static class KlachtVerdagen
{
    /// <param name="Weken">1 tot en met 4.</param>
    /// <param name="Reden">Waarom, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(int Weken, string Reden) : IRequestBody;

    public static void MapKlachtVerdagen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/verdaging", Verdaag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Klacht verdagen")
            .WithDescription("Stelt de afhandeling één keer uit, met hooguit vier weken. De inwoner krijgt daarover een brief.");

    private static async Task<Ok<Klachtstand>> Verdaag(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.Verdaag(invoer.Weken, invoer.Reden.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
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
