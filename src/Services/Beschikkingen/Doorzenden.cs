using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>A consulent or a beslisser passes an aanvraag on to the municipality where the resident lives (Awb 2:3).</summary>
public static class Doorzenden
{
    /// <param name="Gemeente">De naam van de gemeente die de aanvraag krijgt.</param>
    /// <param name="Motivering">Waarom die gemeente erover beslist.</param>
    public sealed record Invoer(string Gemeente, string Motivering) : IRequestBody;

    public static void MapDoorzenden(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/doorzending", ZendDoor).Voor(Rollen.Consulent, Rollen.Beslisser).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Aanvraag doorzenden")
            .WithDescription(
                "Legt vast dat de aanvraag naar de gemeente is gestuurd waar de inwoner woont (Awb 2:3). De inwoner krijgt daarover "
                + "een brief. Hier wordt niet meer beslist.");

    private static async Task<NoContent> ZendDoor(string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.ZendDoor(invoer.Gemeente.Trim(), invoer.Motivering.Trim(), beleid, klok.GetUtcNow());
        await db.VolgWijziging(aanvraag, beleid, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Gemeente).NotEmpty().WithMessage("Vul in welke gemeente de aanvraag krijgt.").MaximumLength(80)
                .WithMessage("Gebruik hooguit 80 tekens.");
            RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom die gemeente erover beslist.").MaximumLength(8000)
                .WithMessage("Gebruik hooguit 8000 tekens.");
        }
    }
}
