using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The consulent ends the onderzoek, with reasons, because another law or service helps.</summary>
public static class Doorverwijzen
{
    /// <param name="Naar">Naar de Wlz of naar een ander domein.</param>
    /// <param name="Motivering">Waarom de hulp daar thuishoort.</param>
    public sealed record Invoer(Bestemming Naar, string Motivering) : IRequestBody;

    public enum Bestemming
    {
        Wlz,
        AnderDomein,
    }

    public static void MapDoorverwijzen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/doorverwijzing", VerwijsDoor).Voor(Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Doorverwijzen").WithDescription("Stopt het onderzoek omdat een andere wet of voorziening helpt.");

    private static async Task<NoContent> VerwijsDoor(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        onderzoek.VerwijsDoor(invoer.Naar == Bestemming.Wlz ? Stopreden.Wlz : Stopreden.AnderDomein, invoer.Motivering.Trim(),
            klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom u doorverwijst.").MaximumLength(8000)
            .WithMessage("Gebruik hooguit 8000 tekens.");
    }
}
