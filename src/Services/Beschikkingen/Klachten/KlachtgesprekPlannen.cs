using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The person is invited to tell about the klacht (Awb 9:10 lid 1).</summary>
public static class KlachtgesprekPlannen
{
    /// <param name="Tijdstip">Wanneer.</param>
    /// <param name="Plaats">Waar.</param>
    public sealed record Invoer(DateTimeOffset Tijdstip, string Plaats) : IRequestBody;

    public static void MapKlachtgesprekPlannen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/gesprek", NodigUit).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Uitnodigen om te vertellen over de klacht")
            .WithDescription("Nodigt de inwoner per brief uit, of verzet het gesprek.");

    private static async Task<Ok<Klachtstand>> NodigUit(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.NodigUit(invoer.Tijdstip, invoer.Plaats.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Tijdstip).Must(t => t.Year >= Kalender.EersteJaar).WithMessage("Vul de dag en de tijd in.");
            RuleFor(v => v.Plaats).NotEmpty().WithMessage("Vul in waar het gesprek is.")
                .MaximumLength(500).WithMessage("Gebruik hooguit 500 tekens.");
        }
    }
}
