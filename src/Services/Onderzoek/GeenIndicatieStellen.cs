using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>
/// The consulent records, with reasons, that no professional help is needed. The resident can still ask for a decision by signing the
/// verslag.
/// </summary>
public static class GeenIndicatieStellen
{
    /// <param name="Motivering">Waarom er geen professionele hulp nodig is.</param>
    public sealed record Invoer(string Motivering) : IRequestBody;

    public static void MapGeenIndicatieStellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/geen-indicatie", Stel).Voor(Rollen.Consulent).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Geen indicatie")
            .WithDescription("Legt vast, met uitleg, dat er geen professionele hulp nodig is. De inwoner kan toch om een besluit vragen.");

    private static async Task<NoContent> Stel(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        onderzoek.StelGeenIndicatie(invoer.Motivering.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom er geen indicatie is.").MaximumLength(8000)
            .WithMessage("Gebruik hooguit 8000 tekens.");
    }
}
