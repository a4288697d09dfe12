using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// A request for change is done with: the decision on it was made known, or it was carried out within the decision that there is.
/// </summary>
public static class WijzigingAfhandelen
{
    /// <param name="Beschikkingnummer">Het besluit op het verzoek; weglaten als er geen besluit nodig was.</param>
    public sealed record Invoer(string? Beschikkingnummer = null) : IRequestBody;

    public static void MapWijzigingAfhandelen(this IEndpointRouteBuilder api) =>
        api.MapPost("/wijzigingsverzoeken/{wijzigingsnummer}/afronding", Rond)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Wijzigingsverzoek afronden")
            .WithDescription("Legt vast dat het verzoek is uitgevoerd, of noemt het besluit waarmee de gemeente erop besliste.");

    private static async Task<Ok<Wijzigingsstand>> Rond(
        string wijzigingsnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch, Etag etag,
        CancellationToken annulering)
    {
        var verzoek = await db.ZoekWijziging(wijzigingsnummer, gebruiker, annulering);
        ifMatch?.Eis(verzoek.RowVersion);
        if (invoer.Beschikkingnummer is { } besluit)
            verzoek.IsBesloten(await db.Zoek(verzoek.VoorzieningId, gebruiker, annulering), besluit.Trim(), klok.GetUtcNow());
        else verzoek.IsUitgevoerd(klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(verzoek.RowVersion);
        return TypedResults.Ok(Wijzigingsstand.Van(verzoek));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Beschikkingnummer).MaximumLength(30).WithMessage("Gebruik hooguit 30 tekens.");
    }
}
