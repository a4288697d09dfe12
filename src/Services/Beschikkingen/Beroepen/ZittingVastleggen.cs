using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beroepen;

/// <summary>The court set the day of its hearing, or moved it (Awb 8:56).</summary>
public static class ZittingVastleggen
{
    /// <param name="Tijdstip">Wanneer.</param>
    public sealed record Invoer(DateTimeOffset Tijdstip) : IRequestBody;

    public static void MapZittingVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/beroepen/{beroepnummer}/zitting", Leg).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Zitting van de rechter vastleggen")
            .WithDescription("Legt vast wanneer de zitting is, of dat zij is verzet.");

    private static async Task<Ok<Beroepstand>> Leg(
        string beroepnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var beroep = await db.ZoekBeroep(beroepnummer, gebruiker, annulering);
        ifMatch?.Eis(beroep.RowVersion);
        beroep.PlanZitting(invoer.Tijdstip, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(beroep.RowVersion);
        return TypedResults.Ok(Beroepstand.Van(beroep, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Tijdstip).Must(t => t.Year >= Kalender.EersteJaar).WithMessage("Vul de dag en de tijd in.");
        }
    }
}
