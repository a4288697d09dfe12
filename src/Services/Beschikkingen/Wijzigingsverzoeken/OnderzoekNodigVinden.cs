using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// A consulent finds that a request cannot be decided without an onderzoek. It is a melding then, of the day on which it was received.
/// </summary>
public static class OnderzoekNodigVinden
{
    /// <param name="Motivering">Waarom er een onderzoek nodig is.</param>
    public sealed record Invoer(string Motivering) : IRequestBody;

    public static void MapOnderzoekNodigVinden(this IEndpointRouteBuilder api) =>
        api.MapPost("/wijzigingsverzoeken/{wijzigingsnummer}/onderzoek", Vind).Voor(Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Onderzoek nodig")
            .WithDescription("Maakt van het verzoek een melding, van de dag waarop het binnenkwam. Daarna volgt een onderzoek van zes "
                + "weken.");

    private static async Task<Ok<Wijzigingsstand>> Vind(
        string wijzigingsnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        ifMatch?.Eis(verzoek.RowVersion);
        verzoek.HeeftOnderzoekNodig(invoer.Motivering.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(Wijzigingsstand.Van(verzoek));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom er een onderzoek nodig is.").MaximumLength(2000)
            .WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
