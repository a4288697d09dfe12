using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>
/// Something is missing in the bezwaarschrift; the objector is asked to repair it within a term (Awb 6:6). The term to decide stands
/// still meanwhile (Awb 7:10 lid 2).
/// </summary>
public static class HerstelVragen
{
    /// <param name="Uiterlijk">De laatste dag om het te herstellen.</param>
    /// <param name="Verzuimen">Wat er ontbreekt, bijvoorbeeld de gronden bij een bezwaar pro forma.</param>
    /// <param name="Toelichting">Wat de inwoner verder moet weten.</param>
    public sealed record Invoer(DateOnly Uiterlijk, IReadOnlyList<Verzuimsoort> Verzuimen, string? Toelichting = null) : IRequestBody;

    /// <param name="VerzoekId">Het verzoek; nodig om vast te leggen wat er binnenkomt.</param>
    /// <param name="Stand">Hoe het er nu voor staat.</param>
    public sealed record Antwoord(Guid VerzoekId, Bezwaarstand Stand);

    public static void MapHerstelVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/bezwaren/{bezwaarnummer}/herstelverzoeken", Vraag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Herstel van een bezwaar vragen")
            .WithDescription("Vraagt de inwoner per brief om wat er in het bezwaar ontbreekt, met een laatste dag. De "
                + "beslistermijn staat zo lang stil.");

    private static async Task<Created<Antwoord>> Vraag(
        string bezwaarnummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var bezwaar = await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering);
        ifMatch?.Eis(bezwaar.RowVersion);
        var verzoek = bezwaar.VraagHerstel(
            invoer.Uiterlijk, [.. invoer.Verzuimen.Distinct()], invoer.Toelichting?.Trim(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(bezwaar.RowVersion);
        return TypedResults.Created($"/beschikkingen/v1/bezwaren/{bezwaar.Bezwaarnummer}",
            new Antwoord(verzoek.Id, Bezwaarstand.Van(bezwaar, gebruiker)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Verzuimen).NotEmpty().WithMessage("Noem wat er ontbreekt.");
            RuleFor(v => v.Toelichting).MaximumLength(2000).WithMessage("Gebruik hooguit 2.000 tekens.");
        }
    }
}
