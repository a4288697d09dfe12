using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>The klacht is about a provider, which has a klachtregeling of its own (Wmo 2015 art. 3.2.1).</summary>
public static class KlachtDoorverwijzen
{
    /// <param name="Toelichting">Bij welke aanbieder en hoe de inwoner daar klaagt.</param>
    public sealed record Invoer(string Toelichting) : IRequestBody;

    public static void MapKlachtDoorverwijzen(this IEndpointRouteBuilder api) =>
        api.MapPost("/klachten/{klachtnummer}/doorverwijzing", Wijs).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Klacht naar de zorgaanbieder doorverwijzen")
            .WithDescription("Wijst de inwoner per brief de weg naar de klachtregeling van de zorgaanbieder.");

    private static async Task<Ok<Klachtstand>> Wijs(
        string klachtnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var klacht = await db.ZoekKlacht(klachtnummer, gebruiker, annulering);
        ifMatch?.Eis(klacht.RowVersion);
        klacht.WijsNaarAanbieder(invoer.Toelichting.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(klacht.RowVersion);
        return TypedResults.Ok(Klachtstand.Van(klacht, gebruiker));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Schrijf op waar de inwoner terecht kan.")
                .MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
