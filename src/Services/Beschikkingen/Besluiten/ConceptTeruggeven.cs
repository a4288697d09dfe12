using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>A colleague returns the draft of the decision with a remark. Its author makes another one.</summary>
public static class ConceptTeruggeven
{
    /// <param name="Opmerking">Wat er anders moet.</param>
    public sealed record Invoer(string Opmerking) : IRequestBody;

    public static void MapConceptTeruggeven(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/concept/teruggave", GeefTerug).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Concept teruggeven")
            .WithDescription("Geeft het concept van een collega terug met een opmerking. Uw eigen concept kunt u niet beoordelen.");

    private static async Task<NoContent> GeefTerug(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.GeefConceptTerug(invoer.Opmerking.Trim(), gebruiker, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Opmerking).NotEmpty().WithMessage("Schrijf op wat er anders moet.").MaximumLength(4000)
            .WithMessage("Gebruik hooguit 4000 tekens.");
    }
}
