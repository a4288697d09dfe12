using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The consulent makes an appointment with the resident.</summary>
public static class GesprekPlannen
{
    /// <param name="Tijdstip">Wanneer, met tijdzone.</param>
    /// <param name="Plaats">Waar het gesprek is.</param>
    /// <param name="Aanwezigen">Wie de inwoner meeneemt, bijvoorbeeld familie of een onafhankelijke cliëntondersteuner.</param>
    public sealed record Invoer(DateTimeOffset Tijdstip, Gespreksplaats Plaats, IReadOnlyList<string>? Aanwezigen = null) : IRequestBody;

    /// <param name="GesprekId">Het nummer van het gesprek.</param>
    public sealed record Antwoord(Guid GesprekId);

    public static void MapGesprekPlannen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/gesprekken", Plan).Voor(Rollen.Consulent).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Gesprek plannen").WithDescription("Legt de afspraak vast voor een gesprek met de inwoner.");

    private static async Task<Created<Antwoord>> Plan(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok, CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        var gesprek = onderzoek.PlanGesprek(invoer.Tijdstip, invoer.Plaats, invoer.Aanwezigen ?? [], klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.Created($"/onderzoek/v1/onderzoeken/{onderzoek.Dossiernummer}", new Antwoord(gesprek.Id));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Aanwezigen).Must(a => a is null || a.Count <= 20).WithMessage("Noem hooguit 20 mensen.");
            RuleForEach(v => v.Aanwezigen).NotEmpty().WithMessage("Vul in wie er meekomt.").MaximumLength(200)
                .WithMessage("Gebruik hooguit 200 tekens.");
        }
    }
}
