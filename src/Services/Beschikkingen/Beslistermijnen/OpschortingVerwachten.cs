using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Beslistermijnen;

/// <summary>
/// The end of a suspension became known, or proves to be another day. The applicant is told the new last day (Awb 4:15 lid 3 and 4).
/// </summary>
public static class OpschortingVerwachten
{
    /// <param name="TermijnTot">De dag tot en met welke de opschorting naar verwachting duurt.</param>
    /// <param name="Toelichting">Waarom, in woorden die de inwoner begrijpt.</param>
    public sealed record Invoer(DateOnly TermijnTot, string Toelichting) : IRequestBody;

    public static void MapOpschortingVerwachten(this IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{dossiernummer}/opschortingen/{opschortingId:guid}/verwachting", Verwacht)
            .Voor(Rollen.Consulent, Rollen.Beslisser, Rollen.Backoffice).WithIdempotency().Valideer(new Vorm())
            .WithSummary("Verwacht einde van een opschorting")
            .WithDescription("Legt vast tot wanneer de beslistermijn stilstaat, zodra dat bekend is of anders blijkt. De inwoner krijgt "
                + "een brief met de nieuwe laatste dag. Na de verwachte dag loopt de termijn vanzelf weer.");

    private static async Task<Ok<Termijnantwoord>> Verwacht(
        string dossiernummer, Guid opschortingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid,
        TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        ifMatch?.Eis(aanvraag);
        aanvraag.VerwachtEinde(opschortingId, invoer.TermijnTot, invoer.Toelichting.Trim(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(aanvraag);
        return TypedResults.Ok(Termijnantwoord.Van(aanvraag));
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Toelichting).NotEmpty().WithMessage("Leg uit waarom de termijn stilstaat.").MaximumLength(2000)
            .WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
