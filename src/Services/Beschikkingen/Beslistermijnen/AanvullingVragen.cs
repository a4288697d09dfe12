using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// The applicant is asked to complete the aanvraag within a term. The term to decide stands still from the day after the request until
/// nothing is missing any more, or the term has passed (Awb 4:5 lid 1, 4:15 lid 1 onder a).
/// </summary>
public static class AanvullingVragen
{
    /// <param name="Uiterlijk">De laatste dag om aan te vullen.</param>
    /// <param name="Stukken">Wat er ontbreekt: alleen wat de inwoner zelf redelijkerwijs kan krijgen.</param>
    /// <param name="Toelichting">Wat de inwoner verder moet weten.</param>
    public sealed record Invoer(DateOnly Uiterlijk, IReadOnlyList<Stuk> Stukken, string? Toelichting = null) : IRequestBody;

    /// <param name="Soort">Wat voor stuk.</param>
    /// <param name="Omschrijving">Wat er precies ontbreekt, in woorden die de inwoner begrijpt.</param>
    /// <param name="VoorzieningId">De voorziening waar het stuk bij hoort; weglaten als het bij de hele aanvraag hoort.</param>
    public sealed record Stuk(Stuksoort Soort, string Omschrijving, Guid? VoorzieningId = null);

    /// <param name="VerzoekId">Het verzoek; nodig om vast te leggen wat er binnenkomt.</param>
    /// <param name="Termijn">De beslistermijn, als de inwoner de hele tijd gebruikt.</param>
    public sealed record Antwoord(Guid VerzoekId, Termijnantwoord Termijn);

    public static void MapAanvullingVragen(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/aanvulverzoeken", Vraag).Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice)
            .WithIdempotency().Valideer(new Vorm())
            .WithSummary("Aanvulling vragen")
            .WithDescription("Vraagt de inwoner per brief om wat er ontbreekt, met een laatste dag. De beslistermijn staat zo lang stil. "
                + "Kort voor die dag krijgt de inwoner een herinnering.");

    private static async Task<Created<Antwoord>> Vraag(
        string dossiernummer, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        var verzoek = aanvraag.VraagAanvulling(invoer.Uiterlijk,
            [
                .. invoer.Stukken.Select((s, i) => new GevraagdStuk(i + 1, s.Soort, s.Omschrijving.Trim())
                {
                    VoorzieningId = s.VoorzieningId,
                }),
            ], invoer.Toelichting?.Trim(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Created($"/beschikkingen/v1/aanvragen/{aanvraag.Aanvraagnummer}",
            new Antwoord(verzoek.Id, Termijnantwoord.Van(aanvraag)));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm()
        {
            RuleFor(v => v.Stukken).NotEmpty().WithMessage("Noem wat er ontbreekt.").Must(s => s.Count <= 20)
                .WithMessage("Vraag hooguit 20 stukken tegelijk.");
            RuleForEach(v => v.Stukken).NotNull().WithMessage("Een stuk is leeg.").ChildRules(stuk =>
                stuk.RuleFor(s => s.Omschrijving).NotEmpty().WithMessage("Omschrijf wat er ontbreekt.").MaximumLength(500)
                    .WithMessage("Gebruik hooguit 500 tekens."));
            RuleFor(v => v.Toelichting).MaximumLength(2000).WithMessage("Gebruik hooguit 2000 tekens.");
        }
    }
}
