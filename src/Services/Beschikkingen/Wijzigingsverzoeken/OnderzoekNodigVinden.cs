using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// A consulent finds that a request cannot be decided without an onderzoek. It is a melding then, of the day on which it was received. An
/// aanvraag on which no decision was made in time stays one.
/// </summary>
public static class OnderzoekNodigVinden
{
    /// <param name="Motivering">Waarom er een onderzoek nodig is, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(string Motivering) : IRequestBody;

    public static void MapOnderzoekNodigVinden(this IEndpointRouteBuilder api) =>
        api.MapPost("/wijzigingsverzoeken/{wijzigingsnummer}/onderzoek", Vind).Voor(Rollen.Consulent).WithIdempotency()
            .Valideer(new Vorm())
            .WithSummary("Onderzoek nodig")
            .WithDescription("Maakt van het verzoek een melding, van de dag waarop het binnenkwam. Daarna volgt een onderzoek van zes "
                + "weken, en de inwoner krijgt een brief. Bij een aanvraag kan dat tot en met de laatste dag om te beslissen.");

    private static async Task<Ok<Wijzigingsstand>> Vind(
        string wijzigingsnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        ifMatch?.Eis(verzoek.RowVersion);
        var nu = klok.GetUtcNow();
        verzoek.HeeftOnderzoekNodig(invoer.Motivering.Trim(), nu);
        (await db.AanvraagVan(verzoek, annulering))?.WordtMelding(invoer.Motivering.Trim(), beleid, nu);
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(await db.Stand(verzoek, annulering));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Motivering).NotEmpty().WithMessage("Leg uit waarom er een onderzoek nodig is.").MaximumLength(2000)
            .WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
