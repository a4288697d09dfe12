using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Messaging.Idempotency;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.TeLaat;

/// <summary>
/// A notice that was taken for valid proves to have come unreasonably late, so that no dwangsom follows (Awb 4:17 lid 6 onder a). The
/// applicant gets another answer to it.
/// </summary>
public static class OnredelijkLaatVinden
{
    /// <param name="Reden">Waarom de brief onredelijk laat kwam.</param>
    public sealed record Invoer(string Reden) : IRequestBody;

    public static void MapOnredelijkLaatVinden(this IEndpointRouteBuilder api)
    {
        Beschrijf(api.MapPost("/aanvragen/{dossiernummer}/ingebrekestellingen/{ingebrekestellingId:guid}/onredelijk-laat", BijAanvraag),
            "een aanvraag");
        Beschrijf(api.MapPost("/bezwaren/{bezwaarnummer}/ingebrekestellingen/{ingebrekestellingId:guid}/onredelijk-laat", BijBezwaar),
            "een bezwaar");
    }

    private static void Beschrijf(RouteHandlerBuilder endpoint, string waarover) =>
        endpoint.Voor(Rollen.Beslisser).WithIdempotency().Valideer(new Vorm())
            .WithSummary($"Ingebrekestelling over {waarover} onredelijk laat vinden")
            .WithDescription("Legt vast dat een ingebrekestelling onredelijk laat kwam, zodat er geen dwangsom loopt. De inwoner krijgt "
                + "daarover een brief.");

    private static async Task<NoContent> BijAanvraag(
        string dossiernummer, Guid ingebrekestellingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await Vind(await db.Zoek(dossiernummer, gebruiker, annulering), ingebrekestellingId, invoer, db, beleid, klok, ifMatch, etag,
            annulering);

    private static async Task<NoContent> BijBezwaar(
        string bezwaarnummer, Guid ingebrekestellingId, Invoer invoer, Gebruiker gebruiker, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, TimeProvider klok, IfMatch? ifMatch, Etag etag, CancellationToken annulering) =>
        await Vind(await db.ZoekBezwaar(bezwaarnummer, gebruiker, annulering), ingebrekestellingId, invoer, db, beleid, klok, ifMatch, etag,
            annulering);

    private static async Task<NoContent> Vind(
        Beslisplicht zaak, Guid ingebrekestellingId, Invoer invoer, BeschikkingenDb db, Tabel<Gemeentebeleid> beleid, TimeProvider klok,
        IfMatch? ifMatch, Etag etag, CancellationToken annulering)
    {
        ifMatch?.Eis(zaak);
        zaak.VindOnredelijkLaat(ingebrekestellingId, invoer.Reden.Trim(), beleid, klok.GetUtcNow());
        await db.SaveChangesAsync(annulering);
        etag.Zet(zaak);
        return TypedResults.NoContent();
    }

    private sealed class Vorm : AbstractValidator<Invoer>
    {
        public Vorm() => RuleFor(v => v.Reden).NotEmpty().WithMessage("Leg uit waarom de brief onredelijk laat kwam.").MaximumLength(2000)
            .WithMessage("Gebruik hooguit 2000 tekens.");
    }
}
