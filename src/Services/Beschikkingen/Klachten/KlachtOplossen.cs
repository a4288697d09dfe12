using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The klacht was settled to the satisfaction of the person, so nothing more needs to be done (Awb 9:5).</summary>
public static class KlachtOplossen
{
    /// <param name="Hoe">Hoe de klacht is opgelost, in woorden die de inwoner begrijpt.</param>
    /// <param name="MetInstemming">Of de inwoner daar tevreden mee is.</param>
    public sealed record Invoer(string Hoe, bool MetInstemming) : IRequestBody;

    public static void MapKlachtOplossen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/oplossing", LosOp).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Klacht informeel oplossen")
            .WithDescription("Legt vast dat de klacht naar tevredenheid van de inwoner is opgelost. De inwoner krijgt een bevestiging.");

    private static async Task<Ok<Klachtstand>> LosOp(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.LosOp(invoer.Hoe.Trim(), invoer.MetInstemming, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Hoe).NotEmpty().WithMessage("Schrijf op hoe de klacht is opgelost.")
                .MaximumLength(10000).WithMessage("Gebruik hooguit 10.000 tekens.");
        }
    }
}
