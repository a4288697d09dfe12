using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>Somebody who was not involved judges the klacht: the finding, and what follows from it (Awb 9:7, 9:12).</summary>
public static class KlachtAfhandelen
{
    /// <param name="Oordeel">Gegrond, deels gegrond of ongegrond.</param>
    /// <param name="Bevindingen">Wat is gebleken en wat de gemeente daarmee doet, in woorden die de inwoner begrijpt.</param>
    /// <param name="RedenAfwijkingAdvies">Waarom u van het advies van de commissie afwijkt; weglaten als u dat niet doet.</param>
    public sealed record Invoer(Klachtafloop Oordeel, string Bevindingen, string? RedenAfwijkingAdvies = null) : IRequestBody;

    public static void MapKlachtAfhandelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/oordeel", HandelAf).Voor(Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Klacht afhandelen")
            .WithDescription("Legt het oordeel vast. De inwoner krijgt het per brief, met de weg naar de ombudsman.");

    private static async Task<Ok<Klachtstand>> HandelAf(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.HandelAf(invoer.Oordeel, invoer.Bevindingen.Trim(),
            invoer.RedenAfwijkingAdvies?.Trim() is { Length: > 0 } reden ? reden : null, gebruiker, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Bevindingen).NotEmpty().WithMessage("Schrijf op wat is gebleken.")
                .MaximumLength(20000).WithMessage("Gebruik hooguit 20.000 tekens.");
            RuleFor(v => v.RedenAfwijkingAdvies).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
