using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.Onderzoeken.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;

namespace WmoPlatform.Onderzoeken;

/// <summary>The consulent fixes the verslag, which goes to the resident (Wmo 2015 art. 2.3.2 lid 8).</summary>
public static class VerslagVaststellen
{
    /// <param name="Samenvatting">De uitkomst van het onderzoek, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(string Samenvatting) : IRequestBody;

    public static void MapVerslagVaststellen(this IEndpointRouteBuilder api) =>
        api.MapPost("/onderzoeken/{dossiernummer}/verslag", StelVast).Voor(Rollen.Consulent).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verslag vaststellen")
            .WithDescription("Stelt het verslag vast, zodat de inwoner het kan ondertekenen of met opmerkingen kan terugsturen. Met "
                + "If-Match (de ETag van het onderzoek) gaat dat alleen als er intussen niets is gewijzigd.");

    private static async Task<NoContent> StelVast(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, OnderzoekDb db, IfMatch? ifMatch, Etag etag, TimeProvider klok,
            CancellationToken annulering)
    {
        var onderzoek = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(onderzoek.RowVersion);
        onderzoek.StelVerslagVast(invoer.Samenvatting.Trim(), klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(onderzoek.RowVersion);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Samenvatting).NotEmpty().WithMessage("Vat de uitkomst van het onderzoek samen.")
            .MaximumLength(20_000).WithMessage("Gebruik hooguit 20000 tekens.");
    }
}
