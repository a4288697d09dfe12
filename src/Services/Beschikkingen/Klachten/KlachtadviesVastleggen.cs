using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The commission gave its advice on the klacht (Awb 9:15 lid 3), without which nothing is judged.</summary>
public static class KlachtadviesVastleggen
{
    /// <param name="Oordeel">Wat de commissie vindt: gegrond, deels gegrond of ongegrond.</param>
    /// <param name="Advies">Het advies, dat de inwoner met het oordeel krijgt.</param>
    /// <param name="OntvangenOp">De dag waarop het advies binnenkwam; vandaag als u niets invult.</param>
    public sealed record Invoer(Klachtafloop Oordeel, string Advies, DateOnly? OntvangenOp = null) : IRequestBody;

    public static void MapKlachtadviesVastleggen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/advies", Neem).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Advies over een klacht vastleggen")
            .WithDescription("Legt het advies van de klachtencommissie vast. Wie daarna anders oordeelt, legt uit waarom.");

    private static async Task<Ok<Klachtstand>> Neem(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.NeemAdvies(invoer.Oordeel, invoer.Advies.Trim(), invoer.OntvangenOp ?? klok.Vandaag(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Advies).NotEmpty().WithMessage("Schrijf op wat de commissie adviseert.")
            .MaximumLength(20_000).WithMessage("Gebruik hooguit 20.000 tekens.");
    }
}
