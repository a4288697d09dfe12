using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>Facts became known after the hearing; the objector is told and may be heard on them (Awb 7:9).</summary>
public static class NieuwFeitMelden
{
    /// <param name="Omschrijving">Wat er bekend werd, in woorden die de inwoner begrijpt.</param>
    /// <param name="ReageerUiterlijk">De laatste dag om te reageren.</param>
    public sealed record Invoer(string Omschrijving, DateOnly ReageerUiterlijk) : IRequestBody;

    /// <param name="FeitId">De feiten; nodig om de reactie vast te leggen.</param>
    /// <param name="Stand">Hoe het er nu voor staat.</param>
    public sealed record Antwoord(Guid FeitId, Bezwaarstand Stand);

    public static void MapNieuwFeitMelden(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/nieuwe-feiten", Meld).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Nieuwe feiten melden")
            .WithDescription("Vertelt de inwoner per brief wat er na het horen bekend werd. De inwoner kan daarover worden "
                + "gehoord, of schriftelijk reageren.");

    private static async Task<Created<Antwoord>> Meld(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, TimeProvider klok, IfMatch? ifMatch,
        Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var feit = bezwaar.MeldNieuwFeit(invoer.Omschrijving.Trim(), invoer.ReageerUiterlijk, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Created($"/beschikkingen/v1/bezwaren/{bezwaar.Bezwaarnummer}", new Antwoord(feit.Id, Bezwaarstand.Van(bezwaar,
            gebruiker)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Omschrijving).NotEmpty().WithMessage("Omschrijf wat er bekend werd.")
                .MaximumLength(5000).WithMessage("Gebruik hooguit 5.000 tekens.");
        }
    }
}
