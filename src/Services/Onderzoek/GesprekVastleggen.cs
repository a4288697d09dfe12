using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The consulent records the findings of a gesprek per topic of the law (Wmo 2015 art. 2.3.2 lid 4).</summary>
public static class GesprekVastleggen
{
    /// <param name="GevoerdOp">De dag waarop het gesprek was.</param>
    /// <param name="GebruiktWlz">Of de inwoner de Wet langdurige zorg gebruikt.</param>
    /// <param name="Onderwerpen">
    /// Wat is onderzocht. Alle onderwerpen samen moeten aan bod zijn geweest voordat het verslag kan worden vastgesteld.
    /// </param>
    public sealed record Invoer(DateOnly GevoerdOp, bool GebruiktWlz, Onderwerpen Onderwerpen) : IRequestBody;

    public static void MapGesprekVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/gesprekken/{gesprekId:guid}/verslag", LegVast).Voor(Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Gesprek vastleggen")
            .WithDescription("Legt vast dat een gepland gesprek is gevoerd, en wat per onderwerp is onderzocht.");

    private static async Task<NoContent> LegVast(
        string dossiernummer, Guid gesprekId, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, TimeProvider klok,
            CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        onderzoek.LegGesprekVast(gesprekId, invoer.GevoerdOp, invoer.GebruiktWlz, invoer.Onderwerpen, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Onderwerpen).Must(o => o.Alle().Any(x => !string.IsNullOrWhiteSpace(x.Tekst)))
                .WithMessage("Leg ten minste één onderwerp vast.")
                .Must(o => o.Alle().All(x => x.Tekst is null || x.Tekst.Length <= 8000))
                .WithMessage("Gebruik per onderwerp hooguit 8000 tekens.");
        }
    }
}
