using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The person was heard by somebody who was not involved, and a report was made (Awb 9:7, 9:10).</summary>
public static class KlachthorenVastleggen
{
    /// <param name="Verslag">Wat er is gezegd.</param>
    /// <param name="GehoordOp">De dag; vandaag als u niets invult.</param>
    public sealed record Invoer(string Verslag, DateOnly? GehoordOp = null) : IRequestBody;

    public static void MapKlachthorenVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/gesprek/verslag", Leg).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verslag van het gesprek vastleggen")
            .WithDescription("Legt vast wat de inwoner over de klacht vertelde. Wie hoort, was er niet bij betrokken.");

    private static async Task<Ok<Klachtstand>> Leg(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.LegHorenVast(invoer.GehoordOp ?? klok.Vandaag(), invoer.Verslag.Trim(), gebruiker, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Verslag).NotEmpty().WithMessage("Schrijf op wat er is gezegd.")
                .MaximumLength(20000).WithMessage("Gebruik hooguit 20.000 tekens.");
        }
    }
}
