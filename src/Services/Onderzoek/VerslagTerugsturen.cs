using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The resident does not agree yet and returns the verslag with remarks. The consulent can then change it.</summary>
public static class VerslagTerugsturen
{
    /// <param name="Opmerkingen">Wat er volgens de inwoner niet klopt of ontbreekt.</param>
    public sealed record Invoer(string Opmerkingen) : IRequestBody;

    public static void MapVerslagTerugsturen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/verslag/opmerkingen", StuurTerug)
            .Voor(Rollen.Inwoner, Rollen.Consulent, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verslag terugsturen")
            .WithDescription("Legt de opmerkingen van de inwoner vast. De consulent kan het verslag dan weer aanpassen.");

    private static async Task<NoContent> StuurTerug(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        onderzoek.StuurTerug(invoer.Opmerkingen.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Opmerkingen).NotEmpty().WithMessage("Schrijf op wat er niet klopt of ontbreekt.")
            .MaximumLength(8000).WithMessage("Gebruik hooguit 8000 tekens.");
    }
}
