using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// The day on which the aanvraag reached the municipality was recorded wrongly. All its terms move, and the applicant is told.
/// </summary>
public static class OntvangstCorrigeren
{
    /// <param name="OntvangenOp">De dag waarop de aanvraag de gemeente echt bereikte.</param>
    /// <param name="Reden">Waarom die dag anders is dan was vastgelegd, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(DateOnly OntvangenOp, string Reden) : IRequestBody;

    public static void MapOntvangstCorrigeren(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/ontvangst", Corrigeer).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Ontvangst corrigeren")
            .WithDescription("Verbetert de dag van ontvangst. Alle termijnen verschuiven mee, en de inwoner krijgt daarover een brief.");

    private static async Task<Ok<Termijnantwoord>> Corrigeer(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.CorrigeerOntvangst(invoer.OntvangenOp, invoer.Reden.Trim(), beleid, klok.GetUtcNow());
        await db.VolgWijziging(aanvraag, beleid, klok.GetUtcNow(), annulering);
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(Termijnantwoord.Van(aanvraag));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.OntvangenOp).Must(d => d.Year >= Kalender.EersteJaar)
                .WithMessage($"Kies een dag vanaf {Kalender.EersteJaar}, het eerste jaar van de Wmo 2015.");
            RuleFor(v => v.Reden).NotEmpty().WithMessage("Leg uit waarom de dag anders is.").MaximumLength(2000)
                .WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
