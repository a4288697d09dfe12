using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// The backoffice corrects a report about help that turned out to be wrong and that its sender does not correct. The signal to the CAK
/// follows (iEb OP253).
/// </summary>
public static class Corrigeren
{
    /// <summary>The facts as they really were, including those that were reported correctly.</summary>
    /// <param name="VoorzieningId">De voorziening waar het over gaat.</param>
    /// <param name="Startdatum">De eerste dag van de hulp, zoals het was.</param>
    /// <param name="Reden">Waarom dit anders is dan gemeld.</param>
    /// <param name="Einddatum">De laatste dag van de hulp; weglaten als de hulp nog loopt.</param>
    /// <param name="NooitBegonnen">Of de hulp nooit is begonnen.</param>
    public sealed record Invoer(
        Guid VoorzieningId, DateOnly Startdatum, string Reden, DateOnly? Einddatum = null, bool NooitBegonnen = false) : IRequestBody;

    public static void MapCorrigeren(this IEndpointRouteBuilder api) =>
        api.MapPost("/bijdragen/{persoonId:guid}/correctie", Corrigeer).Voor(Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Hulp corrigeren").WithDescription("Legt vast dat de hulp op een andere dag begon of eindigde dan gemeld, "
                + "nog loopt of nooit is begonnen. "
                + "Het CAK hoort wat daardoor verandert: een wijziging, een verwijdering of een nieuw begin.");

    private static async Task<Ok<BijdrageInzien.Antwoord>> Corrigeer(
        Guid persoonId, Invoer invoer, EigenBijdrageDb db, CakSignaal cak, TimeProvider klok, CancellationToken annulering)
    {
        var bijdrage = await db.Zoek(persoonId, annulering);
        bijdrage.Corrigeer(
            new(invoer.VoorzieningId, invoer.Startdatum, invoer.Einddatum, invoer.NooitBegonnen, invoer.Reden.Trim(), klok.Vandaag()));
        await cak.Signaleer(bijdrage, annulering);
        await db.SaveChangesAsync(annulering);
        return TypedResults.Ok(BijdrageInzien.Van(bijdrage, klok));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Reden).NotEmpty()
                .WithMessage("Leg uit waarom dit anders is dan gemeld.").MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
            RuleFor(v => v.Einddatum)
                .Null().When(v => v.NooitBegonnen).WithMessage("Hulp die nooit is begonnen, heeft geen laatste dag. Laat die weg.");
        }
    }
}
