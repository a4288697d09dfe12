using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>The objector is invited to a hearing, or it is moved: in time for papers and for reading the file (Awb 7:2, 7:4).</summary>
public static class HorenPlannen
{
    /// <param name="Tijdstip">Wanneer.</param>
    /// <param name="Plaats">Waar, en waar de stukken ter inzage liggen.</param>
    /// <param name="HoorzittingId">De hoorzitting die u verzet; weglaten voor een nieuwe.</param>
    /// <param name="KortMetInstemming">Of de inwoner instemt met minder tijd dan de wet geeft.</param>
    public sealed record Invoer(
        DateTimeOffset Tijdstip, string Plaats, Guid? HoorzittingId = null, bool KortMetInstemming = false)
        : IRequestBody;

    /// <param name="HoorzittingId">De hoorzitting; nodig om het verslag vast te leggen.</param>
    /// <param name="Stand">Hoe het er nu voor staat.</param>
    public sealed record Antwoord(Guid HoorzittingId, Bezwaarstand Stand);

    public static void MapHorenPlannen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/hoorzittingen", NodigUit).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Uitnodigen voor een hoorzitting")
            .WithDescription("Nodigt de inwoner per brief uit, of verzet de hoorzitting. De brief zegt tot wanneer er stukken bij "
                + "kunnen, en waar het dossier ligt.");

    private static async Task<Created<Antwoord>> NodigUit(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var zitting = bezwaar.NodigUit(
            invoer.HoorzittingId, invoer.Tijdstip, invoer.Plaats.Trim(), invoer.KortMetInstemming, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Created($"/beschikkingen/v1/bezwaren/{bezwaar.Bezwaarnummer}",
            new Antwoord(zitting.Id, Bezwaarstand.Van(bezwaar, gebruiker)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Tijdstip).Must(t => t.Year >= Kalender.EersteJaar).WithMessage("Vul de dag en de tijd in.");
            RuleFor(v => v.Plaats).NotEmpty().WithMessage("Vul in waar de hoorzitting is.")
                .MaximumLength(500).WithMessage("Gebruik hooguit 500 tekens.");
        }
    }
}
